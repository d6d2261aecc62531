"""Which letters are owed and which have gone out, so that a job run twice sends nothing twice."""

from collections.abc import Sequence

from sqlalchemy import select

from webapp.complaints.models import Complaint, ComplaintStep
from webapp.complaints.service.barring import refuse_barred
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.transaction import transaction


def acknowledgement_mailed(complaint: Complaint) -> None:
    """Note that the acknowledgement went out; the receipt code is known nowhere from then on."""
    with transaction():
        complaint.acknowledgement_mailed_at = clock.now()
        complaint.receipt_sealed = None


def untold_steps(complaint_id: int) -> Sequence[ComplaintStep]:
    """The steps that the person has not been told of yet, oldest first."""
    return db.session.scalars(
        select(ComplaintStep)
        .where(ComplaintStep.complaint_id == complaint_id)
        .where(ComplaintStep.announced, ComplaintStep.told_at.is_(None))
        .order_by(ComplaintStep.id)
    ).all()


def steps_told(steps: Sequence[ComplaintStep]) -> None:
    """Note that a letter told of these steps."""
    with transaction():
        for step in steps:
            step.told_at = clock.now()


def told_by_officer(complaint_id: int, account_id: int | None) -> None:
    """Note that an officer told the person of all steps so far, by telephone or by letter.

    Raises `ComplaintNotFound` where the officer may not see the message.
    """
    with transaction():
        refuse_barred(complaint_id, account_id)
        for step in untold_steps(complaint_id):
            step.told_at, step.told_by = clock.now(), account_id
        audit.record(account_id, "complaints.tell", f"complaint {complaint_id}")
