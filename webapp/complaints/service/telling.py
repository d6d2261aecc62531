"""Who is still to be told by telephone, letter or text relay, and how long telling took."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select

from webapp.complaints.models import Complaint, ComplaintClosing, ComplaintStep
from webapp.complaints.rules.channels import TOLD_BY_STAFF, ReplyBy
from webapp.complaints.rules.states import State
from webapp.complaints.service.barring import barred_ids
from webapp.complaints.service.closing import Questions, questions_about
from webapp.extensions import db
from webapp.shared.clock import BANGKOK


@dataclass(frozen=True)
class Errand:
    """One person to be called or written to: since when there is news, and what to ask besides."""

    complaint: Complaint
    since: datetime
    questions: Questions | None


@dataclass(frozen=True)
class Told:
    """One step that an officer told a person of: by which way, when it was made, when told."""

    way: ReplyBy
    made_at: datetime
    told_at: datetime


def errands(seen_by: int | None) -> list[Errand]:
    """The people to be called or written to, who waits longest first; `seen_by`: the officer who
    looks, and sees nothing of a message that this person may not see."""
    waiting = {
        complaint: Errand(complaint, since, _put(complaint)) for complaint, since in _with_news()
    }
    for complaint in _to_be_asked():
        questions = _put(complaint)
        if questions is not None and complaint not in waiting:
            waiting[complaint] = Errand(complaint, questions.closing.closed_at, questions)
    hidden = barred_ids(seen_by)
    seen = [errand for errand in waiting.values() if errand.complaint.id not in hidden]
    return sorted(seen, key=lambda errand: errand.since)


def _with_news() -> list[tuple[Complaint, datetime]]:
    listed = (
        select(Complaint, func.min(ComplaintStep.at))
        .join(ComplaintStep, ComplaintStep.complaint_id == Complaint.id)
        .where(Complaint.reply_by.in_(TOLD_BY_STAFF), Complaint.contact.is_not(None))
        .where(ComplaintStep.announced, ComplaintStep.told_at.is_(None))
        .group_by(Complaint.id)
    )
    return [(complaint, since) for complaint, since in db.session.execute(listed)]


def _to_be_asked() -> Sequence[Complaint]:
    listed = (
        select(Complaint)
        .join(ComplaintClosing, ComplaintClosing.complaint_id == Complaint.id)
        .where(Complaint.reply_by.in_(TOLD_BY_STAFF), Complaint.state == State.CLOSED.value)
        .where(ComplaintClosing.asked_on.is_not(None))
    )
    return db.session.scalars(listed).unique().all()


def _put(complaint: Complaint) -> Questions | None:
    """The questions to be put by the officer who calls; None where the cap forbids, or none are
    open."""
    questions = questions_about(complaint)
    return questions if questions and questions.asked else None


def told_by_hand(first: date, last: date) -> list[Told]:
    """What officers told people of from `first` to `last`, both included; for the figures."""
    begins = datetime.combine(first, time(), BANGKOK)
    ends = datetime.combine(last + timedelta(days=1), time(), BANGKOK)
    rows = db.session.execute(
        select(Complaint.reply_by, ComplaintStep.at, ComplaintStep.told_at)
        .join(Complaint, Complaint.id == ComplaintStep.complaint_id)
        .where(ComplaintStep.told_by.is_not(None))
        .where(ComplaintStep.told_at >= begins, ComplaintStep.told_at < ends)
        .order_by(ComplaintStep.id)
    )
    return [Told(way, made, told) for way, made, told in rows if told is not None]
