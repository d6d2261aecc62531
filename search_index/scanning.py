"""Looking through texts one by one, without an index: for what must be in none.

Finds what an index of the same texts would, by the same query; slower, in proportion to the texts.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from search_index import literal
from search_index.entry import Entry
from search_index.query import Part, Query
from thai_text import words as thai


def scan(query: Query, entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries that meet the query, in their order; an empty query is met by none."""
    if query.is_empty:
        return
    for entry in entries:
        text = "\n".join(filter(None, (entry.short, entry.title, entry.heading, entry.text)))
        if meets(query, text):
            yield entry


def meets(query: Query, text: str) -> bool:
    """Whether a text has all that a query wants, and nothing that it does not."""
    wanted = all(any(_holds(part, text) for part in group) for group in query.wanted)
    return wanted and not any(_holds(part, text) for part in query.unwanted)


def _holds(part: Part, text: str) -> bool:
    if literal.as_typed((part,)).search(text):
        return True
    if part.is_phrase:
        return False
    terms = _terms(part.text)
    return bool(terms) and all(literal.a_term(term).search(text) for term in terms)


@lru_cache(maxsize=512)
def _terms(text: str) -> tuple[str, ...]:
    return tuple(thai.words(text))
