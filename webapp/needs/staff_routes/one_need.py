"""One need with all that may be done with it."""

from collections.abc import Callable

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.needs import service, wording
from webapp.needs.forms import MergeForm, ReplyForm, SortForm, chosen_bureau
from webapp.needs.models import Need
from webapp.needs.rules.lists import aspect_of
from webapp.needs.staff_routes.blueprint import NUMBER, bp, handed_on, secret
from webapp.shared.receipt_pages import told

FORMS: dict[str, type[FlaskForm]] = {
    "sort": SortForm,
    "reply": ReplyForm,
    "merge": MergeForm,
    "take_apart": FlaskForm,
    "renew_receipt": FlaskForm,
}
DONE: dict[str, LazyString] = {
    "sort": _l("It is sorted."),
    "reply": _l("Your words are kept."),
    "merge": _l("It now stands under the other need."),
    "take_apart": _l("It stands by itself again."),
    "renew_receipt": _l("The old receipt code is void. Hand the new one on."),
}


@bp.route(f"/<{NUMBER}:need_id>", methods=["GET", "POST"])
def show_need(need_id: int) -> str | Response:
    deed = request.args.get("do", "")
    form = _form(deed) if request.method == "POST" else None
    if form is not None and form.validate() and _done(deed, need_id, form):
        flash(_said(deed, need_id))
        return redirect(url_for("needs_staff.show_need", need_id=need_id))
    officer = accounts.staff_id()
    need = service.open_need(need_id, officer)
    sorted_as = {
        "aspect": need.aspect or need.suggested or "",
        "bureau": need.bureau or "",
        "group": need.group_key or "",
    }
    forms: dict[str, FlaskForm] = {
        "sort": SortForm(formdata=None, prefix="sort", **sorted_as),
        "reply": ReplyForm(formdata=None, prefix="reply"),
        "merge": MergeForm(formdata=None, prefix="merge"),
    }
    if form is not None:
        forms[deed] = form
    merged, alike = _beside(need, officer)
    return render_template(
        "needs_staff/show_need.html",
        need=need,
        form=form,
        forms=forms,
        merged=merged,
        alike=alike,
        how_heard=wording.how_heard(service.ways_to_hear(need)),
        leads=need.merged_into_id not in service.hidden_needs(officer),
        may_renew=need.origin is service.Origin.STAFF,
        handed_on=_receipt_to_hand_on(need_id),
    )


def _beside(need: Need, officer: int | None) -> tuple[list[Need], list[tuple[Need, float]]]:
    """The needs that stand under this one, and those that say nearly the same, each with its
    likeness; the officer sees them now, which is noted."""
    hidden = service.hidden_needs(officer)
    merged = [other for other in service.merged_into(need.id) if other.id not in hidden]
    found = service.alike(need) if need.merged_into_id is None else []
    alike = [(other, likeness) for other, likeness in found if other.id not in hidden]
    shown = [other.id for other in merged] + [other.id for other, _likeness in alike]
    service.note_readings(shown, officer)
    return merged, alike


def _said(deed: str, need_id: int) -> str:
    """What was done; of a reply also how the person hears of it."""
    if deed != "reply":
        return str(DONE[deed])
    ways = service.ways_to_hear(service.need_by_id(need_id))
    return " ".join([str(DONE[deed]), *wording.how_heard(ways)])


def _receipt_to_hand_on(need_id: int) -> dict[str, object]:
    """The receipt code of what this officer has just entered, shown once; empty for none."""
    shown = handed_on.receipt()
    if shown is None or shown[0] != need_id:
        return {}
    handed_on.forget_receipt()
    return told(shown[1])


def _form(deed: str) -> FlaskForm:
    if deed not in FORMS:
        abort(400)
    return FORMS[deed](prefix=deed)


def _done(deed: str, need_id: int, form: FlaskForm) -> bool:
    """Do what the officer sent; False, with the reason in the form, where it cannot be done."""
    officer = accounts.staff_id()
    deeds: dict[str, Callable[[], None]] = {
        "sort": lambda: service.sort_need(
            need_id, officer, aspect_of(form.aspect.data), chosen_bureau(form), form.group.data
        ),
        "reply": lambda: service.answer_need(need_id, officer, form.text.data.strip()),
        "merge": lambda: service.merge(need_id, int(form.into.data), officer),
        "take_apart": lambda: service.take_apart(need_id, officer),
        "renew_receipt": lambda: handed_on.give_receipt(
            need_id, service.renew_receipt(need_id, officer, secret())
        ),
    }
    try:
        deeds[deed]()
    except (service.MergeRefused, service.NeedNotFound):
        if deed != "merge":
            raise
        form.into.errors = [
            _("There is no such need to put this one under. Look up its number in the register.")
        ]
        return False
    return True
