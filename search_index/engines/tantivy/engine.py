"""The engine: one writer, one reader that is opened anew, and what threads share."""

import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from search_index import analysis
from search_index.analysis import Fields
from search_index.engines.shelf import Shelf
from search_index.engines.tantivy import damage, files
from search_index.engines.tantivy.combinations import Combinations
from search_index.engines.tantivy.reader import Reader, is_one_row
from search_index.entry import Entry
from search_index.order import Order
from search_index.query import Query
from search_index.results import Results

NAME = "tantivy"


def build(folder: Path, entries: Iterable[Entry], ready: Callable[[], None] = lambda: None) -> None:
    """Build the index anew, whatever is there; `ready` is called before it is put in force.

    Raises ValueError when an id comes twice.
    """
    with Shelf(folder, NAME).replacing(ready) as path:
        seen: set[str] = set()
        with files.writer(files.create(path)) as writer:
            for entry in entries:
                if entry.id in seen:
                    raise ValueError(f"Two entries have the id {entry.id!r}.")
                seen.add(entry.id)
                files.write(writer, analysis.fields(entry))


class TantivyEngine:
    """See SearchEngine for what the methods promise."""

    def __init__(self, folder: Path) -> None:
        """Open the index under `folder` and look into it, so that damage is found now."""
        self._folder = folder
        self._shelf = Shelf(folder, NAME)
        self._lock = threading.Lock()
        self._combinations = Combinations()
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
        reader = self._reader()
        if order is Order.FIT and is_one_row(clauses):
            return reader.search_row(clauses, filters, page, per_page, without, self._combinations)
        return reader.search(clauses, filters, page, per_page, without, order)

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """See SearchEngine."""
        build(self._folder, entries)

    def count(self) -> int:
        """See SearchEngine."""
        return self._reader().count()

    def version(self) -> str:
        """See SearchEngine."""
        return self._shelf.current().version

    def close(self) -> None:
        """See SearchEngine."""
        with self._lock:
            self._held = None

    def _change(self, changes: Mapping[str, Fields | None]) -> None:
        if not changes:
            return
        with self._shelf.writing():
            path = self._shelf.current().path
            index = files.open_index(path)
            with damage.told(path, "written"), files.writer(index) as writer:
                files.put(writer, changes)

    def _reader(self) -> Reader:
        place = self._shelf.current()
        with self._lock:
            if self._held is None or not self._held.shows(place):
                self._held = self._shelf.opened(Reader)
            return self._held
