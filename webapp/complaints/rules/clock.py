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
        for counted in range(within):
            reached = self._next_counted(day)
            if reached is None:
                raise StandsStill(within - counted)
            day = reached
        return day

    def days_until(self, day: date) -> int:
        """The working days counted when `day` came: the least limit that it is in time for.

        `day` is within `limit_day(n)` exactly for every n from this number on. No pause may be
        without an end.
        """
        reached: date | None = self.limit_day(0)
        counted = 0
        while reached is not None and reached < day:
            counted += 1
            reached = self._next_counted(reached)
        return counted

    def _next_counted(self, day: date) -> date | None:
        """The first working day after `day` on which the clock runs at the cut-off.

        None where a pause without an end comes before it.
        """
        while True:
            day = next_working_day(day, self.closed)
            ends = datetime.combine(day, self.standard.cut_off, self.received.tzinfo)
            covering = [pause for pause in self.pauses if pause.covers(ends)]
            if not covering:
                return day
            if any(pause.ends is None for pause in covering):
                return None


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
