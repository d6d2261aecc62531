"""What can be done with search: ask, keep entries, build the index anew."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import delete, func, select

from search_index.entry import Entry
from search_index.errors import IndexUnusable
from search_index.finding import find
from search_index.passages import passage
from search_index.query import Query, parse
from webapp.extensions import db
from webapp.search.index import current_index
from webapp.search.models import SearchEntry
from webapp.shared.outbox import enqueue_once
from webapp.shared.transaction import transaction

log = logging.getLogger(__name__)
BATCH = 500
# Without an index only names are looked through, and no more of them than a person reads.
MOST_WITHOUT_INDEX = 50


@dataclass(frozen=True)
class Item:
    """One thing found: the entry, and the piece of its text that shows why."""

    entry: Entry
    passage: Sequence[tuple[str, bool]]


@dataclass(frozen=True)
class Answer:
    """One page of what was found. `from_index` is false where only names were looked through."""

    items: Sequence[Item] = ()
    total: int = 0
    total_is_exact: bool = True
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    from_index: bool = True


def ask(typed: str, filters: Mapping[str, str], page: int = 1, per_page: int = 10) -> Answer:
    """What is found for the words that a person typed; nothing for no words.

    A missing or broken index is noted to be built anew, and names are looked through meanwhile.
    """
    query = parse(typed)
    if query.is_empty:
        return Answer()
    try:
        found = find(current_index().opened(), query, entries_by_id, filters, page, per_page)
    except IndexUnusable as reason:
        log.warning("search index: %s", reason)
        current_index().forget()
        request_rebuild()
        return _among_names(query, page, per_page)
    items = [Item(entry, passage(entry.text or entry.title, query)) for entry in found.entries]
    results = found.results
    return Answer(items, results.total, results.total_is_exact, results.facets)


def _among_names(query: Query, page: int, per_page: int) -> Answer:
    wanted = select(SearchEntry).where(SearchEntry.kind != "section")
    for group in query.wanted:
        wanted = wanted.where(SearchEntry.title.contains(group[0].text, autoescape=True))
    rows = db.session.scalars(wanted.limit(MOST_WITHOUT_INDEX)).all()
    shown = rows[(page - 1) * per_page : page * per_page]
    items = [Item(row.entry, passage(row.entry.text or row.title, query)) for row in shown]
    return Answer(items, len(rows), from_index=False)


def entries_by_id(ids: Sequence[str]) -> Mapping[str, Entry]:
    """The kept entries with these ids."""
    rows = db.session.scalars(select(SearchEntry).where(SearchEntry.id.in_(ids)))
    return {row.id: row.entry for row in rows}


def request_rebuild() -> None:
    """Note that the index is to be built anew, unless that is noted already."""
    with transaction():
        enqueue_once("search.rebuild")


def keep_source(source: str, version: str, entries: Iterable[Entry]) -> None:
    """Put what was made from a bill or document in place of what was made from it before."""
    fresh = list(entries)
    with transaction():
        old = set(_ids_of(source))
        _replace_rows(source, version, fresh)
    engine = current_index().opened()
    gone = old - {entry.id for entry in fresh}
    if gone:
        engine.remove(gone)
    engine.add(fresh)


def remove_source(source: str) -> None:
    """Take everything made from a bill or document out, for good and at once."""
    with transaction():
        old = _ids_of(source)
        db.session.execute(delete(SearchEntry).where(SearchEntry.source == source))
    if old:
        current_index().opened().remove(old)


def keep_rows(source: str, version: str, entries: Iterable[Entry]) -> None:
    """Keep entries for the next building of the index, in the caller's transaction."""
    _replace_rows(source, version, list(entries))


def _replace_rows(source: str, version: str, entries: list[Entry]) -> None:
    db.session.execute(delete(SearchEntry).where(SearchEntry.source == source))
    db.session.add_all(SearchEntry.of(entry, source, version) for entry in entries)


def _ids_of(source: str) -> list[str]:
    return list(db.session.scalars(select(SearchEntry.id).where(SearchEntry.source == source)))


def kept_versions() -> dict[str, str]:
    """The version of every source that entries were made from."""
    pairs = db.session.execute(select(SearchEntry.source, SearchEntry.source_version).distinct())
    return {row.source: row.source_version for row in pairs}


def drop_sources(sources: Iterable[str]) -> None:
    """Forget sources that are no longer shown, in the caller's transaction."""
    for source in sources:
        db.session.execute(delete(SearchEntry).where(SearchEntry.source == source))


def build_index() -> int:
    """Build the index anew from the kept entries; how many there are."""
    count = db.session.scalar(select(func.count()).select_from(SearchEntry)) or 0
    current_index().rebuild(_all_entries(), count)
    return count


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
