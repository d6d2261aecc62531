"""The rounds of a message: from receipt to the word that ends it, and one after each reopening."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from webapp.complaints.rules.alerts import Cause
from webapp.complaints.rules.clock import Pause
from webapp.complaints.rules.states import ENDED, State

# These change the due day or the bureau, bring news or ask; the message stays in its state.
_NO_MOVES = frozenset(
    cause.value
    for cause in (
        Cause.CALENDAR,
        Cause.WAITING,
        Cause.HEARING,
        Cause.HANDED_OVER,
        Cause.IMPROVEMENT,
        Cause.ASKED_OTHERS,
        Cause.PUBLISHING,
    )
)


class Mark(NamedTuple):
    """A mark in the course of a message: the state reached, when, and why by itself ("" if not).

    `by_hand`: an officer has to tell the person of it, by telephone or letter, and did so at
    `told_at`, or has not done it yet. Only then does it count: nobody has been asked or answered by
    words that stand on a page which the person does not open.
    """

    state: str
    at: datetime
    cause: str = ""
    by_hand: bool = False
    told_at: datetime | None = None

    @property
    def counts_from(self) -> datetime | None:
        """Since when it counts; None while the person has not been told."""
        return self.told_at if self.by_hand else self.at


@dataclass(frozen=True)
class Round:
    """One time that an answer was owed; `ends` is None while it is.

    It ends with an answer, a referral, word that it is for others, or with the citizen taking the
    message back (`taken_back`).
    """

    begins: datetime
    pauses: tuple[Pause, ...] = ()
    ends: datetime | None = None
    taken_back: bool = False


def rounds_of(received: datetime, marks: Iterable[Mark]) -> list[Round]:
    """The rounds of a message, the first from its receipt; `marks` in the order of its course."""
    groups: list[tuple[datetime, list[Mark]]] = [(received, [])]
    for mark in marks:
        if mark.cause in _NO_MOVES:
            continue
        if mark.state == State.REOPENED:
            groups.append((mark.at, []))
        else:
            groups[-1][1].append(mark)
    return [_round(begins, found) for begins, found in groups]


def pauses_of(marks: Iterable[Mark]) -> list[Pause]:
    """When the clock stood still: since each question was put, until the next mark of another
    state."""
    pauses: list[Pause] = []
    asked: datetime | None = None
    for mark in marks:
        if mark.state == State.WAITING:
            asked = asked or mark.counts_from
        else:
            # A question that was told after all was over held nothing up.
            if asked is not None and asked < mark.at:
                pauses.append(Pause(asked, mark.at))
            asked = None
    return [*pauses, Pause(asked)] if asked else pauses


def _round(begins: datetime, marks: list[Mark]) -> Round:
    over = [
        (mark.counts_from, mark.state == State.WITHDRAWN)
        for mark in marks
        if mark.counts_from and (mark.state in ENDED or mark.state == State.WITHDRAWN)
    ]
    ends, taken_back = over[0] if over else (None, False)
    return Round(begins, tuple(pauses_of(marks)), ends, taken_back)
