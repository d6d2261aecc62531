"""When what was made from a record must be made again, and how its moments are told.

Plain Python.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime

from search_index.entry import Entry


def version_of(entries: Iterable[Entry]) -> str:
    """Another where anything in the entries is another."""
    return hashlib.sha256("\n".join(map(repr, entries)).encode()).hexdigest()


def moment(at: datetime) -> str:
    """A moment as entries tell it, alike whatever clock it was read from."""
    return at.astimezone(UTC).isoformat(timespec="seconds")
