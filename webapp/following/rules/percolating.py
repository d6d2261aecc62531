"""How an event finds the saved searches that it meets, without looking at all of them.

A search is met only by what holds certain terms. It is kept under some of those: under one term of
each way in which its most telling group of words can be met. An event looks its own terms up, and
only what is found that way is verified in full. A search without words is kept under one of its
filters.

A search is given as it is understood now, with what its words mean (`search.service.reading`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from search_index.analysis import Clauses, Fields, Way, clauses, facet
from search_index.query import Query


@dataclass(frozen=True)
class Piece:
    """A text of an event as a saved search sees it: a bill's, a document's, a section's."""

    terms: frozenset[str]
    grams: frozenset[str]
    run: bytes
    facets: frozenset[str]


def piece(fields: Fields) -> Piece:
    """What is compared of an entry's fields."""
    return Piece(
        frozenset(fields.terms.split(" ")),
        frozenset(fields.grams.split(" ")),
        fields.run,
        frozenset(fields.facets),
    )


def index_under(query: Query, filters: Mapping[str, str]) -> set[str]:
    """The terms under which a search is kept: whatever meets it holds one of them at least."""
    wanted = clauses(query).wanted
    if wanted:
        return min((_terms_of(group) for group in wanted), key=_commonness)
    names = [facet(name, value) for name, value in filters.items()]
    # Kind and language divide all there is by two or three, the others by more.
    return (
        {max(names, key=lambda name: (not name.startswith("kind"), len(name)))} if names else set()
    )


def _terms_of(group: Sequence[Way]) -> set[str]:
    found: set[str] = set()
    for way in group:
        if not way.exact:
            found |= set(max(way.words, key=lambda forms: min(map(len, forms))))
        if way.grams:
            found.add(max(way.grams, key=len))
    return found


def _commonness(terms: Iterable[str]) -> tuple[int, int]:
    """Fewer and longer terms come first: a long word stands in fewer texts."""
    known = list(terms)
    return (-min(map(len, known), default=0), len(known))


def lookup_terms(pieces: Iterable[Piece]) -> set[str]:
    """All terms under which a search may be kept that one of these texts meets."""
    found: set[str] = set()
    for one in pieces:
        found |= one.terms | one.grams | one.facets
    return found


def meets(pieces: Sequence[Piece], query: Query, filters: Mapping[str, str]) -> bool:
    """Whether one of the texts meets a search wholly, as the search index would say."""
    asked = clauses(query)
    names = frozenset(facet(name, value) for name, value in filters.items())
    return any(names <= one.facets and _meets(one, asked) for one in pieces)


def _meets(one: Piece, asked: Clauses) -> bool:
    wanted = all(any(_met(one, way) for way in group) for group in asked.wanted)
    return wanted and not any(_met(one, way) for way in asked.unwanted)


def _met(one: Piece, way: Way) -> bool:
    if way.exact:
        return way.is_in(one.run)
    if all(any(form in one.terms for form in forms) for forms in way.words):
        return True
    return bool(way.grams) and all(gram in one.grams for gram in way.grams)
