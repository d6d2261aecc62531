"""Which letters are owed and which have gone out, so that a job run twice sends nothing twice."""

from collections.abc import Sequence

from sqlalchemy import select

from webapp.complaints.models import Complaint, ComplaintStep
from webapp.complaints.rules.states import Move, State, can_add
from webapp.complaints.service.barring import hold
from webapp.complaints.service.calendar import day_after, recount
from webapp.complaints.service.errors import StepNotAllowed
from webapp.complaints.service.standard import standard_by_version
from webapp.complaints.service.steps import say, step
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
    """Note that a letter told of these steps of one message; those that an officer was to tell, as
    letters did not arrive, count from now."""
    with transaction():
        if steps:
            _count_as_told(db.session.get_one(Complaint, steps[0].complaint_id), steps, None)


def told_by_officer(complaint_id: int, account_id: int | None, said: str = "") -> None:
    """Note that an officer told the person of all steps so far, by telephone or by letter.

    `said`: what the person answered, added as the person's own words where an answer is owed; the
    clock runs again where we had asked. Raises `ComplaintNotFound` where the officer may not see
    the message, or `StepNotAllowed` where nothing can be added any more.
    """
    with transaction():
        complaint = hold(complaint_id, account_id)
        if said and not can_add(State(complaint.state)):
            raise StepNotAllowed("answered meanwhile")
        _count_as_told(complaint, untold_steps(complaint_id), account_id)
        complaint.receipt_sealed = None
        if said:
            say(complaint, said)
            if complaint.is_asked:
                step(complaint, Move.HEAR, account_id, announced=False)
        audit.record(account_id, "complaints.tell", f"complaint {complaint_id}")


def heard(complaint: Complaint) -> None:
    """Note inside the caller's transaction that the person came and wrote: what an officer was to
    tell stands on the same page, and so has been told."""
    _count_as_told(complaint, [one for one in untold_steps(complaint.id) if one.by_hand], None)


def _count_as_told(
    complaint: Complaint, told: Sequence[ComplaintStep], account_id: int | None
) -> None:
    """What an officer had to tell counts from now on: the first reply, a question, an answer."""
    now = clock.now()
    for one in told:
        one.told_at, one.told_by = now, account_id
    if not any(one.by_hand for one in told):
        return
    if complaint.first_reply_at is None and any(one.is_from_office for one in complaint.messages):
        complaint.first_reply_at = now
    if complaint.is_asked and complaint.wait_until is None:
        recount(complaint)
        standard = standard_by_version(complaint.standard)
        complaint.wait_until = day_after(now, standard.wait_for_citizen, standard)
