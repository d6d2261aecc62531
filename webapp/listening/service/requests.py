"""What a person does who needs another form: ask, follow by receipt; and what is erased when."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from webapp.extensions import db
from webapp.listening.models.requests import FormRequest, FormRequestMessage
from webapp.listening.rules.requests import (
    KEPT_FOR,
    RequestAlert,
    RequestState,
    WantedForm,
)
from webapp.listening.service.request_alerts import note_alert
from webapp.listening.service.request_days import due_day_mailed, request_due_day
from webapp.listening.service.request_untold import note_as_told
from webapp.needs import service as needs
from webapp.shared import clock, receipt
from webapp.shared.errors import NotFound, Refused
from webapp.shared.outbox import enqueue
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

MAIL_RECEIVED = "listening.mail_request_received"
MAIL_SETTLED = "listening.mail_request_settled"


class RequestNotFound(NotFound):
    """There is no such request, or its receipt is of no request."""


class RequestMoved(Refused):
    """The state of the request changed while the person wrote."""


@dataclass(frozen=True)
class Asking:
    """What a person asks for; all but the form, the subject and the language may be empty."""

    wanted: WantedForm
    subject: str
    language: str
    purpose: str = ""
    email: str = ""
    address: str = ""
    document_id: int | None = None
    bill_id: int | None = None


def ask_for_form(asking: Asking, secret_key: str) -> tuple[FormRequest, str]:
    """Keep a request; gives it with its receipt code, which is told this once and never stored."""
    code = receipt.new_code()
    moment = clock.now()
    due_on = request_due_day(moment)
    with transaction():
        request = FormRequest(
            receipt_fingerprint=receipt.fingerprint(code, secret_key),
            state=RequestState.RECEIVED,
            wanted=asking.wanted,
            language=asking.language,
            document_id=asking.document_id,
            bill_id=asking.bill_id,
            subject=asking.subject,
            purpose=asking.purpose,
            email=asking.email or None,
            address=asking.address or None,
            received_at=moment,
            counted_from=moment,
            due_on=due_on,
            promised_on=due_on,
        )
        db.session.add(request)
        db.session.flush()
        enqueue(MAIL_RECEIVED, request_id=request.id)
        enqueue("listening.note_need", request_id=request.id)
        note_alert(request, RequestAlert.RECEIVED)
    return request, code


def request_by_id(request_id: int) -> FormRequest:
    """One request. Raises `RequestNotFound`."""
    request = db.session.get(FormRequest, request_id)
    if request is None:
        raise RequestNotFound
    return request


def locked_request(request_id: int) -> FormRequest:
    """The same, to be changed in the caller's transaction. Raises `RequestNotFound`."""
    request = db.session.get(FormRequest, request_id, with_for_update=True, populate_existing=True)
    if request is None:
        raise RequestNotFound
    return request


def find_request(typed: str, secret_key: str) -> FormRequest:
    """The request of a receipt code as a person typed it.

    Raises `shared.receipt.CodeMistyped` where it can be no code, `RequestNotFound` where no request
    has it.
    """
    fingerprint = receipt.fingerprint(receipt.parse(typed), secret_key)
    found = db.session.scalar(
        select(FormRequest).where(FormRequest.receipt_fingerprint == fingerprint)
    )
    if found is None:
        raise RequestNotFound
    return found


def write_words(request_id: int, text: str, again: bool) -> None:
    """Add a person's words to an open request; or (`again`) ask again with them after its end,
    from when the days are counted anew.

    Raises `RequestNotFound`, and `RequestMoved` where it has been settled, or is open, meanwhile.
    """
    with transaction():
        request = locked_request(request_id)
        if request.is_open == again or request.erased_at is not None:
            raise RequestMoved
        moment = clock.now()
        # Who writes on the page has read what stands there.
        note_as_told(request, moment)
        request.messages.append(FormRequestMessage(at=moment, text=text))
        if again:
            request.state, request.counted_from = RequestState.RECEIVED, moment
            request.due_on = request.promised_on = request_due_day(moment)
            request.mailed_due_on = None
            request.handler_id = request.taken_up_at = request.settled_at = None
            request.acknowledgement_mailed_at = request.reply_mailed_at = None
            enqueue(MAIL_RECEIVED, request_id=request_id)
        enqueue("listening.note_need", request_id=request_id)
        level = RequestAlert.ASKED_AGAIN if again else RequestAlert.MORE_WORDS
        note_alert(request, level, again=True)


def acknowledgement_mailed(request: FormRequest, told: date) -> None:
    """Note that the letter went out that a request came, and is due on the day `told`."""
    with transaction():
        due_day_mailed(request.id, told)
        request.acknowledgement_mailed_at = clock.now()


def reply_mailed(request: FormRequest) -> None:
    """Note that the letter went out that the office wrote; one that came back before told nothing
    until now."""
    with transaction():
        request.reply_mailed_at = clock.now()
        last = request.replies[-1]
        last.told_at = last.told_at or clock.now()


def erase_old_requests() -> int:
    """Erase what identifies people in requests settled long ago; how many were erased.

    What stays counts for the statistics: the form, the document or bill, the days, the end.
    """
    with transaction():
        old = db.session.scalars(
            select(FormRequest).where(
                FormRequest.settled_at < clock.now() - KEPT_FOR, FormRequest.erased_at.is_(None)
            )
        ).all()
        for request in old:
            request.receipt_fingerprint = None
            request.email = request.address = request.untold_since = None
            for message in request.messages:
                message.text = None
            request.subject = request.purpose = ""
            request.erased_at = clock.now()
            needs.forget_noted(needs.Origin.FORM_REQUEST, str(request.id), settings().SECRET_KEY)
    return len(old)
