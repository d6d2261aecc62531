"""Who asks for what, how often. Staff alone see it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import selectinload

from webapp.extensions import db
from webapp.needs.models import Need, NeedPerson
from webapp.needs.rules.lists import Aspect, Who, aspect_of
from webapp.needs.service import aspects
from webapp.needs.service.errors import NeedNotFound
from webapp.needs.service.readings import note_readings
from webapp.needs.service.register import hidden_needs, within

# What one person asks for most is shown, so many lines of it.
MOST_WANTS = 100


@dataclass(frozen=True)
class Asking:
    """How often one person or group, or one sort of people, asked about each aspect.

    `by_aspect`: as officers decided, and under None what has no aspect at all. `unchecked`: what
    has one that its words suggest and no officer has checked.
    """

    who: Who
    person: NeedPerson | None
    by_aspect: dict[Aspect | None, int] = field(default_factory=dict)
    unchecked: int = 0

    @property
    def total(self) -> int:
        return sum(self.by_aspect.values()) + self.unchecked


def askings(since: date | None, until: date | None) -> list[Asking]:
    """Who has asked for what, how often: each named person, then the unnamed by sort.

    Merged needs count where they were said. Those who asked most come first.
    """
    is_unchecked = aspects.unchecked().is_not(None)
    columns = (Need.who, Need.person_id, aspects.decided(), is_unchecked)
    listed: Any = select(*columns, func.sum(Need.times)).group_by(*columns)
    counts: dict[tuple[Who, int | None], dict[Aspect | None, int]] = {}
    unchecked: Counter[tuple[Who, int | None]] = Counter()
    for who, person_id, aspect, suggested, times in db.session.execute(
        within(listed, since, until)
    ):
        held = counts.setdefault((who, person_id), {})
        if suggested:
            unchecked[who, person_id] += int(times)
        else:
            held[aspect_of(aspect)] = int(times)
    ids = [person_id for _who, person_id in counts if person_id]
    people = {
        person.id: person
        for person in db.session.scalars(select(NeedPerson).where(NeedPerson.id.in_(ids)))
    }
    found = [
        Asking(who, people.get(person_id) if person_id else None, held, unchecked[who, person_id])
        for (who, person_id), held in counts.items()
    ]
    return sorted(found, key=lambda one: (one.person is None, -one.total))


@dataclass(frozen=True)
class Want:
    """Something that one person or group asked for: the need that it stands under, how often this
    person asked, and when last."""

    need: Need
    times: int
    last_at: datetime


def wants_of(person_id: int, account_id: int | None) -> tuple[NeedPerson, Sequence[Want]]:
    """A person or group with what it asked for, the most often first, 100 at most; needs that were
    merged are one, unless the officer may not see the one under which they stand. That the officer
    saw them is noted. Raises `NeedNotFound`.
    """
    person = db.session.get(NeedPerson, person_id)
    if person is None:
        raise NeedNotFound
    hidden = hidden_needs(account_id)
    by_itself = case((Need.merged_into_id.not_in(hidden), Need.merged_into_id))
    lead = func.coalesce(by_itself, Need.id)
    times, last = func.sum(Need.times), func.max(Need.heard_at)
    hers = Need.person_id == person_id, Need.id.not_in(hidden)
    counted = select(lead, times, last).where(*hers).group_by(lead)
    rows = db.session.execute(counted.order_by(times.desc(), last.desc()).limit(MOST_WANTS)).all()
    note_readings([row[0] for row in rows], account_id)
    listed = select(Need).where(Need.id.in_([row[0] for row in rows]))
    found = {need.id: need for need in db.session.scalars(listed.options(selectinload(Need.files)))}
    return person, [Want(found[number], int(count), at) for number, count, at in rows]
