"""The figures of requests for another form in words, and as a file for programs."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from flask import Response
from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.listening.request_wording import WANTED
from webapp.listening.rules.request_figures import Ending, RequestCount
from webapp.listening.rules.requests import STANDARD, WantedForm
from webapp.listening.service.request_figures import QuarterFigures
from webapp.shared.disclosure import FEWEST, REMAINDER
from webapp.shared.figures import csv_text
from webapp.shared.told_groups import Told

HEAD = (
    "fiscal_year", "quarter", "form", "asked", "in_time", "late", "open_in_time", "open_overdue",
    "late_or_overdue_at_least", "late_or_overdue_at_most",
)  # fmt: skip
Of = TypeVar("Of")
# What files call the whole of a quarter, and the forms too few to be shown by themselves.
EVERY, TOGETHER = "all", "together"
_ORDER: list[str] = [*(wanted.value for wanted in WantedForm), REMAINDER]


def lead(whole: RequestCount | None) -> str:
    """The first sentence: how many asked, and how many were answered in time."""
    if whole is None or not whole.messages:
        return _("No figure may be shown yet: fewer than %(num)d asked in a quarter.", num=FEWEST)
    asked = ngettext(
        "Another form was asked for %(num)d time.",
        "Another form was asked for %(num)d times.",
        whole.messages,
    )
    if whole.percent is None:
        pending = _("All of it is still within its time.")
        return f"{asked} {pending}"
    said = _(
        "%(percent)s percent of what was due is answered in time: within the %(num)d working day "
        "that we promise.",
        percent=percent_said(whole.percent),
        num=STANDARD.answer_within,
    )
    return f"{asked} {said}"


def percent_said(percent: float | None) -> str:
    """A percentage as it is written everywhere; a dash for none."""
    return "–" if percent is None else f"{percent:.2f}"


def count_head(first: str) -> list[str]:
    """The titles of a table of counts."""
    return [
        first,
        _("Asked for"),
        _("Answered in time"),
        _("Answered late"),
        _("Open, in time"),
        _("Open, overdue"),
        _("In time, percent"),
    ]


def count_cells(name: str, count: RequestCount | None) -> list[str]:
    """One line of it; dashes where it is not shown."""
    if count is None:
        return [name, *["–"] * 6]
    numbers = [count.messages, *(count.endings[ending] for ending in Ending)]
    return [name, *(f"{number:,}" for number in numbers), percent_said(count.percent)]


def form_rows(counts: Mapping[str, RequestCount]) -> list[list[str]]:
    """A line of counts for each form, in the order of the form that is filled in."""
    return [count_cells(form_name(key), count) for key, count in _ordered(counts)]


def told_head() -> list[str]:
    """The titles of the table of what everybody is told of forms."""
    return [_("Form"), _("Asked for"), _("Answered late"), _("In time, percent")]


def told_rows(told: Mapping[str, Told]) -> list[list[str]]:
    """A line of it for each form."""
    return [_told_cells(form_name(key), one) for key, one in _ordered(told)]


def _ordered(forms: Mapping[str, Of]) -> list[tuple[str, Of]]:
    """The forms in the order of the page that asks for them; those put together last."""
    return [(key, forms[key]) for key in _ORDER if key in forms]


def form_name(key: str) -> str:
    """What a form is called; the remainder too."""
    return _("Forms that few asked for, together") if key == REMAINDER else str(WANTED[key])


def _told_cells(name: str, told: Told) -> list[str]:
    if not told.is_told:
        late = percent = _("not told")
    elif told.is_exact:
        late, percent = f"{told.most_late:,}", percent_said(told.percent)
    else:
        late = _("%(fewest)s to %(most)s", fewest=told.fewest_late, most=told.most_late)
        percent = _("at least %(percent)s", percent=percent_said(told.percent))
    return [name, f"{told.messages:,}", late, percent]


def as_csv(figures: Iterable[QuarterFigures], scope: str) -> Response:
    """Each quarter as a whole and by form; of what is told in steps the counts are empty."""
    rows: list[list[object]] = []
    for one in figures:
        name: list[object] = [one.quarter.year_be, one.quarter.number]
        if one.whole is not None:
            rows.append([*name, EVERY, *_numbers(one.whole)])
        rows += [[*name, key, *_numbers(count)] for key, count in _ordered(one.forms)]
        rows += [
            [*name, key or TOGETHER, told.messages, *[""] * 4, told.fewest_late, told.most_late]
            for key, told in _ordered(one.told or {})
        ]
    headers = {"Content-Disposition": f"attachment; filename=form-requests-{scope}.csv"}
    return Response(csv_text([HEAD, *rows]), mimetype="text/csv", headers=headers)


def _numbers(count: RequestCount) -> list[int]:
    endings = [count.endings[ending] for ending in Ending]
    return [count.messages, *endings, count.missed, count.missed]
