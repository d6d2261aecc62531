"""When messages go: the hours of digests, and how long to wait before trying again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

GIVE_UP_AFTER = timedelta(hours=72)
LATE_AFTER = timedelta(minutes=15)
ERASE_AFTER = timedelta(days=28)
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=5), timedelta(hours=8)
# Digests that were missed longer ago are not made up for: the next one brings what they had.
_LOOK_BACK = timedelta(hours=24)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Slot:
    """An hour at which digests go, in Bangkok; `weekday` is 0 for Monday."""

    day: str
    weekday: int
    hour: int

    @property
    def name(self) -> str:
        """As deliveries name it: "2026-03-02T08"."""
        return f"{self.day}T{self.hour:02}"


def slots_between(last: datetime, now: datetime, zone: tzinfo) -> Iterator[Slot]:
    """The hours that struck after `last` and until `now`, the oldest first."""
    moment = max(last, now - _LOOK_BACK).astimezone(zone)
    moment = moment.replace(minute=0, second=0, microsecond=0) + _HOUR
    while moment <= now:
        yield Slot(moment.date().isoformat(), moment.weekday(), moment.hour)
        moment += _HOUR


def wait_after(failures: int) -> timedelta:
    """How long a message rests after so many failures, 1 the first: twice as long each time."""
    return min(_FIRST_WAIT * 2 ** min(failures - 1, 10), _LONGEST_WAIT)
