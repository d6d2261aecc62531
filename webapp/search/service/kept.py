"""Reading what is kept of all that can be found."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import func, select

from search_index.entry import Entry
from webapp.extensions import db
from webapp.search.models import SearchEntry

BATCH = 500


def entries_by_id(ids: Sequence[str]) -> Mapping[str, Entry]:
    """The kept entries with these ids."""
    rows = db.session.scalars(select(SearchEntry).where(SearchEntry.id.in_(ids)))
    return {row.id: row.entry for row in rows}


def entries_of(key: str) -> Sequence[Entry]:
    """The kept entries of the record with this key; none where it is found no more."""
    rows = db.session.scalars(
        select(SearchEntry).where(SearchEntry.source == key).order_by(SearchEntry.id)
    )
    return [row.entry for row in rows]


def kept_versions() -> dict[str, str]:
    """The version of every record that entries were made from."""
    pairs = db.session.execute(select(SearchEntry.source, SearchEntry.source_version).distinct())
    return {row.source: row.source_version for row in pairs}


def kept_version(key: str) -> str | None:
    """The version of a record that entries were made from; None where there are none."""
    wanted = select(SearchEntry.source_version).where(SearchEntry.source == key)
    return db.session.scalar(wanted.limit(1))


def count_entries() -> int:
    """How many entries are kept."""
    return db.session.scalar(select(func.count()).select_from(SearchEntry)) or 0


def all_entries() -> Iterator[Entry]:
    """Every entry that is kept, by its id, a batch at a time."""
    last = ""
    while True:
        rows = db.session.scalars(
            select(SearchEntry).where(SearchEntry.id > last).order_by(SearchEntry.id).limit(BATCH)
        ).all()
        if not rows:
            return
        last = rows[-1].id
        yield from [row.entry for row in rows]
