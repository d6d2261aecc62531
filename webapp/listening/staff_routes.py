"""Pages for officers: the queue of forms, what failed and why, and how full the disk is."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.listening import service
from webapp.listening.choices import key_of
from webapp.listening.rules.forms import FormState, Urgency
from webapp.shared import printing
from webapp.shared.pagination import Page, page_number

PER_PAGE = 25
# No id is larger; a longer number is an unknown page rather than a fault of the database.
NUMBER = "int(max=2147483647)"

bp = Blueprint("listening_staff", __name__, url_prefix="/staff/forms")
accounts.guard_staff_pages(bp)


@bp.get("")
def list_forms() -> str:
    state = key_of(FormState, request.args.get("state"))
    if state not in (FormState.WAITING, FormState.FAILED):
        state = FormState.FAILED
    number = page_number()
    found, total = service.list_rows(state, number, PER_PAGE)
    return render_template(
        "listening_staff/list_forms.html",
        figures=service.figures(),
        state=state,
        print_command=printing.ADD_COMMAND if printing.unavailable() else None,
        is_possible=service.is_possible,
        page=Page(found, number, PER_PAGE, total),
        urgency_names={
            Urgency.ASKED: _("a visitor waits for it"),
            Urgency.NEW: _("its document is new"),
            Urgency.BACKGROUND: _("nobody has asked"),
        },
    )


@bp.post(f"/<{NUMBER}:form_id>/again")
def make_again(form_id: int) -> Response:
    try:
        service.make_again(form_id, accounts.staff_id())
    except service.FormImpossible:
        # The page tells how to add what is missing.
        flash(_("Large print and other PDFs cannot be made here"))
        return redirect(url_for("listening_staff.list_forms"))
    flash(_("It is made again now."))
    return redirect(url_for("listening_staff.list_forms", state=FormState.WAITING))


@bp.post("/again")
def make_all_again() -> Response:
    count = service.make_all_again(accounts.staff_id())
    flash(ngettext("%(num)d form is made again.", "%(num)d forms are made again.", count))
    return redirect(url_for("listening_staff.list_forms", state=FormState.WAITING))
