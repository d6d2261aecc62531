"""What a wish would have brought in the last 90 days, by the rules of matching."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from webapp.following.rules.happenings import Happening
from webapp.following.rules.wishes import (
    Cadence,
    NewsKind,
    Wish,
    cadence_of,
    kinds_in,
    mask,
)
from webapp.following.service.past import past
from webapp.shared import clock

DAYS = 90
_CHOOSABLE = frozenset(NewsKind) - {
    NewsKind.BILL_ENDED, NewsKind.COMPLAINT_STEP, NewsKind.IMPROVEMENT, NewsKind.CASE_CHANGED,
}  # fmt: skip


@dataclass(frozen=True)
class Preview:
    """What would have come in `days` days, the newest first, and in how many messages."""

    happenings: tuple[Happening, ...]
    messages: int
    days: int = DAYS

    @cached_property
    def per_week(self) -> float:
        """How many messages a week that is."""
        return self.messages * 7 / self.days


def preview(wish: Wish, days: int = DAYS) -> Preview:
    """What this wish would have brought in the last `days` days up to today."""
    last = clock.today()
    first = last - timedelta(days=days - 1)
    wanted = kinds_in(mask(wish.kinds))
    found = [
        one
        for one in past(wish.subject, first, last)
        if one.kind in wanted or one.kind not in _CHOOSABLE
    ]
    found.sort(key=lambda one: one.on or first, reverse=True)
    return Preview(tuple(found), _messages(wish, found, first), days)


def _messages(wish: Wish, found: list[Happening], first: date) -> int:
    cadence = cadence_of(wish)
    if cadence is Cadence.FEED_ONLY:
        return 0
    if cadence is Cadence.AT_ONCE:
        return len(found)
    step = 1 if cadence is Cadence.DAILY else 7
    return len({((one.on or first) - first).days // step for one in found})
