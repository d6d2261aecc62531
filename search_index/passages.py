"""The piece of a text that shows best why it was found, with the found words marked.

Knows nothing of engines. Cuts only where a word ends, and marks nothing that would split a cluster:
กา is not marked in การ.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate, islice

from search_index import literal
from search_index.long_texts import Span, telling_span
from search_index.query import Part, Query
from thai_text import dictionary
from thai_text import words as thai

_THAI = "\u0e01-\u0e4e"
_RUN_BEFORE = re.compile(f"[{_THAI}]*\\Z|[^\\W{_THAI}]*\\Z")
_RUN_AFTER = re.compile(f"[{_THAI}]+|[^\\W{_THAI}]+")
_SPACES = re.compile(r"\s+")
_MOST_LOOKED_AT = 40
_MOST_MARKED = 20
# How much of a run of letters is cut around a place: the cutters find their step within.
_FOR_CLUSTERS, _FOR_WORDS = 12, 60
_CUT_OFF = "…"


def passage(text: str, query: Query, length: int = 200) -> list[tuple[str, bool]]:
    """About `length` characters of a cleaned text, as pieces: (what to show, whether it was found).

    Put together the pieces are the passage; where it begins or ends inside the text stands "…".
    A text without a match gives its beginning. Of a very long one only the part that holds most of
    the query is looked through.
    """
    first_read, last_read = telling_span(text, query)
    goes_on, text = last_read < len(text), text[first_read:last_read]
    spans = list(islice(_matches(text, query), _MOST_MARKED))
    start, end = _window(text, spans, length)
    pieces = [(_CUT_OFF, False)] if first_read or start else []
    at = start
    for first, last in spans:
        if start <= first and last <= end:
            pieces += [(text[at:first], False), (text[first:last], True)]
            at = last
    pieces.append((text[at:end], False))
    if goes_on or end < len(text):
        pieces.append((_CUT_OFF, False))
    return [(_SPACES.sub(" ", piece), found) for piece, found in pieces if piece]


def holds(text: str, query: Query) -> bool:
    """Whether a text holds all that a query wants, and not only words or pieces of it.

    Whole words count, and words of the dictionary in longer ones: กันชา is not held where กันชาวบ้าน
    stands. Of English any form of a word counts.
    """
    return all(any(_holds(text, part) for part in group) for group in query.wanted)


def _holds(text: str, part: Part) -> bool:
    if part.text.isascii() and not part.is_phrase:
        return all(literal.a_term(word).search(text) for word in thai.words(part.text))
    found = islice(literal.as_typed((part,)).finditer(text), _MOST_LOOKED_AT)
    return any(
        dictionary.knows(place.group())
        or place.start() in _word_ends(text, place.start())
        and place.end() in _word_ends(text, place.end())
        for place in found
    )


def _matches(text: str, query: Query) -> Iterator[Span]:
    terms = _terms(query)
    for found in islice(literal.any_term(query).finditer(text), _MOST_LOOKED_AT):
        start, end = found.start(), found.start() + len(found.group().rstrip())
        word = text[start:end]
        if word.isascii() and word.isalpha():
            # The pattern met how the word begins; its stem decides.
            is_whole = bool(terms.intersection(thai.words(word)))
        else:
            is_whole = _stands_whole(text, start, end)
        if is_whole:
            yield start, end


@lru_cache(maxsize=512)
def _terms(query: Query) -> frozenset[str]:
    return frozenset(
        word for group in query.wanted for part in group for word in thai.words(part.text)
    )


def _stands_whole(text: str, start: int, end: int) -> bool:
    if not (_ends_cluster(text, start) and _ends_cluster(text, end)):
        return False
    if len(dictionary.cut_clusters(text[start:end])) > 1:
        return True
    return start in _word_ends(text, start) and end in _word_ends(text, end)


def _ends_cluster(text: str, place: int) -> bool:
    return place in _borders(text, place, _FOR_CLUSTERS, dictionary.cut_clusters)


def _word_ends(text: str, place: int) -> list[int]:
    return _borders(text, place, _FOR_WORDS, dictionary.segment)


def _borders(text: str, place: int, reach: int, cut: Callable[[str], tuple[str, ...]]) -> list[int]:
    """Places near one where a text may be cut; the one itself between two runs of letters."""
    before = _run(_RUN_BEFORE.search(text[max(0, place - reach) : place]))
    after = _run(_RUN_AFTER.match(text, place, place + reach))
    if not before or not after or _is_thai(before[-1]) != _is_thai(after[0]):
        return [place]
    run = before + after
    start = place - len(before)
    pieces = cut(run) if _is_thai(run[0]) else (run,)
    return list(accumulate(map(len, pieces), initial=start))


def _run(found: re.Match[str] | None) -> str:
    return found.group() if found else ""


def _is_thai(letter: str) -> bool:
    return "\u0e01" <= letter <= "\u0e4e"


def _window(text: str, spans: list[Span], length: int) -> Span:
    first, last = _best_stretch(text, spans, length)
    # A third of what is left stands before the match, so that it is read in its context.
    start = max(0, min(first - (length - (last - first)) // 3, len(text) - length))
    end = min(len(text), max(start + length, last))
    if start > 0:
        start = max(border for border in _word_ends(text, start) if border <= start)
    if end < len(text):
        end = min(border for border in _word_ends(text, end) if border >= end)
    return start, end


def _best_stretch(text: str, spans: list[Span], length: int) -> Span:
    best, best_worth = (0, 0), (0, 0)
    for at, (start, _) in enumerate(spans):
        within = [span for span in spans[at:] if span[1] - start <= length] or [spans[at]]
        words = {text[first:last].lower() for first, last in within}
        worth = len(words), sum(map(len, words))
        if worth > best_worth:
            best, best_worth = (start, within[-1][1]), worth
    return best
