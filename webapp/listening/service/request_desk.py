"""What officers do with requests for another form: look through them, take up, settle. Audited."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from webapp.extensions import db
from webapp.listening.models.requests import FormRequest, FormRequestMessage
from webapp.listening.rules.requests import OPEN, SETTLED, RequestState, may_settle
from webapp.listening.service.request_untold import leave_to_officers
from webapp.listening.service.requests import MAIL_SETTLED, locked_request, request_by_id
from webapp.shared import audit, clock
from webapp.shared.errors import Refused
from webapp.shared.outbox import enqueue
from webapp.shared.pagination import Page
from webapp.shared.transaction import transaction

PER_PAGE = 25
# What the front page of the desk names; the others are in the list.
FIRST = 5
_DUE_FIRST = (FormRequest.due_on, FormRequest.received_at, FormRequest.id)


@dataclass(frozen=True)
class Waiting:
    """How many requests wait, how many of them are late, and the first ones, late ones on top."""

    total: int
    late: int
    first: Sequence[FormRequest]


class RequestNotInHand(Refused):
    """The officer does not have the request in hand, or it is settled already."""


def request_queue(number: int, settled: bool = False) -> Page[FormRequest]:
    """One page of the open requests, those due first on top; of those `settled`, newest first."""
    wanted = FormRequest.state.in_(SETTLED if settled else OPEN)
    newest = (FormRequest.settled_at.desc(), FormRequest.id.desc())
    total = db.session.scalar(select(func.count(FormRequest.id)).where(wanted)) or 0
    found = db.session.scalars(
        select(FormRequest)
        .where(wanted)
        .order_by(*(newest if settled else _DUE_FIRST))
        .limit(PER_PAGE)
        .offset((number - 1) * PER_PAGE)
    )
    return Page(found.all(), number, PER_PAGE, total)


def waiting_requests() -> Waiting:
    """What the office owes to those who asked for another form."""
    is_open = FormRequest.state.in_(OPEN)
    count = select(func.count(FormRequest.id)).where(is_open)
    late = count.where(FormRequest.due_on < clock.today())
    first = select(FormRequest).where(is_open).order_by(*_DUE_FIRST).limit(FIRST)
    return Waiting(
        total=db.session.scalar(count) or 0,
        late=db.session.scalar(late) or 0,
        first=db.session.scalars(first).all(),
    )


def open_request(request_id: int, account_id: int | None) -> FormRequest:
    """One request as an officer reads it; that it was read is audited. Raises `RequestNotFound`."""
    with transaction():
        request = request_by_id(request_id)
        _audit(account_id, "read", request_id)
    return request


def take_up_request(request_id: int, account_id: int | None) -> None:
    """Take a request in hand, or over from a colleague; a settled one too whose person is still to
    be told.

    Raises `RequestNotFound`, and `RequestNotInHand` where it is settled already and told.
    """
    with transaction():
        request = locked_request(request_id)
        if not request.is_open and request.untold_since is None:
            raise RequestNotInHand
        request.handler_id = account_id
        if request.is_open:
            request.state = RequestState.IN_WORK
            request.taken_up_at = request.taken_up_at or clock.now()
        _audit(account_id, "take_up", request_id)


def settle_request(request_id: int, account_id: int | None, done: bool, reply: str) -> None:
    """End a request: `done`, or why it cannot be done, in the words of `reply` to the person.

    Raises `RequestNotFound` and `RequestNotInHand`.
    """
    with transaction():
        request = locked_request(request_id)
        if not may_settle(request.state, request.handler_id, account_id):
            raise RequestNotInHand
        request.state = RequestState.DONE if done else RequestState.CANNOT
        request.settled_at = clock.now()
        said = FormRequestMessage(
            at=clock.now(),
            text=reply,
            outcome=request.state,
            due_on=request.due_on,
            counted_from=request.counted_from,
            told_at=clock.now(),
        )
        request.messages.append(said)
        if request.unreached_at is not None:
            leave_to_officers(request)
        enqueue(MAIL_SETTLED, request_id=request_id)
        _audit(account_id, "done" if done else "cannot", request_id)


def _audit(account_id: int | None, deed: str, request_id: int) -> None:
    audit.record(account_id, f"form_requests.{deed}", f"request {request_id}")
