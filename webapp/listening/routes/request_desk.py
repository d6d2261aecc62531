"""Pages for officers: the requests for another form, and one of them."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.listening import request_wording as wording
from webapp.listening import service
from webapp.listening.models.requests import FormRequest
from webapp.listening.request_forms import SettleForm
from webapp.listening.rules.requests import BUREAU, may_settle
from webapp.shared.errors import NotFound
from webapp.shared.languages import marked
from webapp.shared.pagination import page_number

bp = Blueprint("form_requests_staff", __name__, url_prefix="/staff/form-requests")
accounts.guard_staff_pages(bp)
NUMBER = "int(max=2147483647)"
TAKE_UP, SETTLE, TOLD, LEAVE = "take_up", "settle", "told", "leave_to_page"


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "name_of": marked(accounts.name_of)}


@bp.get("")
def list_requests() -> str:
    settled = request.args.get("show") == "settled"
    page = service.request_queue(page_number(), settled)
    left = bills.office_days_left([one.due_on for one in page.items])
    return render_template(
        "form_requests_staff/list_requests.html",
        page=page,
        left=left,
        settled=settled,
        bureau=BUREAU.official,
    )


@bp.route(f"/<{NUMBER}:request_id>", methods=["GET", "POST"])
def show_request(request_id: int) -> str | Response:
    form = SettleForm()
    if request.method == "POST" and _acted(request_id, form):
        return redirect(url_for("form_requests_staff.show_request", request_id=request_id))
    asked = service.open_request(request_id, accounts.staff_id())
    in_hand = asked.handler_id is not None and asked.handler_id == accounts.staff_id()
    return render_template(
        "form_requests_staff/show_request.html",
        asked=asked,
        form=form,
        left=bills.office_days_left([asked.due_on])[asked.due_on],
        is_mine=in_hand,
        can_settle=may_settle(asked.state, asked.handler_id, accounts.staff_id()),
        subject_url=_subject_url(asked),
    )


def _acted(request_id: int, form: SettleForm) -> bool:
    """Do what the officer sent; False, with the reason in the form, where it cannot be done."""
    deed = request.args.get("do", "")
    if deed not in _DEEDS:
        abort(400)
    checked = form if deed == SETTLE else FlaskForm()
    if not checked.validate():
        return False
    try:
        _DEEDS[deed](request_id, form)
    except service.RequestNotInHand:
        form.form_errors.append(
            _("You do not have this request in hand: a colleague may have taken or settled it.")
        )
        return False
    return True


def _take_up(request_id: int, _form: SettleForm) -> None:
    service.take_up_request(request_id, accounts.staff_id())
    flash(_("You have taken it up."))


def _settle(request_id: int, form: SettleForm) -> None:
    done = form.outcome.data == SettleForm.DONE
    reply = (form.reply.data or "").strip()
    service.settle_request(request_id, accounts.staff_id(), done, reply)
    flash(_("It is settled; the person reads your words now."))


def _note_told(request_id: int, _form: SettleForm) -> None:
    service.note_told(request_id, accounts.staff_id())
    flash(_("It is noted that the person has been told."))


def _leave_to_page(request_id: int, _form: SettleForm) -> None:
    service.leave_request_to_page(request_id, accounts.staff_id())
    flash(_("The person reads it on the page from now on."))


_DEEDS = {TAKE_UP: _take_up, SETTLE: _settle, TOLD: _note_told, LEAVE: _leave_to_page}


def _subject_url(asked: FormRequest) -> str:
    """Where the document or the bill is that is asked for; "" where it was named in words only."""
    try:
        if asked.document_id:
            found = documents.document_by_id(asked.document_id)
            return url_for("documents.show_document", public_id=found.public_id)
        if asked.bill_id:
            bill = bills.bill_by_id(asked.bill_id)
            return url_for("bills.show_bill", public_id=bill.public_id)
    except NotFound:
        pass  # It has been withdrawn since.
    return ""
