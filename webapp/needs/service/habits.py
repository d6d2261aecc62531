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


def people_by_aspect() -> dict[tuple[Who, Aspect], int]:
    """How many different people of each sort ask about each aspect, as officers decided; an unnamed
    person counts once for each need, as nobody can tell."""
    people: Counter[tuple[Who, Aspect]] = Counter()
    for who, key, asking in _people(aspects.decided()):
        if found := aspect_of(key):
            people[who, found] += asking
    return people


def people_unchecked() -> dict[Who, int]:
    """The same of needs whose aspect only their words suggest: of each sort, about any aspect."""
    some = case((aspects.unchecked().is_not(None), "some"))
    return {who: asking for who, _some, asking in _people(some)}


def _people(aspect: ColumnElement[str | None]) -> Iterator[tuple[Who, str, int]]:
    # Grouped by person and summed here: many times as fast as counting distinct people there.
    grouped = (
        select(Need.who, aspect, Need.person_id, func.count())
        .where(aspect.is_not(None))
        .group_by(Need.who, aspect, Need.person_id)
    )
    people: Counter[tuple[Who, str]] = Counter()
    for who, key, person, count in db.session.execute(grouped):
        people[who, key] += 1 if person else count
    for (who, key), asking in people.items():
        yield who, key, asking
