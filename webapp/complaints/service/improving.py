"""Telling people what became of their messages when an improvement that answers them moves."""

from collections.abc import Iterable

from sqlalchemy import select

from webapp.complaints.models import Complaint, ComplaintMessage, ImprovementTold
from webapp.complaints.rules.alerts import Cause
from webapp.complaints.rules.states import State
from webapp.complaints.service.errors import ComplaintNotFound
from webapp.complaints.service.steps import lock, mark
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.transaction import transaction


def tell_of_improvement(
    complaint_id: int, improvement_id: int, state: str, text: str, account_id: int | None
) -> bool:
    """Tell the person behind a message that an improvement came into a state: in the conversation,
    in the course, and by the person's own way of hearing.

    Each state is told once; True where it was told now. Nothing is told of what was taken back or
    erased.
    """
    with transaction():
        try:
            complaint = lock(complaint_id)
        except ComplaintNotFound:
            return False
        gone = State(complaint.state) is State.WITHDRAWN or complaint.erased_at is not None
        if gone or _was_told(complaint, improvement_id, state):
            return False
        db.session.add(
            ImprovementTold(
                complaint_id=complaint_id,
                improvement_id=improvement_id,
                state=state,
                at=clock.now(),
            )
        )
        # Not `say`: news of an improvement is no first reply, whoever moved it.
        complaint.messages.append(
            ComplaintMessage(
                state=complaint.state, text=text, at=clock.now(), account_id=account_id
            )
        )
        mark(complaint, account_id, cause=Cause.IMPROVEMENT)
    return True


def _was_told(complaint: Complaint, improvement_id: int, state: str) -> bool:
    same = select(ImprovementTold.id).where(
        ImprovementTold.complaint_id == complaint.id,
        ImprovementTold.improvement_id == improvement_id,
        ImprovementTold.state == state,
    )
    return db.session.scalar(same) is not None


def languages_of(complaint_ids: Iterable[int]) -> dict[int, str]:
    """The language in which the person behind each message is written to."""
    wanted = select(Complaint.id, Complaint.language).where(Complaint.id.in_(list(complaint_ids)))
    return dict(db.session.execute(wanted).all())
