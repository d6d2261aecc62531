"""The engine: one writer, one reader that is opened anew, and what threads share."""

import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.writing import CLEAR

from search_index import analysis
from search_index.analysis import Fields
from search_index.engines.shelf import Shelf
from search_index.engines.whoosh import files
from search_index.engines.whoosh.reader import Reader
from search_index.entry import Entry
from search_index.errors import IndexDamaged
from search_index.order import Order
from search_index.query import Query
from search_index.results import Results

NAME = "whoosh"
_WRITER_MEGABYTES = 128


def build(folder: Path, entries: Iterable[Entry], ready: Callable[[], None] = lambda: None) -> None:
    """Build the index anew, whatever is there; `ready` is called before it is put in force.

    Raises ValueError when an id comes twice.
    """
    with Shelf(folder, NAME).replacing(ready) as path:
        writer = whoosh_index.create_in(path, files.schema()).writer(limitmb=_WRITER_MEGABYTES)
        seen: set[str] = set()
        try:
            for entry in entries:
                if entry.id in seen:
                    raise ValueError(f"Two entries have the id {entry.id!r}.")
                seen.add(entry.id)
                files.write(writer, analysis.fields(entry))
        except BaseException:
            writer.cancel()
            raise
        writer.commit(mergetype=CLEAR)


class WhooshEngine:
    """See SearchEngine for what the methods promise."""

    def __init__(self, folder: Path) -> None:
        """Open the index under `folder` and look into it, so that damage is found now."""
        self._folder = folder
        self._shelf = Shelf(folder, NAME)
        # Whoosh's readers share file positions: one search at a time in one process.
        self._lock = threading.Lock()
        self._held: Reader | None = self._shelf.opened(Reader.probed)

    def add(self, entries: Iterable[Entry]) -> None:
        """See SearchEngine."""
        self._change({entry.id: analysis.fields(entry) for entry in entries})

    def remove(self, ids: Iterable[str]) -> None:
        """See SearchEngine."""
        self._change(dict.fromkeys(ids))

    def search(
        self,
        query: Query,
        filters: Mapping[str, str],
        page: int = 1,
        per_page: int = 10,
        without: Collection[str] = (),
        order: Order = Order.FIT,
    ) -> Results:
        """See SearchEngine."""
        clauses = analysis.clauses(query)
        if not clauses.wanted:
            return Results()
        with self._lock:
            return self._reader().search(clauses, filters, page, per_page, without, order)

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """See SearchEngine."""
        build(self._folder, entries)

    def count(self) -> int:
        """See SearchEngine."""
        with self._lock:
            return self._reader().searcher.doc_count()

    def version(self) -> str:
        """See SearchEngine."""
        return self._shelf.current().version

    def close(self) -> None:
        """See SearchEngine."""
        with self._lock:
            self._let_go()

    def _change(self, changes: Mapping[str, Fields | None]) -> None:
        if not changes:
            return
        with self._shelf.writing():
            path = self._shelf.current().path
            index = files.open_index(path)
            try:
                files.commit(index.writer(limitmb=_WRITER_MEGABYTES), changes)
            except Exception as damage:
                raise IndexDamaged(f"The index in {path} cannot be written.") from damage

    def _reader(self) -> "Reader":
        place = self._shelf.current()
        if self._held is None or not self._held.shows(place):
            self._let_go()
            self._held = self._shelf.opened(Reader)
        return self._held

    def _let_go(self) -> None:
        if self._held:
            self._held.searcher.close()
        self._held = None
