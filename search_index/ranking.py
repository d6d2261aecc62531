"""The order of the best candidates: what literally holds the query comes before mere words."""

from collections.abc import Iterable
from typing import NamedTuple

from search_index import literal
from search_index.entry import Entry
from search_index.query import Part, Query

# How much a literal match is worth where it stands.
_SHORT, _TITLE, _HEADING, _TEXT = 4, 3, 2, 1
_IS_THE_WHOLE_NAME = 2


class Candidate(NamedTuple):
    """An entry an engine found, with the engine's score."""

    entry: Entry
    score: float


def rerank(query: Query, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates by how literally, and in which field, they hold what was typed.

    The engine's score decides between equals, then the later date, then the id.
    """
    ordered = sorted(candidates, key=lambda candidate: candidate.entry.id)
    ordered.sort(key=lambda candidate: candidate.entry.date or "", reverse=True)
    return sorted(ordered, key=lambda c: (-_points(query, c.entry), -c.score))


def _points(query: Query, entry: Entry) -> int:
    points = sum(max(_worth((part,), entry) for part in group) for group in query.wanted)
    if len(query.wanted) > 1 and all(len(group) == 1 for group in query.wanted):
        points += 2 * _worth(tuple(group[0] for group in query.wanted), entry)
    return points


def _worth(parts: tuple[Part, ...], entry: Entry) -> int:
    pattern = literal.as_typed(parts)
    fields = (
        (entry.short, _SHORT),
        (entry.title, _TITLE),
        (entry.heading, _HEADING),
        (entry.text, _TEXT),
    )
    for text, worth in fields:
        found = pattern.search(text)
        if found:
            return worth + (_IS_THE_WHOLE_NAME if found.group() == text else 0)
    return 0
