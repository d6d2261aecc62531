"""What people said after the end as figures need it, and how many were asked and said nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select

from webapp.complaints.models import ClosingAnswer, Complaint, ComplaintClosing, ComplaintStep
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.closing import ASK_AGAIN_UNTIL, AskedAt, Verdict, asked_until
from webapp.complaints.rules.states import State
from webapp.complaints.service.closing import closed_on
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.bureaux import Bureau
from webapp.shared.clock import BANGKOK


@dataclass(frozen=True)
class ClosingFigure:
    """One answer as figures need it: nothing in it tells who answered."""

    at: datetime
    time: AskedAt
    was_answered: Verdict
    was_solved: Verdict
    kind: str
    channel: Channel
    bureau: Bureau


def closing_answers(first: date, last: date) -> Sequence[ClosingFigure]:
    """Every answer given from `first` to `last`, both included, without who gave it."""
    begins = datetime.combine(first, time(), BANGKOK)
    ends = datetime.combine(last + timedelta(days=1), time(), BANGKOK)
    rows = db.session.execute(
        select(ClosingAnswer, Complaint.kind, Complaint.channel, Complaint.bureau)
        .join(ComplaintClosing, ComplaintClosing.id == ClosingAnswer.closing_id)
        .join(Complaint, Complaint.id == ComplaintClosing.complaint_id)
        .where(ClosingAnswer.at >= begins, ClosingAnswer.at < ends)
        .order_by(ClosingAnswer.id)
    )
    return [
        ClosingFigure(
            said.at, said.asked_at, said.was_answered, said.was_solved, kind, channel, bureau
        )
        for said, kind, channel, bureau in rows
    ]


def unanswered(first: date, last: date) -> list[tuple[AskedAt, str]]:
    """Who was asked and had not answered when the time for it was over, from `first` to `last`,
    both included: at which of the two times, and the kind of the message."""
    begins = datetime.combine(first, time(), BANGKOK) - ASK_AGAIN_UNTIL
    ends = datetime.combine(last + timedelta(days=1), time(), BANGKOK)
    rows = db.session.execute(
        select(ComplaintClosing, Complaint.kind)
        .join(Complaint, Complaint.id == ComplaintClosing.complaint_id)
        .where(ComplaintClosing.asked_on.is_not(None), Complaint.erased_at.is_(None))
        .where(ComplaintClosing.closed_at >= begins, ComplaintClosing.closed_at < ends)
        .order_by(ComplaintClosing.id)
    ).all()
    return [
        (asked, kind)
        for closing, kind in rows
        for asked in AskedAt
        if first <= (until := asked_until(closed_on(closing), asked)) <= last
        and until <= clock.today()
        and _said_nothing(closing, asked, until)
    ]


def _said_nothing(closing: ComplaintClosing, asked: AskedAt, until: date) -> bool:
    """Whether a closing stood until that day, unanswered."""
    if any(answer.asked_at is asked for answer in closing.answers):
        return False
    of_message = ComplaintStep.complaint_id == closing.complaint_id
    # What an officer entered later may have been said before the closing: the order tells.
    closed = select(func.max(ComplaintStep.id)).where(
        of_message,
        ComplaintStep.state == State.CLOSED.value,
        ComplaintStep.at <= closing.closed_at,
    )
    reopened = select(ComplaintStep.id).where(
        of_message,
        ComplaintStep.state == State.REOPENED.value,
        ComplaintStep.id > closed.scalar_subquery(),
        ComplaintStep.at < datetime.combine(until, time(), BANGKOK),
    )
    return db.session.scalar(reopened.limit(1)) is None
