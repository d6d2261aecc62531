"""Who changes or builds the index now, or keeps a record: one at a time, over all processes and
machines."""

import fcntl
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from psycopg import Connection
from sqlalchemy import text

from webapp.extensions import Base, db

CHANGING, BUILDING = "changing", "building"
# Any numbers that no other use of PostgreSQL's advisory locks has.
_NUMBERS = {CHANGING: 0x5349414E49, BUILDING: 0x5349414E4A}
# The first of the two numbers of a record's lock.
_RECORDS = 0x5349414F
_BYTES = 4
_SECONDS_TO_CONNECT = 5


@contextmanager
def held(name: str, folder: Path, database: str, wait: bool) -> Iterator[bool]:
    """True inside for whoever holds the lock; False for any other, who does not wait for it unless
    that is asked for. Whoever dies lets go.

    The lock is a file in `folder`, and one in the `database` too, where several machines share it.
    """
    with (folder / f"{name}.lock").open("a") as file:
        if not _is_locked(file, wait):
            yield False
        elif not database:
            yield True
        else:
            with _connection(database) as connection:
                yield _is_taken(connection, name, wait)


def _is_locked(file: IO[str], wait: bool) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _connection(database: str) -> Connection:
    return Connection.connect(database, autocommit=True, connect_timeout=_SECONDS_TO_CONNECT)


def _is_taken(connection: Connection, name: str, wait: bool) -> bool:
    asks = "SELECT pg_advisory_lock(%s)" if wait else "SELECT pg_try_advisory_lock(%s)"
    row = connection.execute(asks, (_NUMBERS[name],)).fetchone()
    return wait or bool(row and row[0])


def hold_records(keys: Iterable[str]) -> None:
    """Wait until nobody else keeps the entries of these records or takes them out, and hold them
    until the end of this transaction. SQLite has one writer at a time anyhow."""
    if _is_postgresql():
        # In one order for all, so that no two wait for each other.
        for number in sorted(set(map(_number, keys))):
            asks = text("SELECT pg_advisory_xact_lock(:records, :number)")
            db.session.execute(asks, {"records": _RECORDS, "number": number})


def keep_others_out(table: type[Base]) -> None:
    """Until the end of this transaction nobody else writes a table; whoever did has ended. SQLite
    has one writer at a time anyhow."""
    if _is_postgresql():
        db.session.execute(text(f"LOCK TABLE {table.__tablename__} IN SHARE ROW EXCLUSIVE MODE"))


def _is_postgresql() -> bool:
    return db.session.get_bind().dialect.name == "postgresql"


def _number(key: str) -> int:
    # Two records that share one wait for each other for nothing, which does no harm.
    made = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
    return int.from_bytes(made, signed=True)
