"""What a person says to an officer later: kept for the person, who has no page to write on.

Rules and limits are those of the tracking page. What is said counts from when the office had it,
and both times are kept, as of the message itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from webapp.complaints.events import complaint_reopened, complaint_withdrawn
from webapp.complaints.models import Complaint, ComplaintMessage
from webapp.complaints.rules.channels import Channel, TellBy
from webapp.complaints.rules.states import Move, State
from webapp.complaints.rules.wishes import Wish, wishes_of
from webapp.complaints.service.barring import bar_named, hold
from webapp.complaints.service.consent import is_spoken_for
from webapp.complaints.service.errors import (
    CaseWithAnother,
    ReceivedInFuture,
    SaidBeforeMessage,
    StepNotAllowed,
)
from webapp.complaints.service.letters import heard
from webapp.complaints.service.once import key_of
from webapp.complaints.service.steps import say, step
from webapp.complaints.service.tracking import kept_with
from webapp.complaints.service.ways import told_now_by
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.settings import settings
from webapp.shared.uploads.checking import Upload
from webapp.shared.uploads.vault import Vault


@dataclass(frozen=True)
class Heard:
    """What a person said to an officer, and how it came.

    `received_at`: when the office had it; None for just now. `token`: the random word of the form,
    by which the same form sent twice is known.
    """

    wish: Wish
    text: str
    channel: Channel
    received_at: datetime | None = None
    uploads: Sequence[Upload] = ()
    token: str = ""


def is_heard_by_officer(complaint: Complaint) -> bool:
    """Whether an officer may write down what the person says: who has a page writes there alone."""
    by_hand = is_spoken_for(complaint) or told_now_by(complaint) is TellBy.OFFICER
    return by_hand and complaint.erased_at is None


def keep_heard(complaint_id: int, account_id: int | None, said: Heard, vault: Vault) -> None:
    """Do on behalf of a person what she told the officer who has the message in hand; audited.

    The same form sent again changes nothing. Raises `ComplaintNotFound`, `CaseWithAnother`,
    `StepNotAllowed` where the state does not allow it or the person writes alone,
    `ReceivedInFuture`, `SaidBeforeMessage`, or as `screen` and the vault do; nothing is kept then.
    """
    key = _key(complaint_id, said)
    try:
        with kept_with(said.uploads, vault) as keep:
            complaint = hold(complaint_id, account_id)
            if account_id is None or complaint.handler_id != account_id:
                raise CaseWithAnother
            if _is_known(key):
                return
            at = _moment(complaint, said)
            if said.wish not in wishes_of(State(complaint.state)):
                raise StepNotAllowed("answered or reopened meanwhile")
            _DEEDS[said.wish](complaint, said, at).source_key = key
            _sign(complaint.messages[-1], said, account_id, at)
            keep(complaint)
            bar_named(complaint)
            audit.record(account_id, f"complaints.{said.wish}_for", f"complaint {complaint_id}")
    except IntegrityError:
        # Two presses of the button at once: the other one has just kept it.
        if not _is_known(key):
            raise


def _key(complaint_id: int, said: Heard) -> str | None:
    if not said.token:
        return None
    received = said.received_at.isoformat() if said.received_at else ""
    words = (str(complaint_id), said.wish, said.channel, received, said.text)
    return key_of(said.token, words, said.uploads, settings().SECRET_KEY)


def _is_known(key: str | None) -> bool:
    known = select(ComplaintMessage.id).where(ComplaintMessage.source_key == key)
    return key is not None and db.session.scalar(known) is not None


def _moment(complaint: Complaint, said: Heard) -> datetime:
    """When the office had it."""
    if not is_heard_by_officer(complaint):
        raise StepNotAllowed("the person writes alone")
    now = clock.now()
    at = said.received_at or now
    if at > now:
        raise ReceivedInFuture
    if at < complaint.received_at:
        raise SaidBeforeMessage
    return at


def _sign(message: ComplaintMessage, said: Heard, account_id: int, at: datetime) -> None:
    message.at, message.channel = at, said.channel
    message.entered_by, message.entered_at = account_id, clock.now()


def _add(complaint: Complaint, said: Heard, at: datetime) -> ComplaintMessage:
    """Add the words; the clock runs again from `at` where they can answer what we had asked."""
    message = say(complaint, said.text)
    asked = [one.at for one in complaint.steps if one.state == State.WAITING and not one.cause]
    if complaint.stands_still and at >= asked[-1]:
        step(complaint, Move.HEAR, announced=False, at=at)
    return message


def _reopen(complaint: Complaint, said: Heard, at: datetime) -> ComplaintMessage:
    # Who says that it is no answer has been told it.
    heard(complaint, at)
    step(complaint, Move.REOPEN, at=at)
    complaint_reopened.send("complaints", complaint_id=complaint.id)
    return say(complaint, said.text)


def _thank(complaint: Complaint, said: Heard, _at: datetime) -> ComplaintMessage:
    return say(complaint, said.text)


def _withdraw(complaint: Complaint, said: Heard, at: datetime) -> ComplaintMessage:
    # Nobody is called any more about what was taken back.
    heard(complaint, at)
    step(complaint, Move.WITHDRAW, at=at)
    complaint_withdrawn.send("complaints", complaint_id=complaint.id)
    return say(complaint, said.text)


_DEEDS: dict[Wish, Callable[[Complaint, Heard, datetime], ComplaintMessage]] = {
    Wish.ADD: _add,
    Wish.REOPEN: _reopen,
    Wish.THANKS: _thank,
    Wish.WITHDRAW: _withdraw,
}
