"""Which letters are owed and which have gone out, so that a job run twice sends nothing twice."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from webapp.complaints.models import Complaint, ComplaintStep
from webapp.complaints.rules.states import Move, State, can_add
from webapp.complaints.service.barring import hold
from webapp.complaints.service.calendar import day_after, recount
from webapp.complaints.service.errors import StepNotAllowed
from webapp.complaints.service.once import key_of
from webapp.complaints.service.standard import standard_by_version
from webapp.complaints.service.steps import say, step
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.settings import settings
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


def told_by_officer(
    complaint_id: int, account_id: int | None, said: str = "", token: str = ""
) -> None:
    """Note that an officer told the person of all steps so far, by telephone or by letter.

    `said`: what the person answered, added as the person's own words where an answer is owed; the
    clock runs again where we had asked. `token`: the random word of the form; the same form sent
    again changes nothing. Raises `ComplaintNotFound` where the officer may not see the message, or
    `StepNotAllowed` where nothing can be added any more.
    """
    key = _key(complaint_id, said, token)
    with transaction():
        complaint = hold(complaint_id, account_id)
        if key and any(one.source_key == key for one in complaint.messages):
            return
        if said and not can_add(State(complaint.state)):
            raise StepNotAllowed("answered meanwhile")
        _count_as_told(complaint, untold_steps(complaint_id), account_id)
        complaint.receipt_sealed = None
        if said:
            kept = say(complaint, said)
            kept.source_key, kept.entered_by, kept.entered_at = key, account_id, kept.at
            if complaint.is_asked:
                step(complaint, Move.HEAR, account_id, announced=False)
        audit.record(account_id, "complaints.tell", f"complaint {complaint_id}")


def _key(complaint_id: int, said: str, token: str) -> str | None:
    """What tells that the same words were sent before; None where there are none."""
    if not said or not token:
        return None
    return key_of(token, (str(complaint_id), "tell", said), (), settings().SECRET_KEY)


def heard(complaint: Complaint, at: datetime | None = None) -> None:
    """Note inside the caller's transaction that the person came and wrote: what an officer was to
    tell stands on the same page, and so has been told.

    `at`: when an officer heard her say it, where that was before now; what was to be told after
    that still is.
    """
    by_hand = [one for one in untold_steps(complaint.id) if one.by_hand]
    told = [one for one in by_hand if at is None or one.at <= at]
    _count_as_told(complaint, told, None, at)


# With these go words of an officer to the person: a question, an answer, where it went or belongs.
_WITH_WORDS = frozenset({State.WAITING, State.ANSWERED, State.REFERRED, State.OUT_OF_MANDATE})


def is_reply(made: ComplaintStep) -> bool:
    """Whether an officer wrote about the case with this step. News of an improvement, a question
    about publishing and what the service does by itself have a cause, and are no reply."""
    return not made.cause and State(made.state) in _WITH_WORDS


def _count_as_told(
    complaint: Complaint,
    told: Sequence[ComplaintStep],
    account_id: int | None,
    at: datetime | None = None,
) -> None:
    """What an officer had to tell counts from now on, or from `at`: the first reply, a question, an
    answer."""
    moment = at or clock.now()
    for one in told:
        one.told_at, one.told_by = moment, account_id
    if not any(one.by_hand for one in told):
        return
    if complaint.first_reply_at is None and any(one.by_hand and is_reply(one) for one in told):
        complaint.first_reply_at = moment
    if complaint.is_asked and complaint.wait_until is None:
        recount(complaint)
        standard = standard_by_version(complaint.standard)
        complaint.wait_until = day_after(moment, standard.wait_for_citizen, standard)
