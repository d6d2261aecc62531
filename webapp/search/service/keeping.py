"""Keeping what can be found: the rows of entries, what goes with them, and the index over them."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from sqlalchemy import delete

from search_index import engines
from search_index.entry import Entry
from webapp.extensions import db
from webapp.search.index import AUTO, current_index
from webapp.search.locks import hold_records
from webapp.search.models import SearchEntry
from webapp.search.service.changes import (
    bring_in_changes,
    changed_since_building_began,
    note_changes,
    tell_all_again,
)
from webapp.search.service.coming import announce_new
from webapp.search.service.kept import all_entries, count_entries, kept_version
from webapp.search.service.suggesting import keep_suggestions
from webapp.search.service.vocabulary import count_words, uncount_words
from webapp.shared.outbox import enqueue_later, enqueue_once, is_in_hand
from webapp.shared.transaction import transaction

# When to look again whether the index may be built anew.
AFTER_ANOTHER = timedelta(minutes=2)
_REBUILD = "search.rebuild"
# How often a record may change while its entries are made, before it is left for another minute.
_MOST_TRIES = 5
_DROPPED_AT_ONCE = 50


@dataclass(frozen=True)
class Source:
    """A record that can be found, by one entry or several.

    `key` is its public id ("b-12"); `make` gives its entries and is called only where `version` is
    another than the kept one.
    """

    key: str
    version: str
    make: Callable[[], Iterable[Entry]]


def request_rebuild() -> None:
    """Note that the index is to be built anew, unless that is noted already or being done."""
    with transaction():
        if not is_in_hand(_REBUILD):
            enqueue_once(_REBUILD)


def rebuild_later(tells: bool = True) -> None:
    """Note that the index is to be built anew once it is no more being built, unless that is noted
    already: what is built now may have been read before what was asked for."""
    with transaction():
        enqueue_later(_REBUILD, AFTER_ANOTHER, **({} if tells else {"tells": False}))


# Reads a record now; None where it is shown no more.
Reading = Callable[[], Source | None]


class StillChanging(Exception):
    """A record changed each time that its entries were made."""


def keep_records(records: Iterable[tuple[str, Reading]], tells: bool = True) -> None:
    """Put what is made from records, each given by its key and how it is read, in place of what was
    made from them before, in the index too; what is shown no more is in no answer from here on, for
    good. Who follows a search hears of what is new by that, unless it `tells` of nothing.

    A record is read again in the transaction that keeps it, where nobody else keeps it or takes it
    out: what was changed or withdrawn while its entries were made is not put back. Raises
    `StillChanging`, and `IndexUnusable`; what is noted is told to the index when it has been built
    anew.
    """
    for key, read in records:
        if not any(_is_kept(key, read, tells) for _try in range(_MOST_TRIES)):
            raise StillChanging(key)
    bring_in_changes()


def keep_sources(sources: Iterable[Source], tells: bool = True) -> None:
    """The same for records that nobody changes or withdraws, as they were read."""
    keep_records(((one.key, partial(_as_read, one)) for one in sources), tells)


def remove_source(key: str) -> None:
    """Take everything made from a record out, for good: from here on it is in no answer, however
    long it takes the index. Raises `IndexUnusable`."""
    keep_records([(key, lambda: None)])


def _as_read(source: Source) -> Source:
    return source


def _is_kept(key: str, read: Reading, tells: bool) -> bool:
    """Keep a record; False, with nothing done, where it changed meanwhile."""
    source = read()
    is_known = source is not None and kept_version(key) == source.version
    fresh = [] if source is None or is_known else list(source.make())
    with transaction():
        hold_records([key])
        # What this session has read before is read again.
        db.session.expire_all()
        if _version(read()) != _version(source):
            return False
        if is_known:
            note_changes(key, ())
            return True
        old = _replace_rows(key, _version(source), fresh, tells)
        note_changes(key, _ids(old) | _ids(fresh))
        count_words(old, fresh)
    return True


def _version(source: Source | None) -> str:
    return source.version if source else ""


def drop_source(key: str) -> None:
    """Take everything made from a record out of all answers, in the transaction of the caller, who
    waits: what takes longer, the index and the words of a long record, is left to `remove_source`
    and to the night."""
    hold_records([key])
    old = _replace_rows(key, "", [])
    # Noted in any case: what an index is being built from may have been read before.
    note_changes(key, _ids(old) or {key})
    uncount_words(old)


def keep_rows(made: Iterable[tuple[Source, list[Entry]]], tells: bool) -> None:
    """Keep entries for the building of the index that is under way; but not of a record of which
    something newer has been kept since it began. `tells` as for `keep_sources`."""
    read = list(made)
    with transaction():
        hold_records(source.key for source, _entries in read)
        newer = changed_since_building_began()
        gone: list[Entry] = []
        came: list[Entry] = []
        for source, entries in read:
            if source.key not in newer:
                old = _replace_rows(source.key, source.version, entries, tells)
                _note_gone(source.key, _ids(old) - _ids(entries))
                gone += old
                came += entries
        count_words(gone, came)


def drop_rows(keys: Iterable[str]) -> None:
    """Forget records that are no longer shown, as `keep_rows` keeps them."""
    left = sorted(keys)
    for start in range(0, len(left), _DROPPED_AT_ONCE):
        _drop(left[start : start + _DROPPED_AT_ONCE])


def _drop(keys: Collection[str]) -> None:
    with transaction():
        hold_records(keys)
        newer = changed_since_building_began()
        gone: list[Entry] = []
        for key in keys:
            if key not in newer:
                old = _replace_rows(key, "", [])
                _note_gone(key, _ids(old))
                gone += old
        count_words(gone, [])


def _note_gone(key: str, ids: Collection[str]) -> None:
    # What came is in the index that is being built; what went is in the one that answers.
    if ids:
        note_changes(key, ids)


def _replace_rows(key: str, version: str, entries: list[Entry], tells: bool = False) -> list[Entry]:
    """Gives what was kept before. The caller counts the words, once and last of all: whoever waits
    for a word that another counts then holds nothing that the other waits for."""
    old = _taken_out(key)
    db.session.add_all(SearchEntry.of(entry, key, version) for entry in entries)
    keep_suggestions(key, entries)
    if tells:
        announce_new(key, old, entries)
    return old


def _taken_out(key: str) -> list[Entry]:
    """The entries that this very deletion took out: of two at once only one is given them."""
    gone = delete(SearchEntry).where(SearchEntry.source == key)
    rows = db.session.execute(gone.returning(*SearchEntry.__table__.c)).mappings().all()
    return [SearchEntry(**row).entry for row in rows]


def _ids(entries: Iterable[Entry]) -> set[str]:
    return {entry.id for entry in entries}


def build_index() -> int:
    """Build the index anew from the kept entries; how many there are. What changes meanwhile is in
    answers at once, and in the new index after `bring_in_changes`."""
    count = count_entries()
    current_index().rebuild(all_entries(), count, tell_all_again)
    return count


def outgrown_by() -> int:
    """How many entries there are, where that is too many for the engine that the settings name;
    0 where it is not, or where the engine is chosen by itself."""
    index, count = current_index(), count_entries()
    return count if index.setting != AUTO and index.is_outgrown(count) else 0


def most_entries() -> int:
    """At how many entries the engine is to be changed: Whoosh is too slow for more."""
    return engines.MOST_FOR_WHOOSH
