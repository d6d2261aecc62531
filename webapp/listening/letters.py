"""Letters to those who asked for another form, and the need that they tell of.

No letter holds what was written, or the receipt code.
"""

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.listening import service
from webapp.listening.models.requests import FormRequest
from webapp.listening.request_wording import STATE, WANTED
from webapp.needs import service as needs
from webapp.shared.languages import PREFIX
from webapp.shared.mail import Letter, message_id, send
from webapp.shared.outbox import Job

TRACKING = "/complaints/track"


def mail_request_received(request_id: int) -> None:
    """Tell the person that the request arrived and by when it is done; once each time."""
    request = service.request_by_id(request_id)
    is_new = request.acknowledgement_mailed_at is None
    if request.email and request.is_mailed and is_new:
        told = request.due_on
        with force_locale(request.language):
            subject = _("We have received your request for another form")
            letter = _letter(request, request.email, subject, "received")
        send(letter)
        service.acknowledgement_mailed(request, told)


def mail_request_moved(request_id: int) -> None:
    """Tell the person that the day has moved, as the calendar changed; once. Whom no letter has
    named a day hears the new one by the letter that names it first."""
    request = service.request_by_id(request_id)
    named = request.mailed_due_on
    has_moved = request.is_open and named not in (None, request.due_on)
    if request.email and request.is_mailed and has_moved:
        told = request.due_on
        with force_locale(request.language):
            subject = _("The day of your request for another form has moved")
            letter = _letter(request, request.email, subject, "moved")
        send(letter)
        service.moved_day_mailed(request_id, told)


def mail_request_settled(request_id: int) -> None:
    """Tell the person that the office has written; once."""
    request = service.request_by_id(request_id)
    is_new = request.settled_at is not None and request.reply_mailed_at is None
    if request.email and request.is_mailed and is_new:
        with force_locale(request.language):
            subject = _("There is an answer to your request for another form")
            letter = _letter(request, request.email, subject, "settled")
        send(letter)
        service.reply_mailed(request)


def note_need(request_id: int) -> None:
    """Let what is asked for stand in the register of needs, found by the same receipt code."""
    request = service.request_by_id(request_id)
    if request.receipt_fingerprint is None:
        return
    with force_locale(request.language):
        asked = f"{WANTED[request.wanted]}: {request.subject}"
    added = [one.text for one in request.messages if not one.is_from_office]
    hearing = needs.Hearing(
        "\n".join(filter(None, (asked, request.purpose, *added))),
        request.language,
        who=needs.Who.CITIZEN,
        email=request.email or "",
        heard_at=request.received_at,
        receipt_fingerprint=request.receipt_fingerprint,
    )
    secret = current_app.config["SECRET_KEY"]
    needs.note_need(needs.Origin.FORM_REQUEST, str(request_id), hearing, secret)


def erase_old_requests() -> None:
    """Keep the promise of the privacy page; run every night."""
    service.erase_old_requests()


def _letter(request: FormRequest, to: str, subject: str, text: str) -> Letter:
    base = current_app.extensions["settings"].BASE_URL
    prefix = PREFIX if request.language == "en" else ""
    words = render_template(
        f"emails/form_requests/{text}.txt",
        request_for_form=request,
        wanted=WANTED[request.wanted],
        state=STATE[request.state],
        tracking=f"{base}{prefix}{TRACKING}",
    )
    headers = {"Message-ID": message_id(service.letter_name(request, text))}
    return Letter(to, subject, words, request.language, headers)


JOBS = {
    service.MAIL_RECEIVED: Job(mail_request_received, given_up=service.request_letter_given_up),
    service.MAIL_MOVED: Job(mail_request_moved, given_up=service.request_letter_given_up),
    "listening.recount_requests": Job(service.recount_requests),
    "listening.note_need": Job(note_need),
    service.MAIL_SETTLED: Job(mail_request_settled, given_up=service.request_letter_given_up),
    "listening.request_letter_came_back": Job(service.request_letter_came_back),
    "listening.erase_old_requests": Job(erase_old_requests, nightly=True),
}
