"""Those who asked for another form and whom no letter reaches: an officer tells them otherwise.

As with messages: what they have not been told is not answered until then.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.listening.models.requests import FormRequest
from webapp.listening.service.request_days import MAIL_MOVED
from webapp.listening.service.request_desk import RequestNotInHand
from webapp.listening.service.request_untold import leave_to_officers, note_as_told
from webapp.listening.service.requests import MAIL_RECEIVED, MAIL_SETTLED, locked_request
from webapp.shared import audit, clock
from webapp.shared.outbox import enqueue, enqueue_once
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

# The letters to those who asked.
LETTERS = (MAIL_RECEIVED, MAIL_SETTLED, MAIL_MOVED)
_NAME = re.compile(
    r"<form-request-(?P<name>(?P<request>\d{1,9})-(?P<letter>received|moved|settled)"
    r"-(?P<replies>\d{1,4})-[\d-]{10})\.(?P<sign>[0-9a-f]{16})@"
)


@dataclass(frozen=True)
class Returned:
    """A letter that came back: of which request, which letter, and after how many replies."""

    request_id: int
    letter: str
    replies: int


def letter_name(request: FormRequest, letter: str) -> str:
    """What a letter is called in its Message-ID, the same when it is sent twice after a crash. Only
    its recipient knows it: whoever invents a report of failure does not."""
    name = f"{request.id}-{letter}-{len(request.replies)}-{request.due_on}"
    return f"form-request-{name}.{_signature(name)}"


def _signature(name: str) -> str:
    said = f"form request letter:{name}".encode()
    return hmac.new(settings().SECRET_KEY.encode(), said, hashlib.sha256).hexdigest()[:16]


def returned_letter(message_id: str) -> Returned | None:
    """The letter of ours that has this Message-ID; None where it is none."""
    found = _NAME.match(message_id)
    if found is None or not hmac.compare_digest(found["sign"], _signature(found["name"])):
        return None
    return Returned(int(found["request"]), found["letter"], int(found["replies"]))


def request_letter_came_back(request_id: int, letter: str, replies: int) -> None:
    """Note that a letter which the mail server took did not arrive. The same report twice, or one
    of a letter that a later one has overtaken, does nothing."""
    with transaction():
        request = db.session.get(FormRequest, request_id, with_for_update=True)
        if request is None or not request.email or len(request.replies) != replies:
            return
        if not _take_back(request, letter):
            return
        if request.unreached_at is None:
            request.unreached_at, request.unreached_why = clock.now(), complaints.Unreached.REFUSED
        leave_to_officers(request)


def _take_back(request: FormRequest, letter: str) -> bool:
    """Note that a letter told nothing; whether it had been noted as gone."""
    if letter == "settled":
        was, request.reply_mailed_at = request.reply_mailed_at, None
        return was is not None
    was = request.acknowledgement_mailed_at
    if request.mailed_due_on is None or was is None:
        return False
    request.mailed_due_on = None
    if letter == "received":
        request.acknowledgement_mailed_at = None
    return True


def request_letter_given_up(request_id: int, error: Exception) -> None:
    """Note that a letter does not reach the person: officers tell it now. Called in the transaction
    in which the outbox gives the letter up."""
    with transaction():
        request = locked_request(request_id)
        if request.email and request.erased_at is None:
            request.unreached_at = clock.now()
            request.unreached_why = complaints.why_of(error)
            leave_to_officers(request)


def untold_requests() -> Sequence[FormRequest]:
    """The requests of which somebody is to be told by an officer, who waits longest first."""
    untold = select(FormRequest).where(FormRequest.untold_since.is_not(None))
    return db.session.scalars(untold.order_by(FormRequest.untold_since, FormRequest.id)).all()


def count_untold_requests() -> int:
    """How many these are."""
    untold = select(func.count(FormRequest.id)).where(FormRequest.untold_since.is_not(None))
    return db.session.scalar(untold) or 0


def note_told(request_id: int, account_id: int | None) -> None:
    """Note that an officer told the person by another way, now.

    Raises `RequestNotFound`, and `RequestNotInHand` where a colleague has it in hand or nothing
    waits to be told.
    """
    with transaction():
        request = _in_hand(request_id, account_id)
        note_as_told(request, clock.now())
        audit.record(account_id, "form_requests.told", f"request {request_id}")


def leave_request_to_page(request_id: int, account_id: int | None) -> None:
    """Note that nothing reaches the person, who reads on the page alone from now on: the address to
    which no letter goes is taken out. The answer counts from when it was written there.

    Raises as `note_told`.
    """
    with transaction():
        request = _in_hand(request_id, account_id)
        note_as_told(request, request.settled_at or clock.now())
        request.email = request.unreached_at = request.unreached_why = None
        audit.record(account_id, "form_requests.leave_to_page", f"request {request_id}")


def _in_hand(request_id: int, account_id: int | None) -> FormRequest:
    request = locked_request(request_id)
    if account_id is None or request.handler_id != account_id or request.untold_since is None:
        raise RequestNotInHand
    return request


def mail_requests_again(account_id: int | None) -> None:
    """Try letters once more to all whom none reached; what is refused again comes back to the
    officers. Audited. What an officer told meanwhile is not told again."""
    unreached = select(FormRequest.id).where(FormRequest.unreached_at.is_not(None))
    for request_id in db.session.scalars(unreached).all():
        with transaction():
            request = locked_request(request_id)
            if request.unreached_at is not None:
                _mail_again(request)
                audit.record(account_id, "form_requests.mail_again", f"request {request_id}")


def _mail_again(request: FormRequest) -> None:
    waits = request.untold_since is not None
    request.unreached_at = request.unreached_why = request.untold_since = None
    if not waits:
        return
    if not request.is_open:
        request.reply_mailed_at = None
        enqueue(MAIL_SETTLED, request_id=request.id)
    else:
        request.acknowledgement_mailed_at = request.mailed_due_on = None
        enqueue_once(MAIL_RECEIVED, request_id=request.id)
