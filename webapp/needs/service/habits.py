"""What people ask about and where, for figures alone: no words, no names."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import ColumnElement, case, func, or_, select

from webapp.extensions import db
from webapp.needs.models import Need
from webapp.needs.rules.lists import Aspect, Channel, Origin, Who, aspect_of
from webapp.needs.service import aspects
from webapp.shared.habits import Habit

_CHANNELS = {
    Channel.EXECUTIVES: "executives",
    Channel.CALL_CENTER: "telephone",
    Channel.INTERNET: "internet",
    Channel.STAFF: "staff",
    Channel.SURVEYS: "surveys",
    Channel.BROADCASTS: "broadcasts",
    Channel.ACTIVITIES: "activities",
    Channel.SOCIAL_MEDIA: "facebook",
}


def habits() -> Iterator[Habit]:
    """Of each need of a known person, and of each taken from a message, its aspect and channel.

    Whose a need taken from a message is, is that message: "complaint:12"; its channel is told by
    complaints themselves. Other needs are nobody's that could be told from another.
    """
    known = or_(Need.person_id.is_not(None), Need.origin == Origin.COMPLAINT)
    columns = (Need.person_id, Need.origin_ref, aspects.either(), Need.channel)
    for person, message, aspect, channel in db.session.execute(
        select(*columns).where(known).execution_options(yield_per=5000)
    ):
        whose = f"person:{person}" if person else f"complaint:{message}"
        if aspect:
            yield Habit(whose, f"need:{aspect}")
        if person:
            yield Habit(whose, f"channel:{_CHANNELS[Channel[channel]]}")


def people_by_group() -> Iterator[tuple[str | None, Who, Aspect | None, int]]:
    """How many different people ask about each aspect, as officers decided, and under None about
    any that only the words of needs suggest: by the group that an officer chose, None for none, and
    the sort of who asks. An unnamed person counts once for each need, as nobody can tell."""
    for group, who, key, asking in _people(aspects.decided()):
        if found := aspect_of(key):
            yield group, who, found, asking
    some = case((aspects.unchecked().is_not(None), "some"))
    for group, who, _some, asking in _people(some):
        yield group, who, None, asking


def _people(aspect: ColumnElement[str | None]) -> Iterator[tuple[str | None, Who, str, int]]:
    # Grouped by person and summed here: many times as fast as counting distinct people there.
    columns = (Need.group_key, Need.who, aspect, Need.person_id)
    grouped = select(*columns, func.count()).where(aspect.is_not(None)).group_by(*columns)
    people: Counter[tuple[str | None, Who, str]] = Counter()
    for group, who, key, person, count in db.session.execute(grouped):
        people[group, who, str(key)] += 1 if person else count
    for (group, who, key), asking in people.items():
        yield group, who, key, asking
