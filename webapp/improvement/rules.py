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


def in_order(ranks: Iterable[Rank]) -> list[Rank]:
    """What comes first: most points (urgent times important), then more urgent, then older."""
    return sorted(ranks, key=lambda rank: (-rank.points, -rank.urgent, rank.proposed_on))


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


def needs_follow_up(state: State) -> bool:
    """Whether an improvement is looked at again at the end of the quarter."""
    return state is not State.TOLD_BACK
