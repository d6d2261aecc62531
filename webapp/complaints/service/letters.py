"""Which letters are owed and which have gone out, so that a job run twice sends nothing twice."""

from collections.abc import Sequence

from sqlalchemy import select

from webapp.complaints.models import Complaint, ComplaintMessage
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.transaction import transaction


def acknowledgement_mailed(complaint: Complaint) -> None:
    """Note that the acknowledgement went out."""
    with transaction():
        complaint.acknowledgement_mailed_at = clock.now()


def unmailed_answers(complaint_id: int) -> Sequence[ComplaintMessage]:
    """The office's words that no letter has announced yet, oldest first."""
    return db.session.scalars(
        select(ComplaintMessage)
        .where(ComplaintMessage.complaint_id == complaint_id)
        .where(ComplaintMessage.account_id.is_not(None), ComplaintMessage.mailed_at.is_(None))
        .order_by(ComplaintMessage.id)
    ).all()


def answers_mailed(messages: Sequence[ComplaintMessage]) -> None:
    """Note that a letter announced these words."""
    with transaction():
        for message in messages:
            message.mailed_at = clock.now()
