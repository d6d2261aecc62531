"""What a wish would have brought in the last 90 days, by the rules of matching."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from webapp.following.rules.happenings import Happening
from webapp.following.rules.subjects import SubjectKind
from webapp.following.rules.wishes import Cadence, NewsKind, Wish, bit, bits_for, cadence_of, mask
from webapp.following.service.past import known_since, past
from webapp.shared import clock

DAYS = 90
# What is known only since it is announced here, by what is followed.
_BY_OTHERS = (NewsKind.NEW_FORM, NewsKind.SITTING, NewsKind.CORRECTED)
_BROUGHT = {
    SubjectKind.EVERYTHING: (*_BY_OTHERS, NewsKind.IMPROVEMENT, NewsKind.SEAT, NewsKind.FOUND),
    SubjectKind.MEMBER: (*_BY_OTHERS, NewsKind.SEAT),
    SubjectKind.COMMITTEE: (*_BY_OTHERS, NewsKind.SEAT),
    SubjectKind.SEARCH: (*_BY_OTHERS, NewsKind.IMPROVEMENT, NewsKind.FOUND),
    SubjectKind.IMPROVEMENTS: (NewsKind.IMPROVEMENT,),
    SubjectKind.CASE: (NewsKind.CASE_CHANGED,),
    SubjectKind.COMPLAINT: (NewsKind.COMPLAINT_STEP,),
    SubjectKind.DEADLINES: (),
}


@dataclass(frozen=True)
class Preview:
    """What would have come in `days` days, the newest first, and in how many messages."""

    happenings: tuple[Happening, ...]
    messages: int
    days: int = DAYS
    # Of some of the kinds wished for nothing is known before this day.
    known_since: date | None = None

    @cached_property
    def per_week(self) -> float:
        """How many messages a week that is."""
        return self.messages * 7 / self.days


def preview(wish: Wish, days: int = DAYS) -> Preview:
    """What this wish would have brought in the last `days` days up to today."""
    last = clock.today()
    first = last - timedelta(days=days - 1)
    wanted = mask(wish.kinds, wish.subject.kind)
    found = [
        one for one in past(wish.subject, first, last) if wanted & bits_for(one.kind, one.vote_id)
    ]
    found.sort(key=lambda one: one.on or first, reverse=True)
    return Preview(tuple(found), _messages(wish, found, first), days, _known_since(wish, first))


def _known_since(wish: Wish, first: date) -> date | None:
    """Since when all of what is wished for is known, where that is not the whole time."""
    brought = _BROUGHT.get(wish.subject.kind, _BY_OTHERS)
    wanted = mask(wish.kinds, wish.subject.kind)
    since = known_since()
    return since if since > first and any(wanted & bit(kind) for kind in brought) else None


def _messages(wish: Wish, found: list[Happening], first: date) -> int:
    cadence = cadence_of(wish)
    if cadence is Cadence.FEED_ONLY:
        return 0
    if cadence is Cadence.AT_ONCE:
        return len(found)
    step = 1 if cadence is Cadence.DAILY else 7
    return len({((one.on or first) - first).days // step for one in found})
