"""What a quarter teaches: causes by count, the rate of repeats, compliments by bureau."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import case, func, select

from webapp.complaints.models import CaseFinding, Complaint, Praise
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.repeats import (
    WINDOW_DAYS,
    Repeat,
    Trouble,
    rate,
    repeats,
    sealed_place,
)
from webapp.extensions import db
from webapp.shared.bureaux import Bureau
from webapp.shared.clock import BANGKOK
from webapp.shared.settings import settings


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
    return learned_each([(first, last)], without)[0]


def learned_each(
    periods: Sequence[tuple[date, date]], without: Collection[int] = ()
) -> list[Learned]:
    """As `learned_between` for each of some periods, the messages being read once for all."""
    begins = _moment(min(first for first, _last in periods))
    ends = _moment(max(last for _first, last in periods) + timedelta(days=1))
    # What a repeat repeats may lie before the period, one window at most.
    troubles = _troubles(begins - timedelta(days=WINDOW_DAYS + 1), ends, without)
    repeated = repeats(troubles)
    received = _received(periods, without)
    praised = _praised(begins, ends, without)
    return [
        _learned(period, count, troubles, repeated, praised)
        for period, count in zip(periods, received, strict=True)
    ]


def _learned(
    period: tuple[date, date],
    received: int,
    troubles: Sequence[Trouble],
    repeated: Sequence[Repeat],
    praised: Sequence[tuple[Bureau, date]],
) -> Learned:
    first, last = period
    here = {one.number: one for one in troubles if first <= one.on <= last}
    causes = Counter(one.root_cause for one in here.values())
    compliments = Counter(bureau for bureau, on in praised if first <= on <= last)
    return Learned(
        first=first,
        last=last,
        received=received,
        analysed=len(here),
        causes=sorted(causes.items(), key=lambda one: (-one[1], one[0])),
        repeats=[one for one in repeated if one.number in here],
        compliments=sorted(compliments.items(), key=lambda one: (-one[1], one[0])),
    )


def _received(periods: Sequence[tuple[date, date]], without: Collection[int]) -> list[int]:
    """How many messages that can teach something came in each period; one query for all."""
    at = Complaint.received_at
    within = [
        (at >= _moment(first)) & (at < _moment(last + timedelta(days=1))) for first, last in periods
    ]
    counted = select(*[func.count(case((one, 1))) for one in within]).where(
        Complaint.kind != Kind.COMPLIMENT.value, Complaint.id.not_in(without)
    )
    return list(db.session.execute(counted).one())


def _praised(
    begins: datetime, ends: datetime, without: Collection[int]
) -> list[tuple[Bureau, date]]:
    """The bureau of each compliment that was passed on, and the day on which it was received."""
    rows = db.session.execute(
        select(Praise.bureau, Complaint.received_at, Complaint.id)
        .join(Complaint, Complaint.id == Praise.complaint_id)
        .where(Complaint.received_at >= begins, Complaint.received_at < ends)
        .where(Complaint.id.not_in(without))
        .distinct()
    )
    return [(row.bureau, row.received_at.astimezone(BANGKOK).date()) for row in rows]


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
    secret = settings().SECRET_KEY
    return [
        Trouble(
            row.id,
            row.received_at.astimezone(BANGKOK).date(),
            row.topic or "",
            # The place of a message that was erased is left as this alone.
            sealed_place(row.place_key, secret),
            row.root_cause_id,
        )
        for row in rows
    ]


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), BANGKOK)
