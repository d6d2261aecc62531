"""Pages for those who need another form: ask, keep the receipt, follow."""

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.extensions import limiter
from webapp.listening import request_wording as wording
from webapp.listening import service
from webapp.listening.models.requests import FormRequest
from webapp.listening.request_forms import KeptWordsForm, RequestForm, WordsForm
from webapp.listening.rules.requests import KEPT_FOR, REQUEST_VISIT, STANDARD, WantedForm
from webapp.shared import clock, receipt
from webapp.shared.errors import NotFound
from webapp.shared.kept_forms import keep_typed
from webapp.shared.languages import language, language_of
from webapp.shared.receipt_pages import add_receipt_pages, told
from webapp.shared.settings import settings
from webapp.shared.unkept_files import send_unkept
from webapp.shared.visit import Visit
from webapp.surveys import service as surveys

bp = Blueprint("form_requests", __name__, url_prefix="/forms/request")
visit = Visit(REQUEST_VISIT)
AGAIN = "again"


@bp.context_processor
def words() -> dict[str, object]:
    config = settings()
    office = config.OFFICE_ADDRESS_TH if language() == "th" else config.OFFICE_ADDRESS_EN
    kept_days = KEPT_FOR.days
    return {"wording": wording, "standard": STANDARD, "kept_days": kept_days, "office": office}


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


def _words_again(message: str) -> str:
    form = KeptWordsForm()
    form.form_errors.append(message)
    return _kept_page(form)


keep_typed(
    bp,
    {
        "form_requests.new_request": _form_again,
        "form_requests.show_case": _words_again,
        "form_requests.send_words": _words_again,
    },
)


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


@bp.route("/case", methods=["GET", "POST"])
@limiter.limit("30 per hour", methods=["POST"])
def show_case() -> str | Response:
    request_id = visit.opened_case()
    form = WordsForm()
    if request_id is None:
        if form.is_submitted():
            return _words_again(
                _(
                    "The page was open for too long. Type your receipt code again; your words are "
                    "kept."
                )
            )
        flash(_("Type your receipt code to open your request."))
        return redirect(url_for("complaints.track"))
    if form.validate_on_submit():
        return _take_words(request_id, form)
    return _case_page(request_id, form)


@bp.route("/case/words", methods=["GET", "POST"])
@limiter.limit("20 per 15 minutes", methods=["POST"])
def send_words() -> str | Response:
    """Words that came back, sent again: with the receipt code where the request is closed here."""
    form = KeptWordsForm()
    if not form.is_submitted():
        return redirect(url_for("form_requests.show_case"))
    request_id = visit.opened_case()
    if not form.validate() or (request_id is None and not _opened_by(form)):
        return _kept_page(form)
    return _take_words(visit.opened_case() or 0, WordsForm(formdata=None, text=form.text.data))


def _opened_by(form: KeptWordsForm) -> bool:
    """Open the request whose code was typed; False, with the reason in the form, where none is."""
    try:
        found = service.find_request(form.code.data or "", current_app.config["SECRET_KEY"])
    except receipt.CodeMistyped as mistyped:
        form.refuse(mistyped)
        return False
    except service.RequestNotFound:
        form.code.errors = [
            _("No request has this code. Compare it with what you wrote down, sign by sign.")
        ]
        return False
    visit.open_case(found.id)
    return True


def _take_words(request_id: int, form: WordsForm) -> str | Response:
    """Add a person's words, or ask again with them; the page that follows."""
    again = request.args.get("do") == AGAIN
    try:
        service.write_words(request_id, (form.text.data or "").strip(), again)
    except service.RequestMoved:
        form.text.errors = [
            _("The state of your request has changed meanwhile. Read it below, then send again.")
        ]
        return _case_page(request_id, form)
    flash(_("We have received your words. They are below."))
    return redirect(url_for("form_requests.show_case"))


def _case_page(request_id: int, form: WordsForm) -> str:
    asked = service.request_by_id(request_id)
    return render_template(
        "form_requests/show_case.html",
        asked=asked,
        form=form,
        left=bills.office_days_left([asked.due_on])[asked.due_on],
        action=url_for("form_requests.show_case", do=None if asked.is_open else AGAIN),
        reply_endings=service.endings_of_words(_reply(asked)),
    )


def _reply(asked: FormRequest) -> str:
    """The office's last words to the person; "" where there are none."""
    return (asked.replies[-1].text or "") if asked.replies else ""


@bp.get("/case/answer.<any(mp3, brf, pdf):ending>")
@limiter.limit("30 per hour")
def take_reply(ending: str) -> Response:
    """Made at the moment and kept nowhere: it is between the person and the office."""
    request_id = visit.opened_case()
    if request_id is None:
        return redirect(url_for("complaints.track"))
    text = _reply(service.request_by_id(request_id))
    if ending not in service.endings_of_words(text):
        abort(404)
    kind, media_type = service.WORDS_FORMS[ending]
    content = service.form_of_words(kind, text, language_of(text))
    return send_unkept(content, media_type, f"answer.{ending}")


def _kept_page(form: KeptWordsForm) -> str:
    """The words beside the code. No request is read, so it comes back from every fault."""
    return render_template(
        "form_requests/send_words.html",
        form=form,
        is_open=visit.opened_case() is not None,
        action=url_for("form_requests.send_words", do=request.args.get("do")),
    )


@bp.post("/case/leave")
def leave_case() -> Response:
    visit.leave_case()
    flash(_("Your request is closed on this device."))
    return redirect(url_for("complaints.track"))
