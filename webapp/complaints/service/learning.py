"""What a quarter teaches: causes by count, the rate of repeats, compliments by bureau."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, case, func, select

from webapp.complaints.models import CaseFinding, Complaint, Praise
from webapp.complaints.rules.figures import Register, kinds_that_teach
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
    """Of the messages of a register received from `first` to `last`: how many came that can teach
    something (all but compliments), how many of them were analysed, how many of these say a topic
    and a place and so can be compared, their root causes by count, which repeat an earlier one,
    and compliments passed on by bureau."""

    first: date
    last: date
    received: int
    analysed: int
    can_be_compared: frozenset[int]
    causes: list[tuple[int, int]]
    repeats: list[Repeat]
    compliments: list[tuple[Bureau, int]]

    @property
    def compared(self) -> int:
        """How many of the analysed messages say both what they are about and where."""
        return len(self.can_be_compared)

    @property
    def repeat_rate(self) -> float | None:
        """Repeats in percent of the messages that can be compared; None where none can."""
        return rate(len(self.repeats), self.compared)


def learned_between(
    first: date,
    last: date,
    without: Collection[int] = (),
    register: Register = Register.OFFICE,
) -> Learned:
    """What the messages of a register received from `first` to `last`, in Bangkok, teach.

    `without`: the messages that whoever looks may not see; nothing is counted of them.
    """
    return learned_each([(first, last)], without, register)[0]


def learned_each(
    periods: Sequence[tuple[date, date]],
    without: Collection[int] = (),
    register: Register = Register.OFFICE,
) -> list[Learned]:
    """As `learned_between` for each of some periods, the messages being read once for all."""
    begins = _moment(min(first for first, _last in periods))
    ends = _moment(max(last for _first, last in periods) + timedelta(days=1))
    # What a repeat repeats may lie before the period, one window at most.
    counted = _of_register(register) & Complaint.id.not_in(without)
    troubles = _troubles(begins - timedelta(days=WINDOW_DAYS + 1), ends, counted)
    repeated = repeats(troubles)
    received = _received(periods, counted)
    praised = _praised(begins, ends, without) if register is Register.OFFICE else []
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
        can_be_compared=frozenset(one.number for one in here.values() if one.can_be_compared),
        causes=sorted(causes.items(), key=lambda one: (-one[1], one[0])),
        repeats=[one for one in repeated if one.number in here],
        compliments=sorted(compliments.items(), key=lambda one: (-one[1], one[0])),
    )


def _of_register(register: Register) -> ColumnElement[bool]:
    """The messages of a register that can teach something; petitions are counted apart."""
    return Complaint.kind.in_([kind.value for kind in kinds_that_teach(register)])


def _received(periods: Sequence[tuple[date, date]], counted: ColumnElement[bool]) -> list[int]:
    """How many messages that can teach something came in each period; one query for all."""
    at = Complaint.received_at
    within = [
        (at >= _moment(first)) & (at < _moment(last + timedelta(days=1))) for first, last in periods
    ]
    wanted = select(*[func.count(case((one, 1))) for one in within]).where(counted)
    return list(db.session.execute(wanted).one())


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


def _troubles(begins: datetime, ends: datetime, counted: ColumnElement[bool]) -> list[Trouble]:
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
        .where(counted)
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
