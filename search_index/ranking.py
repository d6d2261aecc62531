"""The order of the best candidates: what literally holds the query comes before mere words."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from search_index import literal
from search_index.entry import Entry
from search_index.query import Part, Query
from thai_text import words as thai

# How much a literal match is worth where it stands. A section bears the title of its document,
# which comes before it when that title is all that was typed.
_SHORT, _TITLE, _HEADING, _TITLE_OF_WHOLE, _TEXT = 8, 6, 4, 3, 2
_IS_THE_WHOLE_NAME, _BEGINS_THE_NAME = 4, 1
# The section itself comes before whatever speaks of it.
_IS_ASKED_FOR_BY_NUMBER = 20
_LABEL = re.compile(r"\D*[0-9๐-๙]+(?:/[0-9๐-๙]+)*")
# What stands before the name proper: ร่างพระราชบัญญัติ, Draft … Act on.
_BEFORE_THE_NAME = re.compile(
    "(?:ร่าง)?(?:พระราช(?:บัญญัติ|กำหนด|กฤษฎีกา))?(?:แก้ไขเพิ่มเติม)?(?:ว่าด้วย(?:การ)?)? *"
)


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
    return points + _IS_ASKED_FOR_BY_NUMBER * _names_number(query, entry)


def _worth(parts: tuple[Part, ...], entry: Entry) -> int:
    pattern = literal.as_typed(parts)
    title = _TITLE_OF_WHOLE if entry.is_part else _TITLE
    fields = (
        (entry.short, _SHORT),
        (entry.heading, _HEADING),
        (entry.title, title),
        (entry.text, _TEXT),
    )
    for text, worth in sorted(fields, key=lambda field: -field[1]):
        found = pattern.search(text)
        if found:
            return worth + (_bonus(text, found) if text is not entry.text else 0)
    return 0


def _bonus(name: str, found: re.Match[str]) -> int:
    if found.group() == name:
        return _IS_THE_WHOLE_NAME
    before = _BEFORE_THE_NAME.match(name)
    begins = found.start() == 0 or before is not None and found.start() == before.end()
    return _BEGINS_THE_NAME if begins else 0


def _names_number(query: Query, entry: Entry) -> bool:
    label = _LABEL.match(entry.heading) if entry.heading else None
    return label is not None and f" {_label(label[0])} " in _typed_words(query)


@lru_cache(maxsize=2_000)
def _label(heading: str) -> str:
    return " ".join(thai.words(heading))


@lru_cache(maxsize=512)
def _typed_words(query: Query) -> str:
    """The words of a query, abbreviations that may mean two things in full."""
    found = [
        long or (word,)
        for group in query.wanted
        for part in group[:1]
        for word in thai.words(part.text)
        for long in [() if word.isdigit() else thai.other_forms(word)]
    ]
    return " ".join(["", *(word for words in found for word in words), ""])
