"""How often needs are heard of, by day: for trends, which see no words but rising ones."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select

from webapp.extensions import db
from webapp.needs.models import Need, NeedTerm
from webapp.needs.service import aspects
from webapp.needs.service.words import term_key, terms_of
from webapp.shared import clock

# Of so many needs the newest with a word are opened to read it.
MOST_OPENED = 5


def first_heard() -> datetime | None:
    """When the first need of the register was heard; None for an empty register."""
    return db.session.scalar(select(func.min(Need.heard_at)))


def heard_by_aspect(since: date, until: date) -> Iterator[tuple[str, datetime]]:
    """Of each need heard on these days its aspect, as officers decided, else as its words speak,
    and when it was heard; needs without either are left out."""
    aspect = aspects.either()
    wanted = select(aspect, Need.heard_at).where(*_heard(since, until), aspect.is_not(None))
    for row in db.session.execute(wanted.execution_options(yield_per=5000)):
        yield str(row[0]), row[1]


def aspects_of(need_ids: Collection[int]) -> dict[int, str]:
    """The aspects of these needs, of those that have one."""
    aspect = aspects.either()
    wanted = select(Need.id, aspect).where(Need.id.in_(need_ids), aspect.is_not(None))
    return {row[0]: str(row[1]) for row in db.session.execute(wanted)}


def unchecked_by_aspect(since: date, until: date) -> dict[str, int]:
    """How many needs heard on these days have each aspect only as their words suggest."""
    aspect = aspects.unchecked()
    wanted = select(aspect, func.count()).where(*_heard(since, until), aspect.is_not(None))
    return {str(row[0]): row[1] for row in db.session.execute(wanted.group_by(aspect))}


def count_heard(since: date, until: date) -> int:
    """How many needs were heard on these days."""
    return db.session.scalar(select(func.count(Need.id)).where(*_heard(since, until))) or 0


def count_words(since: date, until: date, fewest: int) -> int:
    """How many different words stand in at least `fewest` of the needs heard on these days."""
    often = (
        select(NeedTerm.term)
        .join(Need, Need.id == NeedTerm.need_id)
        .where(*_heard(since, until))
        .group_by(NeedTerm.term)
        .having(func.count() >= fewest)
    )
    return db.session.scalar(select(func.count()).select_from(often.subquery())) or 0


def words_of_many(since: date, until: date, fewest: int, most: int) -> dict[int, int]:
    """The words, as keyed hashes, that needs of at least `fewest` different people have, heard on
    these days, in how many needs each is; the `most` that are in most needs."""
    people = func.count(func.coalesce(Need.person_id, -Need.id).distinct())
    wanted = (
        select(NeedTerm.term, func.count())
        .join(Need, Need.id == NeedTerm.need_id)
        .where(*_heard(since, until))
        .group_by(NeedTerm.term)
        .having(people >= fewest)
        .order_by(func.count().desc())
        .limit(most)
    )
    return {row[0]: row[1] for row in db.session.execute(wanted)}


def words_heard(
    terms: Collection[int], since: date, until: date
) -> Iterator[tuple[int, int, datetime]]:
    """Of each need heard on these days that has one of the words: the word, the need, and when."""
    wanted = (
        select(NeedTerm.term, NeedTerm.need_id, Need.heard_at)
        .join(Need, Need.id == NeedTerm.need_id)
        .where(NeedTerm.term.in_(terms), *_heard(since, until))
    )
    for row in db.session.execute(wanted.execution_options(yield_per=5000)):
        yield row[0], row[1], row[2]


def words_in(need_ids: Collection[int]) -> Iterator[tuple[int, int]]:
    """The words of these needs, as keyed hashes: the word and the need."""
    wanted = select(NeedTerm.term, NeedTerm.need_id).where(NeedTerm.need_id.in_(need_ids))
    for row in db.session.execute(wanted):
        yield row[0], row[1]


def word_of(term: int, secret: str) -> str:
    """The word that a keyed hash stands for, read from needs that have it; "" where none tells."""
    newest = (
        select(Need)
        .join(NeedTerm, NeedTerm.need_id == Need.id)
        .where(NeedTerm.term == term)
        .order_by(Need.heard_at.desc())
        .limit(MOST_OPENED)
    )
    for need in db.session.scalars(newest):
        for word in terms_of(need.subject, need.words):
            if term_key(word, secret) == term:
                return word
    return ""


def needs_with(
    since: date,
    until: date,
    aspect: str,
    terms: Collection[int],
    most: int | None,
    again: Collection[int] = (),
) -> list[int]:
    """The numbers of needs heard on these days of an aspect, or with one of the words, the newest
    first: the first `most` of those that stand by themselves, as each speaks for those under it;
    or all, those under others too. `again`: needs that were heard again on these days."""
    wanted = select(Need.id).where(or_(and_(*_heard(since, until)), Need.id.in_(again)))
    if most is not None:
        wanted = wanted.where(Need.merged_into_id.is_(None))
    if aspect:
        wanted = wanted.where(aspects.either() == aspect)
    if terms:
        having = select(NeedTerm.need_id).where(NeedTerm.term.in_(terms))
        wanted = wanted.where(Need.id.in_(having))
    return list(db.session.scalars(wanted.order_by(Need.heard_at.desc()).limit(most)))


def _heard(since: date, until: date) -> tuple[ColumnElement[bool], ...]:
    after = clock.start_of_day(until + timedelta(days=1))
    return Need.heard_at >= clock.start_of_day(since), Need.heard_at < after
