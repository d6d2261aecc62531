"""How many requests for another form were answered in time. Plain Python.

Whoever asks again has asked twice: each time a day is owed. What is open and past its day is
missed, as what was answered too late is.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from webapp.listening.rules.requests import WantedForm
from webapp.shared.quarters import Quarter


class Ending(StrEnum):
    """What became of one time that somebody asked."""

    IN_TIME = "in_time"
    LATE = "late"
    # Not answered yet; its day is here or to come.
    OPEN = "open"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Asked:
    """One time that somebody asked: in which quarter, for which form, and what became of it."""

    quarter: Quarter
    wanted: WantedForm
    ending: Ending


@dataclass
class RequestCount:
    """How many times it was asked, by what became of it; messages and missed are what the rules of
    telling groups call these."""

    endings: Counter[Ending] = field(default_factory=Counter)

    @property
    def messages(self) -> int:
        """How many times it was asked."""
        return self.endings.total()

    @property
    def missed(self) -> int:
        """How many were answered too late, or are open past their day."""
        return self.endings[Ending.LATE] + self.endings[Ending.OVERDUE]

    @property
    def pending(self) -> int:
        """How many are open and within their time."""
        return self.endings[Ending.OPEN]

    @property
    def unanswered(self) -> int:
        """How many are open, overdue or not."""
        return self.endings[Ending.OPEN] + self.endings[Ending.OVERDUE]

    @property
    def percent(self) -> float | None:
        """The share answered in time of what was owed by now, in percent; None for none."""
        owed = self.messages - self.pending
        return 100 * self.endings[Ending.IN_TIME] / owed if owed else None

    def and_of(self, other: "RequestCount") -> "RequestCount":
        """The same of both together."""
        return RequestCount(self.endings + other.endings)


def ending_of(due_on: date, answered_on: date | None, today: date) -> Ending:
    """What became of one time that somebody asked; `answered_on` None where nobody answered."""
    if answered_on is None:
        return Ending.OVERDUE if due_on < today else Ending.OPEN
    return Ending.LATE if due_on < answered_on else Ending.IN_TIME


def count_of(asked: Iterable[Asked]) -> RequestCount:
    """The figures of these together."""
    return RequestCount(Counter(one.ending for one in asked))
