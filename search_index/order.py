"""In which order what is found is put, and the numbers by which every engine sorts.

A day counts from the first of January of the year 1; what has none counts 0 and comes last.
"""

from datetime import date
from enum import StrEnum

from search_index.entry import Entry

# More days than there are in the years that a date can have.
_DAYS = 10_000_000


class Order(StrEnum):
    """By how well an entry fits; by its own day; by the day on which it was published here."""

    FIT = "fit"
    DAY = "day"
    PUBLISHED = "published"


def own_day(entry: Entry) -> int:
    """By what an entry stands in the order of its own day, the newest first."""
    return date.fromisoformat(entry.date[:10]).toordinal() if entry.date else 0


def published_day(entry: Entry) -> int:
    """By what an entry stands in the order of publication, the newest first; of one day, as of a
    great import, by its own day. What does not tell was published on its own day."""
    own = own_day(entry)
    day = date.fromisoformat(entry.published[:10]).toordinal() if entry.published else own
    return day * _DAYS + own
