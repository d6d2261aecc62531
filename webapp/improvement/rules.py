"""The order of improvements and the states that one passes through. Plain Python.

Source: the Secretariat's self-assessment, PMQA 4.0 category 3, points 3.1 Significance and 3.2
Advance: a plan "ตามลำดับความสำคัญเร่งด่วน" (by importance and urgency), followed up every quarter.
The source gives no scale and names no states; both are this service's own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SCALE = range(1, 4)


@dataclass(frozen=True)
class Rank:
    """How urgent and how important an improvement is, each 1 (least) to 3, and its first day.

    Raises ValueError for a number outside the scale.
    """

    urgent: int
    important: int
    proposed_on: date

    def __post_init__(self) -> None:
        if self.urgent not in SCALE or self.important not in SCALE:
            raise ValueError(f"urgent {self.urgent}, important {self.important}: use 1 to 3")

    @property
    def points(self) -> int:
        return self.urgent * self.important

    @property
    def order(self) -> tuple[int, int, date]:
        """What to sort by: most points first, then the more urgent, then the older."""
        return -self.points, -self.urgent, self.proposed_on


def in_order(ranks: Iterable[Rank]) -> list[Rank]:
    """What comes first: most points (urgent times important), then more urgent, then older."""
    return sorted(ranks, key=lambda rank: rank.order)


class State(StrEnum):
    """Where an improvement stands."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    DECLINED = "declined"
    TOLD_BACK = "told_back"


# What may follow a state. Both a yes and a no end only when the people who asked have been told.
NEXT: dict[State, tuple[State, ...]] = {
    State.PROPOSED: (State.PLANNED, State.DECLINED),
    State.PLANNED: (State.UNDER_WAY, State.DECLINED),
    State.UNDER_WAY: (State.DONE, State.DECLINED),
    State.DONE: (State.TOLD_BACK,),
    State.DECLINED: (State.TOLD_BACK,),
    State.TOLD_BACK: (),
}


def counts(target: str, set_on: date | None, quarter_begins: date) -> bool:
    """Whether a target of a quarter is one by which success is counted: it was set before the
    quarter began. Set later, it could be set by what had been reached.

    `set_on` is None for targets from before that day was kept; they count.
    """
    return bool(target) and (set_on is None or set_on < quarter_begins)


# What stands in the plan is followed up in writing every quarter, until it is done or declined.
FOLLOWED_UP = (State.PLANNED, State.UNDER_WAY)

# States in which the plan is public; a proposal is not yet one.
PUBLIC = (State.PLANNED, State.UNDER_WAY, State.DONE, State.DECLINED, State.TOLD_BACK)


class Source(StrEnum):
    """What an improvement answers."""

    NEED = "need"
    COMPLAINT = "complaint"
    CAUSE = "cause"
    SURVEY = "survey"


def success(met: int, due: int) -> float | None:
    """The indicator ร้อยละความสำเร็จตามแผนปรับปรุงการให้บริการ; None where nothing was due.

    `met` of the `due` quarter targets whose quarter has ended were met, each as it stood when its
    quarter began; one without a follow-up in writing counts as not met. A quarter for which no
    target was set, or none before it began, is owed a follow-up, but is not counted. The source
    names the indicator and gives no formula: this is ours.
    Raises ValueError unless 0 <= met <= due.
    """
    if not 0 <= met <= due:
        raise ValueError(f"{met} of {due}")
    return 100 * met / due if due else None
