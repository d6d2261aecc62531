"""What one person or group asks for, and the link to the person's own page."""

from collections.abc import Callable

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.needs import service
from webapp.needs.forms import LinkForm
from webapp.needs.staff_routes.blueprint import NUMBER, bp, secret
from webapp.shared.visit import Visit

# A new link, until it has been shown once to the officer who made it.
made = Visit("need_link")
FORMS: dict[str, type[FlaskForm]] = {"make": FlaskForm, "send": LinkForm, "void": FlaskForm}
DONE: dict[str, LazyString] = {
    "make": _l("The new link is on this page now, this once. Any earlier one is void."),
    "send": _l("A letter with a new link goes to the person. Any earlier link is void then."),
    "void": _l("There is no link to this page any more."),
}


@bp.route(f"/people/<{NUMBER}:person_id>", methods=["GET", "POST"])
def show_person(person_id: int) -> str | Response:
    deed = request.args.get("do", "")
    form = _form(deed) if request.method == "POST" else None
    if form is not None and form.validate():
        _do(deed, person_id, form)
        flash(str(DONE[deed]))
        return redirect(url_for("needs_staff.show_person", person_id=person_id))
    person, wants = service.wants_of(person_id, accounts.staff_id())
    return render_template(
        "needs_staff/show_person.html",
        person=person,
        wants=wants,
        form=form,
        link_form=form if isinstance(form, LinkForm) else LinkForm(formdata=None),
        own_url=_made_just_now(person_id),
    )


def _form(deed: str) -> FlaskForm:
    if deed not in FORMS:
        abort(400)
    return FORMS[deed]()


def _do(deed: str, person_id: int, form: FlaskForm) -> None:
    officer = accounts.staff_id()
    deeds: dict[str, Callable[[], None]] = {
        "make": lambda: made.give_receipt(
            person_id, service.make_link(person_id, officer, secret())
        ),
        "send": lambda: service.send_link(person_id, form.email.data.strip(), officer),
        "void": lambda: service.void_link(person_id, officer),
    }
    deeds[deed]()


def _made_just_now(person_id: int) -> str:
    """The address of the link that this officer has just made, shown once; "" for none."""
    shown = made.receipt()
    if shown is None or shown[0] != person_id:
        return ""
    made.forget_receipt()
    base = current_app.extensions["settings"].BASE_URL
    return f"{base}{url_for('needs.show_own', token=shown[1])}"
