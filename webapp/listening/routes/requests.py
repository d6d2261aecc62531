"""Pages for those who need another form: ask, keep the receipt, follow."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.extensions import limiter
from webapp.listening import request_wording as wording
from webapp.listening import service
from webapp.listening.request_forms import RequestForm
from webapp.listening.rules.requests import KEPT_FOR, REQUEST_VISIT, STANDARD, WantedForm
from webapp.shared import clock
from webapp.shared.errors import NotFound
from webapp.shared.kept_forms import keep_typed
from webapp.shared.languages import language
from webapp.shared.receipt_pages import add_receipt_pages, told
from webapp.shared.visit import Visit
from webapp.surveys import service as surveys

bp = Blueprint("form_requests", __name__, url_prefix="/forms/request")
visit = Visit(REQUEST_VISIT)


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "standard": STANDARD, "kept_days": KEPT_FOR.days}


@bp.route("", methods=["GET", "POST"])
@limiter.limit("30 per hour", methods=["POST"])
def new_request() -> str | Response:
    form = RequestForm()
    if form.validate_on_submit():
        asked, code = service.ask_for_form(_asking(form), current_app.config["SECRET_KEY"])
        visit.give_receipt(asked.id, code)
        if asked.email:
            secret = current_app.config["SECRET_KEY"]
            surveys.join_browser(f"mail:{asked.email.lower()}", secret)
        return redirect(url_for("form_requests.show_receipt"))
    if not form.is_submitted():
        _prefill(form)
    return _form_page(form)


def _prefill(form: RequestForm) -> None:
    if request.args.get("form") in list(WantedForm):
        form.wanted.data = request.args["form"]
    document, bill = _subject()
    if request.args.get("message", "").isdecimal():
        form.subject.data = _(
            "The answer to my message number %(number)s", number=request.args["message"][:10]
        )
    elif document is not None:
        form.subject.data = document.title
    elif bill is not None:
        form.subject.data = bill.name(language())


def _subject() -> tuple[documents.Document | None, bills.Bill | None]:
    """The document or the bill that the address names; a mistyped address asks in the form."""
    try:
        if "document" in request.args:
            return documents.get_document(request.args["document"]), None
        if "bill" in request.args:
            return None, bills.get_bill(request.args["bill"])
    except NotFound:
        pass
    return None, None


def _asking(form: RequestForm) -> service.Asking:
    document, bill = _subject()
    return service.Asking(
        wanted=WantedForm(form.wanted.data),
        subject=(form.subject.data or "").strip(),
        language=language(),
        purpose=(form.purpose.data or "").strip(),
        email=(form.email.data or "").strip(),
        address=(form.address.data or "").strip(),
        document_id=document.id if document else None,
        bill_id=bill.id if bill else None,
    )


def _form_page(form: RequestForm) -> str:
    due = service.request_due_day(clock.now())
    return render_template("form_requests/new_request.html", form=form, due=due)


def _form_again(message: str) -> str:
    form = RequestForm()
    form.form_errors.append(message)
    # The calendar is in the database too, which may be what is away.
    return render_template("form_requests/new_request.html", form=form, due=None)


keep_typed(bp, {"form_requests.new_request": _form_again})


def _receipt(request_id: int, code: str) -> str:
    asked = service.request_by_id(request_id)
    return render_template("form_requests/show_receipt.html", asked=asked, **told(code))


add_receipt_pages(
    bp,
    visit,
    _receipt,
    _l("A receipt is shown for 30 minutes only, in the browser that sent the request."),
    track="complaints.track",
    home="form_requests.new_request",
)


@bp.get("/track")
def track() -> Response:
    """One page asks for receipt codes, whatever they open."""
    return redirect(url_for("complaints.track"))


@bp.get("/case")
def show_case() -> str | Response:
    request_id = visit.opened_case()
    if request_id is None:
        flash(_("Type your receipt code to open your request."))
        return redirect(url_for("complaints.track"))
    asked = service.request_by_id(request_id)
    left = bills.office_days_left([asked.due_on])[asked.due_on]
    return render_template("form_requests/show_case.html", asked=asked, left=left)


@bp.post("/case/leave")
def leave_case() -> Response:
    visit.leave_case()
    flash(_("Your request is closed on this device."))
    return redirect(url_for("complaints.track"))
