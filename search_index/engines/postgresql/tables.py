"""Where PostgreSQL keeps indexes: a schema for each, and a row that names the one in force."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

from psycopg import Connection, errors
from psycopg.sql import SQL, Composed, Identifier

from search_index import analysis
from search_index.engines.postgresql.keys import entry_keys
from search_index.entry import Entry
from search_index.errors import IndexMissing, IndexOutdated

# Any numbers that no other use of advisory locks has: writers of the index wait for each other, as
# do builders.
_WRITING, _BUILDING = 0x5349414E47, 0x5349414E48
_COLUMNS = SQL("(id, keys, levels, counted, run, day, published)")


@dataclass(frozen=True)
class Build:
    """An index that was built: the name of its schema and the version of the rules."""

    name: str
    version: str

    @property
    def entries(self) -> Identifier:
        """Its table."""
        return Identifier(self.name, "entries")


def current(connection: Connection) -> Build:
    """The index in force. Raises IndexMissing or IndexOutdated."""
    try:
        row = connection.execute("SELECT name, version FROM search_index.current").fetchone()
    except (errors.UndefinedTable, errors.InvalidSchemaName) as missing:
        raise IndexMissing("No index in this database.") from missing
    if row is None:
        raise IndexMissing("No index in this database.")
    if row[1] != analysis.version():
        raise IndexOutdated(f"Built by {row[1]}, in force is {analysis.version()}.")
    return Build(*row)


def wait_to_write(connection: Connection) -> None:
    """Wait until nobody else writes; held until the transaction ends, also by a crash."""
    connection.execute("SELECT pg_advisory_xact_lock(%s)", (_WRITING,))


def wait_to_build(connection: Connection) -> None:
    """Wait until nobody else builds; held as above."""
    connection.execute("SELECT pg_advisory_xact_lock(%s)", (_BUILDING,))


def make(connection: Connection, entries: Iterable[Entry]) -> Build:
    """Build an index beside the one in force, in the caller's transaction.

    Raises ValueError when an id comes twice.
    """
    connection.execute("CREATE SCHEMA IF NOT EXISTS search_index")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS search_index.current"
        " (name text NOT NULL, version text NOT NULL)"
    )
    build = Build(f"search_index_{uuid4().hex[:12]}", analysis.version())
    connection.execute(SQL("CREATE SCHEMA {}").format(Identifier(build.name)))
    connection.execute(_table(build))
    # Read thousands of times for a phrase of frequent clusters: unpacking would take most of it.
    connection.execute(SQL("ALTER TABLE {} ALTER run SET STORAGE EXTERNAL").format(build.entries))
    seen: set[str] = set()
    with connection.cursor().copy(
        SQL("COPY {} {} FROM STDIN").format(build.entries, _COLUMNS)
    ) as copy:
        for entry in entries:
            if entry.id in seen:
                raise ValueError(f"Two entries have the id {entry.id!r}.")
            seen.add(entry.id)
            copy.write_row(_row(entry))
    _index(connection, build)
    return build


def _table(build: Build) -> Composed:
    return SQL(
        """CREATE TABLE {} (
            number bigint GENERATED ALWAYS AS IDENTITY,
            id text NOT NULL,
            keys bigint[] NOT NULL,
            levels bigint[] NOT NULL,
            counted text[] NOT NULL,
            run bytea NOT NULL,
            day bigint NOT NULL,
            published bigint NOT NULL
        )"""
    ).format(build.entries)


def _index(connection: Connection, build: Build) -> None:
    connection.execute(SQL("ALTER TABLE {} ADD PRIMARY KEY (id)").format(build.entries))
    # Without fastupdate a search never has to read a list of what waits to be sorted in.
    connection.execute(
        SQL("CREATE INDEX ON {} USING gin (keys) WITH (fastupdate = off)").format(build.entries)
    )
    connection.execute(SQL("ANALYZE {}").format(build.entries))


def put_in_force(connection: Connection, build: Build) -> None:
    """Make an index the one that is asked. What was in force before is dropped, which waits for the
    searches that are reading it."""
    connection.execute("DELETE FROM search_index.current")
    connection.execute(
        "INSERT INTO search_index.current VALUES (%s, %s)", (build.name, build.version)
    )
    old = connection.execute(
        "SELECT nspname FROM pg_namespace WHERE nspname ~ '^search_index_[0-9a-f]{12}$'"
        " AND nspname <> %s",
        (build.name,),
    ).fetchall()
    for (name,) in old:
        connection.execute(SQL("DROP SCHEMA {} CASCADE").format(Identifier(name)))


def change(connection: Connection, build: Build, fresh: list[Entry], ids: list[str]) -> None:
    """Put `fresh` in and take `ids` out, in the caller's transaction."""
    connection.execute(SQL("DELETE FROM {} WHERE id = ANY(%s)").format(build.entries), (ids,))
    statement = SQL("INSERT INTO {} {} VALUES (%s, %s, %s, %s, %s, %s, %s)").format(
        build.entries, _COLUMNS
    )
    connection.cursor().executemany(statement, map(_row, fresh))


def _row(entry: Entry) -> tuple[str, list[int], list[int], list[str], bytes, int, int]:
    stored = analysis.fields(entry)
    made = entry_keys(stored)
    counted, days = list(stored.counted), (stored.day, stored.published)
    return stored.id, made.keys, made.levels, counted, stored.run, *days
