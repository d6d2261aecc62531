"""When messages go: the hours of digests, and how long to wait before trying again."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from webapp.following.rules.wishes import Cadence

# Counted from when the other side first put a message off.
GIVE_UP_AFTER = timedelta(hours=72)
# What could not be brought is told by another way, or once the way works again, for so long.
FAILED_KEPT_FOR = timedelta(days=28)
LATE_AFTER = timedelta(minutes=15)
ERASE_AFTER = timedelta(days=28)
# So many messages of one event each come to one person within so long; what is more comes together,
# so long after the first of it: with all that is to be done before and after within LATE_AFTER.
MOST_AT_ONCE, RUSH_WITHIN = 20, timedelta(hours=1)
GATHERED_AFTER = timedelta(minutes=5)
# So long after two followers became one every matching has ended that had begun before.
LOOKED_AFTER = timedelta(minutes=1)
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=5), timedelta(hours=8)


@dataclass(frozen=True)
class Turn:
    """When some digests go, in Bangkok; `weekday` is 0 for Monday and counts for weekly ones."""

    cadence: Cadence
    weekday: int
    hour: int

    def last_struck(self, now: datetime, zone: tzinfo) -> datetime:
        """The last moment, not after `now`, at which they went or should have gone; what a pause
        held back goes at any time."""
        if self.cadence is Cadence.AT_ONCE:
            return now
        local = now.astimezone(zone)
        struck = local.replace(hour=self.hour, minute=0, second=0, microsecond=0)
        if self.cadence is Cadence.WEEKLY:
            struck += timedelta(days=self.weekday - local.weekday())
        step = timedelta(days=7 if self.cadence is Cadence.WEEKLY else 1)
        return struck if struck <= local else struck - step


def wait_after(failures: int) -> timedelta:
    """How long a message rests after so many failures, 1 the first: twice as long each time."""
    return min(_FIRST_WAIT * 2 ** min(failures - 1, 10), _LONGEST_WAIT)
