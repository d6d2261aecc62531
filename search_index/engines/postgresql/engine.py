"""The engine: connections that threads share, and what to do where an index has gone."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from psycopg import Connection, Error
from psycopg_pool import ConnectionPool

from search_index import analysis
from search_index.engines.postgresql import asking, conditions, tables
from search_index.engines.postgresql.tables import Build
from search_index.entry import Entry
from search_index.errors import IndexDamaged
from search_index.order import Order
from search_index.query import Query
from search_index.results import Results

_CONNECTIONS = 8
_SECONDS_TO_CONNECT = 5
# Reading the arrays themselves, where a bitmap is too coarse, costs more than this memory.
_SETTINGS = "-c work_mem=64MB -c jit=off -c enable_seqscan=off"
_Found = TypeVar("_Found")


def build(url: str, entries: Iterable[Entry], ready: Callable[[], None] = lambda: None) -> None:
    """Build the index anew, whatever is there; `ready` is called before it is put in force.

    Only one is built at a time; changes of the index in force go on meanwhile. Raises ValueError
    when an id comes twice.
    """
    with Connection.connect(url, connect_timeout=_SECONDS_TO_CONNECT) as connection:
        tables.wait_to_build(connection)
        made = tables.make(connection, entries)
        ready()
        tables.wait_to_write(connection)
        tables.put_in_force(connection, made)


class PostgresqlEngine:
    """See SearchEngine for what the methods promise."""

    def __init__(self, url: str) -> None:
        """Use the index in the database at `url` (libpq's form) and look into it."""
        self._url = url
        options = {"options": _SETTINGS, "connect_timeout": _SECONDS_TO_CONNECT}
        self._pool = ConnectionPool(
            url, min_size=1, max_size=_CONNECTIONS, kwargs=options, open=True
        )
        try:
            self.count()
        except BaseException:
            self._pool.close()
            raise

    def add(self, entries: Iterable[Entry]) -> None:
        """See SearchEngine."""
        fresh = {entry.id: entry for entry in entries}
        self._change(list(fresh.values()), list(fresh))

    def remove(self, ids: Iterable[str]) -> None:
        """See SearchEngine."""
        self._change([], list(ids))

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
        found = conditions.matching(clauses, filters, without)
        if order is not Order.FIT:
            return self._asked(lambda c, b: asking.newest(c, b, found, page, per_page, order))
        return self._asked(lambda c, b: asking.search(c, b, clauses, found, page, per_page))

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """See SearchEngine."""
        build(self._url, entries)

    def count(self) -> int:
        """See SearchEngine."""
        return self._asked(asking.count)

    def version(self) -> str:
        """See SearchEngine."""
        with self._connection() as connection:
            return tables.current(connection).version

    def close(self) -> None:
        """See SearchEngine."""
        self._pool.close()

    def _change(self, fresh: list[Entry], ids: list[str]) -> None:
        if not ids:
            return
        with self._connection() as connection:
            tables.wait_to_write(connection)
            tables.change(connection, tables.current(connection), fresh, ids)

    def _asked(self, asks: Callable[[Connection, Build], _Found]) -> _Found:
        """Ask the index in force, and again where a rebuild has just dropped it."""
        with self._connection() as connection:
            build = tables.current(connection)
            try:
                with connection.transaction():
                    return asks(connection, build)
            except Error as broken:
                now = tables.current(connection)
                if now == build:
                    raise IndexDamaged("The index in the database cannot be read.") from broken
                return asks(connection, now)

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        try:
            with self._pool.connection(timeout=_SECONDS_TO_CONNECT) as connection:
                yield connection
        except Error as broken:
            raise IndexDamaged("The index in the database cannot be used.") from broken
