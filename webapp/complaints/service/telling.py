"""Who is still to be told by telephone, letter or text relay, and by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from webapp.complaints.models import Complaint, ComplaintClosing, ComplaintStep
from webapp.complaints.rules.alerts import telling_alert_owed
from webapp.complaints.rules.closing import ASK_AGAIN_UNTIL
from webapp.complaints.rules.states import State
from webapp.complaints.service.barring import barred_ids
from webapp.complaints.service.calendar import day_after
from webapp.complaints.service.closing import Questions, questions_about
from webapp.complaints.service.standard import standard_by_version
from webapp.complaints.service.watching import note_alert
from webapp.complaints.service.ways import is_told_by_hand
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.transaction import transaction


@dataclass(frozen=True)
class Errand:
    """One person to be called or written to: since when there is news, and what to ask besides."""

    complaint: Complaint
    since: datetime
    questions: Questions | None
    # By when the standard wants it done; None where there are but questions to put.
    due_on: date | None = None

    @property
    def is_late(self) -> bool:
        """Whether the person should have been told before today."""
        return self.due_on is not None and self.due_on < clock.today()


def errands(seen_by: int | None) -> list[Errand]:
    """The people to be called or written to, who waits too long first, and of them who waits
    longest; `seen_by`: the officer who looks, and sees nothing of a message that this person may
    not see."""
    waiting = {
        complaint: Errand(complaint, since, _put(complaint), _due(complaint, since)[0])
        for complaint, since in _with_news()
    }
    for complaint in _to_be_asked():
        questions = _put(complaint)
        if questions is not None and complaint not in waiting:
            waiting[complaint] = Errand(complaint, questions.closing.closed_at, questions)
    hidden = barred_ids(seen_by)
    seen = [errand for errand in waiting.values() if errand.complaint.id not in hidden]
    return sorted(seen, key=lambda errand: (not errand.is_late, errand.since))


def late_errands(seen_by: int | None) -> list[Complaint]:
    """The messages whose person should have been told before today, who waits longest first;
    `seen_by` as in `errands`."""
    hidden, today = barred_ids(seen_by), clock.today()
    late = [(since, one) for one, since in _with_news() if _due(one, since)[0] < today]
    ordered = sorted(late, key=lambda found: (found[0], found[1].id))
    return [one for _since, one in ordered if one.id not in hidden]


def watch_errands() -> None:
    """Note whom officers should have told by now, each of the two levels once."""
    for complaint, since in _with_news():
        due, very_late = _due(complaint, since)
        alert = telling_alert_owed(clock.today(), due, very_late)
        if alert is not None:
            with transaction():
                note_alert(complaint, alert, due)


def _due(complaint: Complaint, since: datetime) -> tuple[date, date]:
    """By when a person is to be told, and the day after which that is very late: when the answer
    itself would have been due once more."""
    standard = standard_by_version(complaint.standard)
    within = standard.tell_within
    longest = within + standard.answer_within
    return day_after(since, within, standard), day_after(since, longest, standard)


def _with_news() -> list[tuple[Complaint, datetime]]:
    listed = (
        select(Complaint, func.min(ComplaintStep.at))
        .join(ComplaintStep, ComplaintStep.complaint_id == Complaint.id)
        .where(is_told_by_hand())
        .where(ComplaintStep.announced, ComplaintStep.told_at.is_(None))
        .group_by(Complaint.id)
    )
    return [(complaint, since) for complaint, since in db.session.execute(listed)]


def _to_be_asked() -> Sequence[Complaint]:
    listed = (
        select(Complaint)
        .join(ComplaintClosing, ComplaintClosing.complaint_id == Complaint.id)
        .where(is_told_by_hand(), Complaint.state == State.CLOSED.value)
        .where(ComplaintClosing.asked_on.is_not(None))
        .where(ComplaintClosing.closed_at > clock.now() - ASK_AGAIN_UNTIL)
    )
    return db.session.scalars(listed).unique().all()


def _put(complaint: Complaint) -> Questions | None:
    """The questions to be put by the officer who calls; None where the cap forbids, none are open,
    or the person was asked in vain for long enough."""
    questions = questions_about(complaint)
    return questions if questions and questions.asked and questions.to_be_tried else None
