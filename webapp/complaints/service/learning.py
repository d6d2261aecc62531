"""What a quarter teaches: causes by count, the rate of repeats, compliments by bureau."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select

from webapp.complaints.models import CaseFinding, Complaint, Praise
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.repeats import WINDOW_DAYS, Repeat, Trouble, rate, repeats
from webapp.extensions import db
from webapp.shared.bureaux import Bureau
from webapp.shared.clock import BANGKOK


@dataclass(frozen=True)
class Learned:
    """Of the messages received from `first` to `last`: how many came that can teach something
    (all but compliments), how many of them were analysed, their root causes by count, which repeat
    an earlier one, and compliments passed on by bureau."""

    first: date
    last: date
    received: int
    analysed: int
    causes: list[tuple[int, int]]
    repeats: list[Repeat]
    compliments: list[tuple[Bureau, int]]

    @property
    def repeat_rate(self) -> float | None:
        """Repeats in percent of the analysed messages; None where none was analysed."""
        return rate(len(self.repeats), self.analysed)


def learned_between(first: date, last: date, without: Collection[int] = ()) -> Learned:
    """What the messages received from `first` to `last`, in Bangkok, teach.

    `without`: the messages that whoever looks may not see; nothing is counted of them.
    """
    begins, ends = _moment(first), _moment(last + timedelta(days=1))
    seen = Complaint.id.not_in(without)
    of_period = (Complaint.received_at >= begins) & (Complaint.received_at < ends) & seen
    teaching = Complaint.kind != Kind.COMPLIMENT.value
    counted = select(func.count(Complaint.id)).where(of_period, teaching)
    # What a repeat repeats may lie before the period, one window at most.
    troubles = _troubles(begins - timedelta(days=WINDOW_DAYS + 1), ends, without)
    here = {one.number: one for one in troubles if one.on >= first}
    causes = Counter(one.root_cause for one in here.values())
    praised = db.session.execute(
        select(Praise.bureau, func.count(Praise.complaint_id.distinct()))
        .join(Complaint, Complaint.id == Praise.complaint_id)
        .where(of_period)
        .group_by(Praise.bureau)
    ).all()
    return Learned(
        first=first,
        last=last,
        received=db.session.scalar(counted) or 0,
        analysed=len(here),
        causes=sorted(causes.items(), key=lambda one: (-one[1], one[0])),
        repeats=[one for one in repeats(troubles) if one.number in here],
        compliments=sorted(
            ((bureau, n) for bureau, n in praised), key=lambda one: (-one[1], one[0])
        ),
    )


def _troubles(begins: datetime, ends: datetime, without: Collection[int]) -> list[Trouble]:
    rows = db.session.execute(
        select(
            Complaint.id,
            Complaint.received_at,
            Complaint.topic,
            CaseFinding.place_key,
            CaseFinding.root_cause_id,
        )
        .join(CaseFinding, CaseFinding.complaint_id == Complaint.id)
        .where(Complaint.received_at >= begins, Complaint.received_at < ends)
        .where(Complaint.kind != Kind.COMPLIMENT.value, Complaint.id.not_in(without))
    )
    return [
        Trouble(
            row.id,
            row.received_at.astimezone(BANGKOK).date(),
            row.topic or "",
            row.place_key,
            row.root_cause_id,
        )
        for row in rows
    ]


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), BANGKOK)
