"""The published standard: within how many working days each step is taken. It has versions.

A message is held to the version that was in force when it was received: the promise then made.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from webapp.complaints.rules.states import State
from webapp.shared.working_days import Standard

# Working days; no promise is longer.
MOST_DAYS = 60


class StandardFault(StrEnum):
    """Why a new version cannot be published."""

    NOT_LATER = "not_later"
    OUT_OF_RANGE = "out_of_range"
    OUT_OF_ORDER = "out_of_order"


class StandardRefused(ValueError):
    """A version that cannot be; `fault` says why."""

    def __init__(self, fault: StandardFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class PublishedStandard:
    """One version; every number is of working days, each counted as the answer's is."""

    version: int
    in_force_from: date
    # Whether it is ours: accepted, sent on, or out of our mandate.
    decide_within: int
    answer_within: int
    # The second level of lateness: whoever is above the bureau is told.
    very_late_after: int
    # The officer is reminded when so many are left.
    remind_before: int
    # How long the citizen has to answer a question, and to say that an answer is none.
    wait_for_citizen: int
    close_after: int
    # How long those to whom a message was sent on may take, before the bureau asks them.
    hear_within: int
    cut_off: time
    # Who hears by telephone, letter or text relay is told of each step within so many.
    tell_within: int = 1

    @property
    def counting(self) -> Standard:
        """What the counting of the answer's days needs."""
        return Standard(self.answer_within, self.cut_off)

    @property
    def grace(self) -> int:
        """Working days from late to very late; the same for every limit."""
        return self.very_late_after - self.answer_within


# Three working days on every channel, quick replies first (the self-assessment, 3.4); offices close
# at 16.30. The other limits are this service's own first proposal; staff publish better ones.
FIRST = PublishedStandard(
    version=1,
    in_force_from=date(2019, 10, 1),
    decide_within=1,
    answer_within=3,
    very_late_after=6,
    remind_before=1,
    wait_for_citizen=15,
    close_after=15,
    hear_within=15,
    cut_off=time(16, 30),
)


def check(new: PublishedStandard, present: PublishedStandard, today: date) -> None:
    """Raise `StandardRefused` where `new` cannot follow `present`: promises change ahead only."""
    if new.in_force_from <= max(today, present.in_force_from):
        raise StandardRefused(StandardFault.NOT_LATER)
    days = (new.decide_within, new.answer_within, new.very_late_after, new.wait_for_citizen,
            new.close_after, new.hear_within, new.tell_within)  # fmt: skip
    if not all(1 <= count <= MOST_DAYS for count in days) or new.remind_before < 0:
        raise StandardRefused(StandardFault.OUT_OF_RANGE)
    ordered = new.remind_before < new.answer_within < new.very_late_after
    if not ordered or new.decide_within > new.answer_within:
        raise StandardRefused(StandardFault.OUT_OF_ORDER)


def in_force(versions: list[PublishedStandard], day: date) -> PublishedStandard:
    """The version in force on `day`; the oldest where the day is before all of them."""
    begun = [version for version in versions if version.in_force_from <= day]
    return max(begun or versions[:1], key=lambda version: version.in_force_from)


def limit_of(state: State, standard: PublishedStandard) -> int | None:
    """Working days that a message may stay in `state`: None where it is at once or has no limit."""
    limits = {
        State.ACKNOWLEDGED: standard.decide_within,
        State.REOPENED: standard.decide_within,
        State.ACCEPTED: standard.answer_within,
        State.EXAMINING: standard.answer_within,
        State.WAITING: standard.wait_for_citizen,
        State.REFERRED: standard.hear_within,
        State.ANSWERED: standard.close_after,
        State.OUT_OF_MANDATE: standard.close_after,
    }
    return limits.get(state)
