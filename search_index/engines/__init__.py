"""The engines behind one contract: the same entries found, whichever answers."""

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from search_index.engines import postgresql, tantivy, whoosh
from search_index.entry import Entry
from search_index.order import Order
from search_index.query import Query
from search_index.results import Results

# Whoosh answers in time up to here with several users; tantivy is the faster from there on.
MOST_FOR_WHOOSH = 10_000


class SearchEngine(Protocol):
    """An index that is open. Safe to share between threads; open it after forking, not before.

    What one process adds or removes, every other finds at its next search. Every method may raise
    IndexUnusable when the index was found broken or replaced by one of other rules.
    """

    def add(self, entries: Iterable[Entry]) -> None:
        """Put entries in, in place of earlier ones of the same ids; one commit for all of them."""

    def remove(self, ids: Iterable[str]) -> None:
        """Take entries out; ids that are not there are passed over."""

    def search(
        self,
        query: Query,
        filters: Mapping[str, str],
        page: int = 1,
        per_page: int = 10,
        without: Collection[str] = (),
        order: Order = Order.FIT,
    ) -> Results:
        """The best entries for a query, or the newest of all that are found, page by page from 1.

        `filters` maps a facet, "kind" and "lang" among them, to the value it must have. Entries
        whose ids are in `without` are neither found nor counted: what is to be taken out next. An
        empty query finds nothing.
        """

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """Replace everything at once; searches and changes go on in the old index until the new one
        is whole. What is changed there meanwhile is for the caller to change again.

        Raises ValueError when two entries have the same id.
        """

    def count(self) -> int:
        """How many entries there are."""

    def version(self) -> str:
        """The version of the rules that the index was built by."""

    def close(self) -> None:
        """Give files back; the engine is not used again."""


# Where an index is: a folder of its own, or the address of a PostgreSQL database (libpq's form).
Place = Path | str
# Every engine by its name.
ENGINES: dict[str, Callable[[Any], SearchEngine]] = {
    whoosh.NAME: whoosh.WhooshEngine,
    tantivy.NAME: tantivy.TantivyEngine,
    postgresql.NAME: postgresql.PostgresqlEngine,
}
_BUILDERS: dict[str, Callable[[Any, Iterable[Entry], Callable[[], None]], None]] = {
    whoosh.NAME: whoosh.build,
    tantivy.NAME: tantivy.build,
    postgresql.NAME: postgresql.build,
}


def choose(entry_count: int) -> str:
    """The engine that suits so many entries: "whoosh" up to 10,000, "tantivy" beyond."""
    return "whoosh" if entry_count <= MOST_FOR_WHOOSH else "tantivy"


def open_engine(name: str, place: Place) -> SearchEngine:
    """Open the index of an engine at its place.

    Raises IndexMissing, IndexOutdated or IndexDamaged (all IndexUnusable: call `rebuild_index`),
    and ValueError for a name that is no engine's.
    """
    return ENGINES[_known(name)](place)


def rebuild_index(
    name: str,
    place: Place,
    entries: Iterable[Entry],
    ready: Callable[[], None] = lambda: None,
) -> SearchEngine:
    """Build the index anew, whatever is at the place, and open it. `ready` is called once it is
    whole, before it takes the place of the one in force. Raises ValueError as above."""
    _BUILDERS[_known(name)](place, entries, ready)
    return open_engine(name, place)


def _known(name: str) -> str:
    if name not in ENGINES:
        raise ValueError(f"No search engine is called {name!r}; there are {', '.join(ENGINES)}.")
    return name
