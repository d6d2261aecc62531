"""What everybody is told of a group's answers, so that no late message is known by its groups.

Who knew that one message of those by LINE was late, one of the suggestions, and one of a bureau's,
would know all of one message. So it is told between which numbers the late ones lie: as many as in
a step of five, 0 to 4, 5 to 9 and so on. Nothing told, and no difference of it, is nearer to one
to four messages, but where it is told that none was late, or all were. The whole is told as it is;
those of it that are in no group, and not still within their time, count as one more group.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from webapp.shared.disclosure import FEWEST

# Of as many the median tells no more than the steps do: with up to 4 late it is in time.
MEDIAN_FROM = 2 * FEWEST


class Counted(Protocol):
    """So many messages, or requests, and what became of them in time."""

    @property
    def messages(self) -> int:
        """How many there are."""

    @property
    def missed(self) -> int:
        """How many of them were late, or are not done and late."""

    @property
    def pending(self) -> int:
        """How many of them are still within their time."""


class Lasted(Counted, Protocol):
    """The same, with how long they took."""

    @property
    def assessed(self) -> int:
        """How many are not within their time any more."""

    @property
    def median(self) -> float | None:
        """The median of working days; None where there is none."""


@dataclass(frozen=True)
class Told:
    """One measure of a group: its messages, and between which numbers those lie that were late or
    are not done and late. `median` of working days; None where none is told."""

    messages: int
    fewest_late: int
    most_late: int
    median: float | None = None

    @property
    def is_told(self) -> bool:
        """Whether anything is said by the numbers."""
        return (self.fewest_late, self.most_late) != (0, self.messages)

    @property
    def is_exact(self) -> bool:
        """Whether there is but one number."""
        return self.fewest_late == self.most_late

    @property
    def percent(self) -> float | None:
        """What share at least was not late, in percent; None where nothing is told."""
        return 100 * (self.messages - self.most_late) / self.messages if self.is_told else None

    def and_of(self, other: "Told") -> "Told":
        """The same of the messages of two quarters together; no more is told than of each."""
        return Told(
            self.messages + other.messages,
            self.fewest_late + other.fewest_late,
            self.most_late + other.most_late,
        )

    def with_median(self, figure: Lasted) -> "Told":
        """With the median of the same messages, where it may be told."""
        return replace(self, median=figure.median) if figure.assessed >= MEDIAN_FROM else self


def tell(groups: Mapping[str, Counted], whole: Counted) -> dict[str, Told]:
    """What is told of one measure of a quarter's groups of one way; of the whole all is told."""
    if not whole.missed:
        return {key: Told(figure.messages, 0, 0) for key, figure in groups.items()}
    told = {key: _step(figure) for key, figure in groups.items()}
    if _is_solved(list(told.values()), whole):
        return {key: Told(one.messages, 0, one.messages) for key, one in told.items()}
    return told


def _is_solved(told: Sequence[Told], whole: Counted) -> bool:
    """Whether the whole, less what is told of the others, tells of a group, or of those in none,
    that one to four of it were late, or were not."""
    # What is still within its time is in no group.
    settled = whole.messages - whole.pending
    elsewhere = settled - sum(one.messages for one in told)
    parts = [*told, *([Told(elsewhere, 0, elsewhere)] if elsewhere > 0 else [])]
    if len(parts) == 1 or whole.missed == settled:
        return False
    fewest, most = sum(one.fewest_late for one in parts), sum(one.most_late for one in parts)
    for one in parts:
        low = max(one.fewest_late, whole.missed - (most - one.most_late))
        high = min(one.most_late, whole.missed - (fewest - one.fewest_late))
        if low == high and (0 < low < FEWEST or 0 < one.messages - low < FEWEST):
            return True
    return False


def _step(figure: Counted) -> Told:
    fewest = figure.missed - figure.missed % FEWEST
    return Told(figure.messages, fewest, min(fewest + FEWEST - 1, figure.messages))
