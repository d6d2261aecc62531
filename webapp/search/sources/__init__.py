"""What is searched, each kind of record in its module; what is kept is brought in line with it."""

from collections.abc import Iterable, Iterator
from itertools import chain

from flask import current_app

from search_index.entry import Entry
from webapp.search import service
from webapp.search.service import Source
from webapp.search.sources import answers, bills, documents, improvements, pages, people, votes

BATCH = 50


def all_sources() -> Iterator[Source]:
    """Every record that can be found: what lies below search, and what the features above hand
    over."""
    yield from bills.sources()
    yield from votes.sources()
    yield from people.sources()
    yield from documents.sources()
    yield from improvements.sources()
    yield from answers.sources()
    yield from own_sources()


def own_sources() -> Iterator[Source]:
    """The service's own pages, as the table of contents names them, and what the features above
    hand over."""
    yield from pages.sources(current_app.extensions["searched_pages"])
    yield from chain.from_iterable(
        module.sources() for module in current_app.extensions["searched"]
    )


def tells_of_new(known: Iterable[str]) -> bool:
    """Whether what is new, beside the records of these keys, is new to people too: where the
    service's own pages are first read all is new, and worth no message."""
    return any(map(service.is_own, known))


def rebuild(wait: bool = False, tells: bool = True) -> int | None:
    """Bring the kept entries in line with the records and build the index anew from them, and what
    mends and suggests where its rules have changed; how many entries there are. None, at once,
    where the index is being built already, unless that is to be waited for. Of what is new nobody
    is told where it `tells` of nothing."""
    with service.rebuilding(wait) as is_alone:
        if not is_alone:
            return None
        _refresh_all(tells)
        count = service.build_index()
        service.make_tables_anew()
        pages.note_reading()
    service.bring_in_changes()
    return count


def _refresh_all(tells: bool) -> None:
    """Unchanged records are left."""
    kept = service.kept_versions()
    tells = tells and tells_of_new(kept)
    seen: set[str] = set()
    batch: list[tuple[Source, list[Entry]]] = []
    for source in all_sources():
        seen.add(source.key)
        if kept.get(source.key) != source.version:
            batch.append((source, list(source.make())))
        if len(batch) == BATCH:
            service.keep_rows(batch, tells)
            batch = []
    service.keep_rows(batch, tells)
    service.drop_rows(set(kept) - seen)
