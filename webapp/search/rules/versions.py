"""When what was made from a record must be made again, and how its moments are told.

Plain Python.
"""

import hashlib
import inspect
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache

from search_index import analysis, spelling
from search_index.entry import Entry
from webapp.search.rules import suggestions


def version_of(entries: Iterable[Entry]) -> str:
    """Another where anything in the entries is another."""
    return hashlib.sha256("\n".join(map(repr, entries)).encode()).hexdigest()


@cache
def tables_version() -> str:
    """Another where the rules are others by which words are taken out of entries for mending what
    is misspelt, or names are cut for suggestions: sixteen hexadecimal digits."""
    rules = [analysis.version(), *map(inspect.getsource, (spelling, suggestions))]
    return hashlib.sha256("\0".join(rules).encode()).hexdigest()[:16]


def moment(at: datetime) -> str:
    """A moment as entries tell it, alike whatever clock it was read from."""
    return at.astimezone(UTC).isoformat(timespec="seconds")
