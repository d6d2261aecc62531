"""The working-day clock of a message: it runs from receipt, and stands still while we ask.

Days are dates in Bangkok and moments are of Bangkok's time. The day of receipt is day 0 (what comes
after the cut-off, or on a closed day, is received on the next working day). A working day after it
counts where the clock runs at that day's cut-off; so neither the day on which we ask nor any until
the answer counts, and the day counts on which the person answers before the cut-off.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum

from webapp.shared.working_days import Standard, day_of_receipt, next_working_day


@dataclass(frozen=True)
class Pause:
    """The clock stands still from `begins` until before `ends`; None: it still does."""

    begins: datetime
    ends: datetime | None = None

    def covers(self, moment: datetime) -> bool:
        """Whether the clock stands still at `moment`."""
        return self.begins <= moment and (self.ends is None or moment < self.ends)


class StandsStill(Exception):
    """The clock stands still before the limit is reached; `left` working days are left then."""

    def __init__(self, left: int) -> None:
        super().__init__(f"{left} working days left")
        self.left = left


@dataclass(frozen=True)
class Count:
    """What is counted from: the moment of receipt, the closed days, the standard, the pauses."""

    received: datetime
    closed: Set[date]
    standard: Standard
    pauses: Sequence[Pause] = ()

    def limit_day(self, within: int) -> date:
        """The last day that is in time for a limit of `within` counted working days.

        Raises `StandsStill` where a pause without an end comes before it.
        """
        day = day_of_receipt(self.received, self.closed, self.standard)
        counted = 0
        while counted < within:
            day = next_working_day(day, self.closed)
            ends = datetime.combine(day, self.standard.cut_off, self.received.tzinfo)
            covering = [pause for pause in self.pauses if pause.covers(ends)]
            if any(pause.ends is None for pause in covering):
                raise StandsStill(within - counted)
            counted += not covering
        return day


class Lateness(IntEnum):
    """How late an answer is, in the two levels of the standard."""

    IN_TIME = 0
    LATE = 1
    VERY_LATE = 2


def lateness(today: date, due: date, very_late: date) -> Lateness:
    """How late it is on `today` with the answer due on `due`."""
    if today <= due:
        return Lateness.IN_TIME
    return Lateness.LATE if today <= very_late else Lateness.VERY_LATE
