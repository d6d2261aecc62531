"""One need with all that may be done with it."""

from collections.abc import Callable

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.needs import service
from webapp.needs.forms import MergeForm, ReplyForm, SortForm, chosen_bureau
from webapp.needs.rules.lists import aspect_of
from webapp.needs.staff_routes.blueprint import NUMBER, bp, secret

FORMS: dict[str, type[FlaskForm]] = {
    "sort": SortForm,
    "reply": ReplyForm,
    "merge": MergeForm,
    "take_apart": FlaskForm,
    "void_links": FlaskForm,
}
DONE: dict[str, LazyString] = {
    "sort": _l("It is sorted."),
    "reply": _l("Your words are kept; the person sees them now."),
    "merge": _l("It now stands under the other need."),
    "take_apart": _l("It stands by itself again."),
    "void_links": _l("The links to this person's page are void. A new one is below."),
}


@bp.route(f"/<{NUMBER}:need_id>", methods=["GET", "POST"])
def show_need(need_id: int) -> str | Response:
    deed = request.args.get("do", "")
    form = _form(deed) if request.method == "POST" else None
    if form is not None and form.validate() and _done(deed, need_id, form):
        flash(str(DONE[deed]))
        return redirect(url_for("needs_staff.show_need", need_id=need_id))
    need = service.open_need(need_id, accounts.staff_id())
    hidden = service.hidden_needs(accounts.staff_id())
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
    return render_template(
        "needs_staff/show_need.html",
        need=need,
        form=form,
        forms=forms,
        merged=[other for other in service.merged_into(need_id) if other.id not in hidden],
        alike=[
            (other, likeness)
            for other, likeness in (service.alike(need) if need.merged_into_id is None else [])
            if other.id not in hidden
        ],
        own_url=_own_url(need),
    )


def _own_url(need: object) -> str:
    person = getattr(need, "person", None)
    if person is None:
        return ""
    base = current_app.extensions["settings"].BASE_URL
    return f"{base}{url_for('needs.show_own', token=service.own_token(person, secret()))}"


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
        "void_links": lambda: service.void_links(
            service.need_by_id(need_id).person_id or 0, officer
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
