"""The figures of complaints: shares, medians and distributions, from counted verdicts.

The formula, said beside each share: in time ÷ (in time + missed). Missed is what was done too late
and what is not done though its day is past; nothing that is still within its time is assessed, so
a quarter without a due promise has no share, and never one of 100 percent.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from webapp.complaints.rules.kinds import UNDECIDED, Kind
from webapp.complaints.rules.verdicts import Measure, Outcome
from webapp.shared.disclosure import FEWEST, REMAINDER


class Register(StrEnum):
    """What is counted apart: what is about the office's work, and petitions to the Senate."""

    OFFICE = "office"
    PETITIONS = "petitions"


class Scope(StrEnum):
    """Who reads the figures: everybody, without small groups, or staff."""

    PUBLIC = "public"
    STAFF = "staff"


class Way(StrEnum):
    """By what messages are grouped; WHOLE is all of a quarter together."""

    WHOLE = "whole"
    KIND = "kind"
    CHANNEL = "channel"
    BUREAU = "bureau"
    SUBJECT = "subject"


GROUPED = (Way.KIND, Way.CHANNEL, Way.BUREAU, Way.SUBJECT)
# The key of the whole, and of messages that nobody has sorted by subject yet.
ALL, UNSORTED = "all", "unsorted"
# Working days in one line of the distribution; the last has no end.
BINS: tuple[tuple[int, int | None], ...] = (
    (0, 0), (1, 1), (2, 2), (3, 3), (4, 6), (7, 10), (11, None),
)  # fmt: skip


def register_of(kind: str) -> Register:
    """The register in which a message is counted."""
    return Register.PETITIONS if kind == Kind.PETITION else Register.OFFICE


def kinds_that_teach(register: Register) -> frozenset[Kind]:
    """The kinds of a register from which causes are learned: all but compliments."""
    return frozenset(kind for kind in Kind if register_of(kind) is register) - {Kind.COMPLIMENT}


class Cell(NamedTuple):
    """So many messages of a group have this outcome of a measure, after so many working days."""

    way: Way
    key: str
    measure: Measure
    outcome: Outcome
    days: int | None
    messages: int


@dataclass
class Figure:
    """One measure of a group of messages: how many had each outcome, and after how many days."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    days: Counter[int] = field(default_factory=Counter)
    # Missed, and not done: longer than any number of days.
    undone: int = 0

    def add(self, outcome: Outcome, days: int | None, count: int) -> None:
        """Add `count` messages of this outcome; `days` None where the office has not done it."""
        self.outcomes[outcome] += count
        if days is not None:
            self.days[days] += count
        elif outcome is Outcome.MISSED:
            self.undone += count

    @property
    def met(self) -> int:
        """How many were done in time."""
        return self.outcomes[Outcome.MET]

    @property
    def missed(self) -> int:
        """How many were done too late, or are not done and late."""
        return self.outcomes[Outcome.MISSED]

    @property
    def pending(self) -> int:
        """How many are still within their time."""
        return self.outcomes[Outcome.PENDING]

    @property
    def assessed(self) -> int:
        """How many can be assessed."""
        return self.met + self.missed

    @property
    def messages(self) -> int:
        """How many there are, assessed or not."""
        return self.outcomes.total()

    @property
    def percent(self) -> float | None:
        """The share done in time, in percent; None where nothing can be assessed."""
        return 100 * self.met / self.assessed if self.assessed else None

    @property
    def median(self) -> float | None:
        """The median of working days, what is undone and late being longer than any.

        None where nothing can be assessed, or half or more of it is undone.
        """
        ordered = sorted(self.days.elements())
        total = len(ordered) + self.undone
        middle = [(total - 1) // 2, total // 2]
        if not total or middle[1] >= len(ordered):
            return None
        return (ordered[middle[0]] + ordered[middle[1]]) / 2

    def distribution(self) -> list[int]:
        """How many were done within the days of each of BINS; the undone are beside it."""
        return [
            sum(n for d, n in self.days.items() if first <= d and (last is None or d <= last))
            for first, last in BINS
        ]


Group = Mapping[Measure, Figure]


def figures_of(cells: Iterable[Cell]) -> dict[Way, dict[str, dict[Measure, Figure]]]:
    """The figures of each group, from its cells."""
    found: dict[Way, dict[str, dict[Measure, Figure]]] = {}
    for cell in cells:
        group = found.setdefault(cell.way, {}).setdefault(cell.key, {})
        group.setdefault(cell.measure, Figure()).add(cell.outcome, cell.days, cell.messages)
    return found


def is_sorted(kind: str) -> bool:
    """Whether it is decided what a message is: before that no public group holds it."""
    return kind != UNDECIDED


def may_be_shown(messages: int) -> bool:
    """Whether so many messages of a quarter together are enough to be shown to everybody."""
    return messages >= FEWEST


def in_order(keys: Iterable[str], order: Iterable[str]) -> list[str]:
    """The keys in this order, others after them by name, and those too few to be shown last."""
    places = {key: place for place, key in enumerate(order)}
    return sorted(keys, key=lambda key: (key == REMAINDER, places.get(key, len(places)), key))
