"""One step of a message, with its mark in the course: what filing, tracking and desk share."""

from datetime import date

from webapp.complaints.models import Complaint, ComplaintMessage, ComplaintStep
from webapp.complaints.rules.states import Move, MoveNotAllowed, State, after
from webapp.complaints.service.errors import ComplaintNotFound, StepNotAllowed
from webapp.extensions import db
from webapp.shared import clock


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
    due_on: date | None = None,
    referred_to: str | None = None,
) -> None:
    """Make a move inside the caller's transaction. Raises `StepNotAllowed`."""
    try:
        complaint.state = after(State(complaint.state), move).value
    except MoveNotAllowed as refusal:
        raise StepNotAllowed(str(refusal)) from refusal
    if due_on is not None:
        complaint.due_on = due_on
    complaint.steps.append(
        ComplaintStep(
            state=complaint.state,
            at=clock.now(),
            account_id=account_id,
            due_on=due_on,
            referred_to=referred_to,
        )
    )


def say(complaint: Complaint, text: str, account_id: int | None = None) -> None:
    """Add words to the conversation inside the caller's transaction."""
    complaint.messages.append(
        ComplaintMessage(state=complaint.state, text=text, at=clock.now(), account_id=account_id)
    )
