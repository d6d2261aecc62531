"""One step of a message, with its mark in the course: what filing, tracking and desk share."""

from datetime import datetime

from webapp.complaints.events import complaint_moved
from webapp.complaints.models import (
    Complaint,
    ComplaintClosing,
    ComplaintMessage,
    ComplaintStep,
)
from webapp.complaints.rules.alerts import Cause
from webapp.complaints.rules.channels import TellBy
from webapp.complaints.rules.standard import in_force
from webapp.complaints.rules.states import Move, MoveNotAllowed, State, after, way_to
from webapp.complaints.service.calendar import hear_by, recount, start_clock
from webapp.complaints.service.errors import ComplaintNotFound, StepNotAllowed
from webapp.complaints.service.leading import let_go
from webapp.complaints.service.standard import standard_versions
from webapp.complaints.service.ways import told_now_by
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.clock import BANGKOK

# Where the office has said how it ends.
_ENDS = frozenset({State.ANSWERED, State.REFERRED, State.OUT_OF_MANDATE})
# The clock changes with these.
_CLOCKED = frozenset({Move.ASK, Move.HEAR, Move.REOPEN})
# What the citizen decides for this message alone: it follows no other any more, and leads none.
_ALONE = frozenset({Move.WITHDRAW, Move.REOPEN})


def lock(complaint_id: int) -> Complaint:
    """The message, held against other writers until the transaction ends.

    Raises `ComplaintNotFound`.
    """
    complaint = db.session.get(
        Complaint, complaint_id, with_for_update=True, populate_existing=True
    )
    if complaint is None:
        raise ComplaintNotFound
    return complaint


def step(
    complaint: Complaint,
    move: Move,
    account_id: int | None = None,
    *,
    referred_to: str | None = None,
    cause: Cause | None = None,
    announced: bool = True,
    at: datetime | None = None,
) -> None:
    """Make a move inside the caller's transaction, and those on the way to it.

    Those on the way are in the course, and the person hears of the last one. `at`: when it was
    made, where that was before now. Raises `StepNotAllowed`.
    """
    try:
        moves = way_to(State(complaint.state), move)
    except MoveNotAllowed as refusal:
        raise StepNotAllowed(str(refusal)) from refusal
    for made in moves:
        complaint.state = after(State(complaint.state), made).value
        last = made is move
        mark(
            complaint,
            account_id,
            cause=cause,
            referred_to=referred_to if last else None,
            announced=announced and last,
            at=at,
        )
        _run_clock(complaint, made, at or clock.now())
    if move is Move.CLOSE:
        db.session.add(ComplaintClosing(complaint_id=complaint.id, closed_at=clock.now()))
    if move in _ALONE:
        let_go(complaint.id)
    if complaint.ended_at is None and State(complaint.state) in _ENDS:
        complaint.ended_at = clock.now()


def _run_clock(complaint: Complaint, move: Move, at: datetime) -> None:
    complaint.hear_by = hear_by(complaint)
    if move not in _CLOCKED:
        return
    if move is Move.REOPEN:
        standard = in_force(standard_versions(), at.astimezone(BANGKOK).date())
        start_clock(complaint, at, standard)
    else:
        recount(complaint)
    if move is not Move.ASK:
        complaint.wait_until = None
        complaint.steps[-1].due_on = complaint.due_on


def mark(
    complaint: Complaint,
    account_id: int | None,
    *,
    cause: Cause | None = None,
    referred_to: str | None = None,
    announced: bool = True,
    at: datetime | None = None,
) -> ComplaintStep:
    """Note in the course where the message is now, or was `at` a time before; what is `announced`
    the person hears of.

    Nobody is called for what the person did.
    """
    by_hand = announced and told_now_by(complaint) is TellBy.OFFICER
    if by_hand and account_id is None and cause is None:
        by_hand = announced = False
    made = ComplaintStep(
        state=complaint.state,
        at=at or clock.now(),
        account_id=account_id,
        bureau=complaint.bureau,
        cause=cause.value if cause else "",
        referred_to=referred_to,
        announced=announced,
        by_hand=by_hand,
    )
    complaint.steps.append(made)
    db.session.flush()
    if announced:
        complaint_moved.send("complaints", complaint_id=complaint.id, step_id=made.id)
    return made


def say(complaint: Complaint, text: str, account_id: int | None = None) -> ComplaintMessage:
    """Add words to the conversation inside the caller's transaction.

    Those of the office are its first reply once they are told: see `letters.heard`.
    """
    said = ComplaintMessage(state=complaint.state, text=text, at=clock.now(), account_id=account_id)
    complaint.messages.append(said)
    is_reply = account_id is not None and complaint.steps[-1].counts_from is not None
    if is_reply and complaint.first_reply_at is None:
        complaint.first_reply_at = clock.now()
    return said
