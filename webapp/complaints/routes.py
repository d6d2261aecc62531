"""Pages for citizens: send a message, keep its receipt, follow it."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from webapp.complaints import service, wording
from webapp.complaints.forms import ComplaintForm, TrackForm, WordsForm
from webapp.complaints.models import Complaint
from webapp.complaints.rules import attachments
from webapp.complaints.rules.kinds import MAX_MESSAGE, Kind
from webapp.complaints.rules.standard import STANDARD
from webapp.complaints.rules.states import State, can_add
from webapp.extensions import limiter
from webapp.listening import service as listening
from webapp.shared import receipt
from webapp.shared.kept_forms import keep_typed
from webapp.shared.languages import language
from webapp.shared.large_forms import take_large_files
from webapp.shared.receipt_words import spoken
from webapp.shared.visit import Visit

bp = Blueprint("complaints", __name__, url_prefix="/complaints")
visit = Visit("complaint")
NEW = "complaints.new_complaint"
# Bytes. Far more than the files may have, so that files too large are refused in words beside
# their field, with everything typed still there.
MAX_REQUEST = 64 * 1000 * 1000
REOPEN = "reopen"
Answer = tuple[str, int] | Response


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "standard": STANDARD}


@bp.get("")
def show_complaints() -> str:
    return render_template("complaints/show_complaints.html", kinds=list(Kind))


@bp.get("/standard")
def show_standard() -> str:
    due = service.answer_due_if_sent_now()
    return render_template("complaints/show_standard.html", due=due)


@bp.route("/new", methods=["GET", "POST"])
@limiter.limit("30 per hour", methods=["POST"])
def new_complaint() -> str | Response:
    form = ComplaintForm()
    if form.validate_on_submit():
        keys = current_app.extensions["field_keys"]
        vault = service.Vault(current_app.extensions["settings"].upload_dir, keys)
        secret = current_app.config["SECRET_KEY"]
        complaint, code = service.file_complaint(_filing(form), secret, vault)
        visit.give_receipt(complaint.id, code)
        return redirect(url_for("complaints.show_receipt"))
    if not form.is_submitted() and request.args.get("kind") in list(Kind):
        form.kind.data = request.args["kind"]
    return _form_page(form)


def _filing(form: ComplaintForm) -> service.Filing:
    return service.Filing(
        kind=Kind(form.kind.data),
        message=(form.message.data or "").strip(),
        language=language(),
        subject=(form.subject.data or "").strip(),
        name=(form.name.data or "").strip(),
        email=(form.email.data or "").strip(),
        uploads=form.uploads,
    )


def _form_page(form: ComplaintForm) -> str:
    return render_template(
        "complaints/new_complaint.html",
        form=form,
        most=MAX_MESSAGE,
        accept=attachments.ACCEPT,
        kind_hints=wording.KIND_HINT,
    )


def _beside_large_files(typed: MultiDict[str, str]) -> str:
    form = ComplaintForm(formdata=typed)
    refusal = attachments.FileRefused(attachments.Fault.TOO_LARGE_TOGETHER)
    form.attachments.errors = [wording.fault(refusal)]
    return _form_page(form)


take_large_files(bp, NEW, lambda: MAX_REQUEST, _beside_large_files)


def _form_again(message: str) -> str:
    form = ComplaintForm()
    form.form_errors.append(message)
    form.ask_for_files_again()
    return _form_page(form)


keep_typed(bp, {NEW: _form_again})


@bp.get("/receipt")
def show_receipt() -> str | Response:
    shown = visit.receipt()
    if shown is None:
        flash(_("A receipt is shown for 30 minutes only, in the browser that sent the message."))
        return redirect(url_for("complaints.track"))
    complaint_id, code = shown
    return render_template(
        "complaints/show_receipt.html",
        complaint=service.complaint_by_id(complaint_id),
        code=receipt.grouped(code),
        spoken=spoken(code, language()),
    )


@bp.post("/receipt/forget")
def forget_receipt() -> Response:
    visit.forget_receipt()
    flash(_("The receipt is closed on this device."))
    return redirect(url_for("complaints.show_complaints"))


@bp.route("/track", methods=["GET", "POST"])
@limiter.limit("20 per 15 minutes", methods=["POST"])
def track() -> str | Response:
    form = TrackForm()
    complaint = _found(form) if form.validate_on_submit() else None
    if complaint is None:
        if form.code.errors and _opens_request(form.code.data or ""):
            return redirect(url_for("form_requests.show_case"))
        return render_template("complaints/track.html", form=form)
    visit.open_case(complaint.id)
    kept = (form.message.data or "").strip()
    if kept:
        return _take_words(complaint, WordsForm(formdata=None, text=kept), reopen=False)
    return redirect(url_for("complaints.show_case"))


def _found(form: TrackForm) -> Complaint | None:
    try:
        return service.find_by_receipt(form.code.data or "", current_app.config["SECRET_KEY"])
    except service.CodeMistyped as mistyped:
        form.refuse(mistyped)
    except service.UnknownReceipt as unknown:
        form.code.errors = [
            _(
                "No message has the code %(code)s. Compare it with what you wrote down, sign by "
                "sign, and try again.",
                code=unknown.code,
            )
        ]
    return None


def _opens_request(typed: str) -> bool:
    """Whether the code is of a request for another form, which then is open in this browser."""
    try:
        found = listening.find_request(typed, current_app.config["SECRET_KEY"])
    except (service.CodeMistyped, listening.RequestNotFound):
        return False
    Visit(listening.REQUEST_VISIT).open_case(found.id)
    return True


@bp.route("/track/case", methods=["GET", "POST"])
@limiter.limit("30 per hour", methods=["POST"])
def show_case() -> str | Response:
    complaint_id = visit.opened_case()
    form = WordsForm()
    if complaint_id is None:
        return _ask_for_code(form)
    complaint = service.complaint_by_id(complaint_id)
    if form.validate_on_submit():
        return _take_words(complaint, form, reopen=request.args.get("do") == REOPEN)
    return _case_page(complaint, form)


def _ask_for_code(form: WordsForm) -> str | Response:
    """The message is no longer open here; words already written are carried on to the next page."""
    if not form.is_submitted():
        flash(_("Type your receipt code to open your message."))
        return redirect(url_for("complaints.track"))
    again = TrackForm(formdata=None, message=form.text.data)
    again.form_errors.append(
        _("The page was open for too long. Type your receipt code again; your words are kept.")
    )
    return render_template("complaints/track.html", form=again)


def _take_words(complaint: Complaint, form: WordsForm, reopen: bool) -> str | Response:
    text = form.text.data.strip()
    try:
        if reopen:
            service.reopen(complaint.id, text)
        else:
            service.add_message(complaint.id, text)
    except service.StepNotAllowed:
        form.text.errors = [
            _("The state of your message has changed meanwhile. Read it above, then send again.")
        ]
        return _case_page(complaint, form)
    flash(_("We have received your words. They are below."))
    return redirect(url_for("complaints.show_case"))


def _case_page(complaint: Complaint, form: WordsForm) -> str:
    adding = can_add(State(complaint.state))
    return render_template(
        "complaints/show_case.html",
        complaint=complaint,
        form=form,
        adding=adding,
        action=url_for("complaints.show_case", do=None if adding else REOPEN),
        left=service.days_left([complaint.due_on])[complaint.due_on],
    )


@bp.post("/track/leave")
def leave_case() -> Response:
    visit.leave_case()
    flash(_("Your message is closed on this device."))
    return redirect(url_for("complaints.track"))
