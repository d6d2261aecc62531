"""Who changes or builds the index now: one at a time, over all processes and machines."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from psycopg import Connection

CHANGING, BUILDING = "changing", "building"
# Any numbers that no other use of PostgreSQL's advisory locks has.
_NUMBERS = {CHANGING: 0x5349414E49, BUILDING: 0x5349414E4A}
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
