"""Keeping what can be found: the rows of entries, what goes with them, and the index over them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from search_index import engines
from search_index.entry import Entry
from webapp.extensions import db
from webapp.search.index import AUTO, current_index
from webapp.search.models import SearchEntry
from webapp.search.service.suggesting import keep_suggestions
from webapp.search.service.vocabulary import count_words
from webapp.shared.outbox import enqueue_once
from webapp.shared.transaction import transaction

BATCH = 500


@dataclass(frozen=True)
class Source:
    """A record that can be found, by one entry or several.

    `key` is its public id ("b-12"); `make` gives its entries and is called only where `version` is
    another than the kept one.
    """

    key: str
    version: str
    make: Callable[[], Iterable[Entry]]


def entries_by_id(ids: Sequence[str]) -> Mapping[str, Entry]:
    """The kept entries with these ids."""
    rows = db.session.scalars(select(SearchEntry).where(SearchEntry.id.in_(ids)))
    return {row.id: row.entry for row in rows}


def newest_first(ids: Sequence[str]) -> list[str]:
    """These ids by the day of their entries, the newest first, those without a day last."""
    dated = db.session.execute(
        select(SearchEntry.id)
        .where(SearchEntry.id.in_(ids))
        .order_by(SearchEntry.date.is_(None), SearchEntry.date.desc(), SearchEntry.id)
    )
    return [row.id for row in dated]


def request_rebuild() -> None:
    """Note that the index is to be built anew, unless that is noted already."""
    with transaction():
        enqueue_once("search.rebuild")


def keep_source(source: Source) -> None:
    """Put what is made from a record in place of what was made from it before, in the index too.

    Raises `IndexUnusable`; the next building of the index puts right what was not done.
    """
    fresh = list(source.make())
    gone = set(_ids_of(source.key)) - {entry.id for entry in fresh}
    _take_out(gone)
    with transaction():
        _replace_rows(source.key, source.version, fresh)
    _take_out(gone)
    current_index().change(lambda engine: engine.add(fresh))


def remove_source(key: str) -> None:
    """Take everything made from a record out, for good and at once. Raises `IndexUnusable`."""
    gone = _ids_of(key)
    _take_out(gone)
    with transaction():
        _replace_rows(key, "", [])
    _take_out(gone)


def _take_out(ids: Collection[str]) -> None:
    """Called before the rows change, as nothing tells after a crash what they were; and once more
    after it, as the index may have been built anew from them in between."""
    if ids:
        current_index().change(lambda engine: engine.remove(ids))


def keep_rows(made: Iterable[tuple[Source, list[Entry]]]) -> None:
    """Keep entries for the next building of the index."""
    with transaction():
        for source, entries in made:
            _replace_rows(source.key, source.version, entries)


def drop_rows(keys: Iterable[str]) -> None:
    """Forget records that are no longer shown, until the next building of the index."""
    with transaction():
        for key in keys:
            _replace_rows(key, "", [])


def _replace_rows(key: str, version: str, entries: list[Entry]) -> None:
    old = [row.entry for row in _rows_of(key)]
    db.session.execute(delete(SearchEntry).where(SearchEntry.source == key))
    db.session.add_all(SearchEntry.of(entry, key, version) for entry in entries)
    keep_suggestions(key, entries)
    count_words(old, entries)


def _rows_of(key: str) -> Sequence[SearchEntry]:
    return db.session.scalars(select(SearchEntry).where(SearchEntry.source == key)).all()


def _ids_of(key: str) -> list[str]:
    return list(db.session.scalars(select(SearchEntry.id).where(SearchEntry.source == key)))


def kept_versions() -> dict[str, str]:
    """The version of every record that entries were made from."""
    pairs = db.session.execute(select(SearchEntry.source, SearchEntry.source_version).distinct())
    return {row.source: row.source_version for row in pairs}


def build_index() -> int:
    """Build the index anew from the kept entries; how many there are."""
    count = count_entries()
    current_index().rebuild(_all_entries(), count)
    return count


def count_entries() -> int:
    """How many entries are kept."""
    return db.session.scalar(select(func.count()).select_from(SearchEntry)) or 0


def outgrown_by() -> int:
    """How many entries there are, where that is too many for the engine that the settings name;
    0 where it is not, or where the engine is chosen by itself."""
    index, count = current_index(), count_entries()
    return count if index.setting != AUTO and index.is_outgrown(count) else 0


def most_entries() -> int:
    """At how many entries the engine is to be changed: Whoosh is too slow for more."""
    return engines.MOST_FOR_WHOOSH


def _all_entries() -> Iterator[Entry]:
    last = ""
    while True:
        rows = db.session.scalars(
            select(SearchEntry).where(SearchEntry.id > last).order_by(SearchEntry.id).limit(BATCH)
        ).all()
        if not rows:
            return
        last = rows[-1].id
        yield from [row.entry for row in rows]
