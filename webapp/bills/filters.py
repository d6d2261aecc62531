"""The filters of the list of bills, between the address and the service."""

from enum import StrEnum
from typing import TypeVar

from flask import request
from flask_babel import gettext as _

from webapp.bills import service
from webapp.bills.forms import BillFilterForm
from webapp.bills.wording.stages import FAMILY_NAMES
from webapp.bills.wording.steps import KIND_NAMES, PROPOSER_NAMES
from webapp.shared.languages import language

BUDDHIST_ERA = 543
# How many characters of a value that nobody can choose are shown back.
MOST_SHOWN = 40
Key = TypeVar("Key", bound=StrEnum)


def filter_form() -> BillFilterForm:
    """The list's filters with what can be chosen, and an error at each that asks for anything else
    (WCAG 2.2 SC 3.3.1)."""
    form = BillFilterForm(request.args)
    era = BUDDHIST_ERA if language() == "th" else 0
    years = [(str(year), str(year + era)) for year in service.years_in_use()]
    form.kind.choices = [("", _("Every kind")), *KIND_NAMES.items()]
    form.family.choices = [("", _("Anywhere")), *FAMILY_NAMES.items()]
    form.proposer.choices = [("", _("Anybody")), *PROPOSER_NAMES.items()]
    form.year.choices = [("", _("Any year")), *years]
    form.committee.choices = [("", _("Any committee or none")), *_committees()]
    for field in form:
        if field.data and field.data not in {value for value, _name in field.choices}:
            field.errors = [
                _(
                    "%(filter)s: “%(value)s” is not known, so it was left out. "
                    "Choose one of the list.",
                    filter=field.label.text,
                    value=field.data[:MOST_SHOWN],
                )
            ]
    return form


def wanted(form: BillFilterForm) -> service.BillFilter:
    """What the filters ask for; a value that is not offered asks for nothing."""
    years = {value for value, _name in form.year.choices or ()} - {""}
    committees = {one.public_id: one.name for one in service.list_committees()}
    return service.BillFilter(
        kind=_key(service.BillKind, form.kind.data),
        family=_key(service.StageFamily, form.family.data),
        proposer=_key(service.ProposerKind, form.proposer.data),
        year=int(form.year.data) if form.year.data in years else None,
        names=committees.get(form.committee.data or "", ""),
    )


def _committees() -> list[tuple[str, str]]:
    english = language() == "en"
    return [
        (one.public_id, (english and one.name_en) or one.name) for one in service.list_committees()
    ]


def _key(keys: type[Key], value: str | None) -> Key | None:
    return keys(value) if value in set(keys) else None
