"""Following a message by its receipt: read, add, reopen, take back."""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from webapp.complaints import service
from webapp.complaints.forms import CodenameForm, TrackForm, WordsForm
from webapp.complaints.models import Complaint
from webapp.complaints.routes import drafts
from webapp.complaints.routes.blueprint import bp, vault, visit
from webapp.complaints.routes.carrying import closed_meanwhile, words_carried
from webapp.complaints.routes.closing import answers_page
from webapp.complaints.rules.codename import is_meant
from webapp.complaints.rules.states import OWED, State, can_add
from webapp.extensions import limiter
from webapp.listening import service as listening
from webapp.shared.uploads import checking as attachments
from webapp.shared.uploads.wording import fault
from webapp.shared.visit import Visit

REOPEN, CASE, TRACK = "reopen", "complaints.show_case", "complaints.track"


@bp.route("/track", methods=["GET", "POST"])
@limiter.limit("20 per 15 minutes", methods=["POST"])
def track() -> str | Response:
    form = TrackForm()
    complaint = _found(form) if form.validate_on_submit() else None
    if complaint is None:
        if form.code.errors and drafts.opens(form.code.data or ""):
            return redirect(url_for(drafts.SHOW))
        if form.code.errors and _opens_request(form.code.data or ""):
            return redirect(url_for("form_requests.show_case"))
        if is_meant(form.code.data or ""):
            return _as_codename(form)
        return render_template("complaints/track.html", form=form)
    visit.open_case(complaint.id)
    return go_on(complaint, form)


def go_on(complaint: Complaint, form: TrackForm | CodenameForm) -> str | Response:
    """The page of a message just opened, or what was typed before its code was asked for again."""
    answers = form.answers()
    if answers is not None and service.questions_about(complaint) is not None:
        return answers_page(complaint, answers)
    kept = (form.message.data or "").strip()
    if kept:
        return take_words(complaint, WordsForm(formdata=None, text=kept), reopen=False)
    return redirect(url_for("complaints.show_case"))


def _as_codename(typed: TrackForm) -> str:
    """What was typed is a codename: its own form, which counts wrong ones, with all of it there."""
    form = CodenameForm(
        formdata=None,
        codename=typed.code.data,
        message=typed.message.data,
        ended=typed.ended.data,
    )
    form.form_errors.append(
        _("This is a codename, not a receipt code. Look at it once more, then open the message.")
    )
    return render_template("complaints/open_codename.html", form=form)


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
        return take_words(complaint, form, reopen=request.args.get("do") == REOPEN)
    return _case_page(complaint, form)


def _ask_for_code(form: WordsForm) -> str | Response:
    """The message is no longer open here; words already written are carried on to the next page."""
    if not form.is_submitted():
        flash(_("Type your receipt code to open your message."))
        return redirect(url_for("complaints.track"))
    return words_carried(form, closed_meanwhile())


def take_words(complaint: Complaint, form: WordsForm, reopen: bool) -> str | Response:
    """Add a citizen's words to an opened message, or reopen it with them; the page that follows."""
    text = (form.text.data or "").strip()
    try:
        if reopen:
            service.reopen(complaint.id, text, form.uploads, vault())
        else:
            service.add_message(complaint.id, text, form.uploads, vault())
    except service.FileHarmful as refusal:
        form.turn_away(refusal)
        return _case_page(complaint, form)
    except service.StepNotAllowed:
        form.text.errors = [
            _("The state of your message has changed meanwhile. Read it above, then send again.")
        ]
        form.ask_for_files_again()
        return _case_page(complaint, form)
    flash(_("We have received your words. They are below."))
    return redirect(url_for("complaints.show_case"))


def _case_page(complaint: Complaint, form: WordsForm) -> str:
    state = State(complaint.state)
    adding = can_add(state)
    return render_template(
        "complaints/show_case.html",
        complaint=complaint,
        form=form,
        adding=adding,
        may_withdraw=state in OWED,
        withdrawn=state is State.WITHDRAWN,
        late=service.is_late(complaint),
        unheard=service.is_unheard(complaint),
        action=url_for("complaints.show_case", do=None if adding else REOPEN),
        accept=attachments.ACCEPT,
        left=service.days_left([complaint.due_on])[complaint.due_on],
    )


def code_again(message: str) -> str:
    """The page of the code with what was typed; `message` says why."""
    form = TrackForm()
    form.form_errors.append(message)
    return render_template("complaints/track.html", form=form)


def words_again(message: str) -> str:
    """The words that could not be taken; `message` says why."""
    return words_carried(WordsForm(), message)


def beside_large_files(typed: MultiDict[str, str]) -> str:
    """The page with the words, after files far too large."""
    refusal = attachments.FileRefused(attachments.Fault.TOO_LARGE_TOGETHER)
    return words_carried(WordsForm(formdata=typed), fault(refusal))


@bp.post("/track/leave")
def leave_case() -> Response:
    visit.leave_case()
    flash(_("Your message is closed on this device."))
    return redirect(url_for("complaints.track"))


@bp.post("/track/withdraw")
def withdraw_case() -> Response:
    complaint_id = visit.opened_case()
    if complaint_id is None:
        flash(_("Type your receipt code to open your message."))
        return redirect(url_for("complaints.track"))
    try:
        service.withdraw(complaint_id)
        flash(_("You have taken your message back."))
    except service.StepNotAllowed:
        flash(_("The state of your message has changed meanwhile. Read it first."))
    return redirect(url_for("complaints.show_case"))
