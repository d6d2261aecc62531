"""A search met also by what the words in it mean: synonyms and nicknames. Plain Python."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from search_index.query import Part, Query
from thai_text.words import fold

# The most words, as they are typed between spaces, that one term has.
MOST_WORDS = 4
LONGEST_TERM, LONGEST_MEANING = 60, 120
# Characters. A shorter term inside a run of Thai letters may be a piece of another word.
_SHORTEST_INSIDE = 4
_NOT_COMPARED = re.compile(r"[\s.]+")
_THAI = re.compile("[ก-๎]+")


def term_key(term: str) -> str:
    """A term in the form in which terms are compared: spaces and dots are free."""
    return _NOT_COMPARED.sub("", fold(term))


def widen(query: Query, meanings: Mapping[str, Sequence[str]]) -> Query:
    """The query, met also by the meanings of the terms in it. `meanings` is by term key.

    A term of several words is met by its meaning in place of all of them. What stands in quotes is
    taken as it stands.
    """
    groups = [list(group) for group in query.wanted]
    keys = ["" if any(part.is_phrase for part in group) else _key(group) for group in query.wanted]
    for start, end in _runs(len(groups)):
        term = "".join(keys[start:end]) if all(keys[start:end]) else ""
        for meaning in meanings.get(term, ()):
            for group in groups[start:end]:
                group.append(Part(meaning))
    for group, key in zip(groups, keys, strict=True):
        group.extend(Part(text) for text in _said_otherwise(key, meanings))
    return replace(query, wanted=tuple(tuple(dict.fromkeys(group)) for group in groups))


def _key(group: Sequence[Part]) -> str:
    return term_key(group[0].text) if len(group) == 1 else ""


def _runs(count: int) -> Iterator[tuple[int, int]]:
    for start in range(count):
        for end in range(start + 1, min(start + MOST_WORDS, count) + 1):
            yield start, end


def _said_otherwise(key: str, meanings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A run of Thai letters with a term inside it in other words: กฎหมายอุ้มหาย."""
    for term, others in meanings.items():
        inside = len(term) >= _SHORTEST_INSIDE and term != key and term in key
        if inside and _THAI.fullmatch(term):
            yield from (key.replace(term, f" {meaning} ").strip() for meaning in others)
