"""Which part of a very long text is looked at closely: the one that holds most of a query.

An engine knows a text as a whole, however long, so that all of it is found, once. To say how
literally it holds the query and to show a passage, every letter is read several times: half a
second for the customs tariff with its 1.2 million. That part is chosen by plain looking.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from search_index import literal
from search_index.query import Query
from thai_text import words as thai
from thai_text.numbers import THAI_DIGITS

LONGEST_READ = 50_000
# So much stands in two parts, so that what was typed is whole in one of them, spaces included.
_SHARED = 1_000
# A part begins and ends where a word does, if there is a space near.
_NEAR = 200
# From and to which letter.
Span = tuple[int, int]


def telling_span(text: str, query: Query) -> Span:
    """The part, of at most 50,000 letters, that holds most words of a query; of several the first
    that holds them as they were typed, or the first. All of a shorter text."""
    if len(text) <= LONGEST_READ:
        return 0, len(text)
    words = _words(query)
    held = {span: _how_many(words, text[slice(*span)]) for span in _spans(text)}
    most = max(held.values())
    spans = [span for span in held if held[span] == most]
    typed = (span for span in spans if most and _is_typed_in(text, span, query))
    return next(typed, spans[0])


def telling_part(text: str, query: Query) -> str:
    """The words of that part."""
    start, end = telling_span(text, query)
    return text[start:end]


def _spans(text: str) -> Iterator[Span]:
    start = 0
    while len(text) - start > LONGEST_READ:
        end = _between_words(text, start + LONGEST_READ)
        yield start, end
        start = _between_words(text, end - _SHARED)
    yield start, len(text)


def _between_words(text: str, place: int) -> int:
    near = place - _NEAR
    return max(text.rfind(" ", near, place), text.rfind("\n", near, place)) + 1 or place


def _how_many(words: Iterable[frozenset[str]], part: str) -> int:
    # Numbers may be written with commas.
    plain = part.lower().replace(",", "")
    return sum(any(form in plain for form in forms) for forms in words)


def _is_typed_in(text: str, span: Span, query: Query) -> bool:
    return all(
        any(literal.as_typed((part,)).search(text, *span) for part in group)
        for group in query.wanted
    )


@lru_cache(maxsize=512)
def _words(query: Query) -> tuple[frozenset[str], ...]:
    """The words of a query, each in all forms in which plain looking may meet it."""
    words = {word for group in query.wanted for part in group for word in thai.words(part.text)}
    return tuple(_in_all_digits([_beginning(word), *thai.other_forms(word)]) for word in words)


def _beginning(word: str) -> str:
    # A stem that ends in i may stand for y: studi, study.
    return word[:-1] if word.isascii() and word.endswith("i") and len(word) > 2 else word


def _in_all_digits(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(one for form in forms for one in (form, form.translate(THAI_DIGITS)) if form)
