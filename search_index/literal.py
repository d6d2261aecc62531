"""Regular expressions that find in a text what a person typed, as it may be written there.

Thai and Arabic digits are alike, as are capitals, an abbreviation and its long form, a year in
either era, and an English word in its forms; spaces, with which Thai is free, may be there or not.
The text is searched as it is, which is faster than folding it first.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from search_index.query import Part, Query
from thai_text import dictionary, short_forms
from thai_text import words as thai
from thai_text.numbers import THAI_DIGITS, ungrouped, whole

_DIGITS = "0123456789"
_PIECE = re.compile(rf"{whole()}|[ก-๎]+|[^0-9\sก-๎]+")
_SPACES = r"\s*"
_LONG_OR_SHORT = re.compile(f"{short_forms.LONG_FORM.pattern}|{short_forms.PATTERN.pattern}")
_ENGLISH = re.compile("[a-z]")
_MATCHES_NOTHING = re.compile(r"(?!)")


@lru_cache(maxsize=512)
def as_typed(parts: tuple[Part, ...]) -> re.Pattern[str]:
    """Finds the parts as one string."""
    return _compiled(parts, [_SPACES.join(_literal(thai.fold(part.text)) for part in parts)])


@lru_cache(maxsize=512)
def any_term(query: Query) -> re.Pattern[str]:
    """Finds any wanted part of a query as typed, or any of its words; the longest first."""
    parts = [part for group in query.wanted for part in group]
    longest_first = sorted(parts, key=lambda part: -len(part.text))
    patterns = [_literal(thai.fold(part.text)) for part in longest_first]
    words = {word for part in parts if not part.is_phrase for word in thai.words(part.text)}
    patterns += [_word(word) for word in sorted(words, key=lambda word: (-len(word), word))]
    return _compiled(parts, list(dict.fromkeys(patterns)))


@lru_cache(maxsize=512)
def a_term(term: str) -> re.Pattern[str]:
    """Finds one term of a query in its forms."""
    return re.compile(_word(term), re.IGNORECASE)


def _compiled(parts: Iterable[Part], patterns: list[str]) -> re.Pattern[str]:
    if not any(patterns):
        return _MATCHES_NOTHING
    # Without the flag a pattern of Thai letters alone is found many times faster.
    cased = any(part.text.lower() != part.text.upper() for part in parts)
    return re.compile("|".join(filter(None, patterns)), re.IGNORECASE if cased else 0)


def _literal(folded: str) -> str:
    pieces: list[str] = []
    done = 0
    for found in _LONG_OR_SHORT.finditer(folded):
        pieces += map(_piece, _PIECE.findall(folded[done : found.start()]))
        pieces.append(_alternatives(short_forms.sure_form(found.group()) or found.group()))
        done = found.end()
    pieces += map(_piece, _PIECE.findall(folded[done:]))
    return _SPACES.join(pieces)


def _piece(found: str) -> str:
    if found[0] in _DIGITS:
        return _number(found)
    if "ก" <= found[0] <= "๎":
        return _SPACES.join(map(re.escape, dictionary.segment(found)))
    # An English word ends where it ends; Thai does not show where.
    first = r"\b" if _ENGLISH.match(found[0]) else ""
    last = r"\b" if _ENGLISH.match(found[-1]) else ""
    return first + re.escape(found) + last


def _word(term: str) -> str:
    others = thai.other_forms(term)
    if term[0] in _DIGITS:
        return "(?:" + "|".join(_number(form) for form in (term, *others)) + ")"
    if term.isascii():
        # A stem that ends in i may stand for y: studi, study.
        stem = term[:-1] if term.endswith("i") and len(term) > 2 else term
        return rf"\b{re.escape(stem)}\w*"
    return "|".join([_alternatives(term), *map(_alternatives, others)])


def _number(digits: str) -> str:
    plain = ungrouped(digits)
    between = ",?" if plain != digits or len(plain) > len("2560") else ""
    wide = between.join(f"[{digit}{digit.translate(THAI_DIGITS)}]" for digit in plain)
    return rf"(?<!\d){wide}(?!\d)"


def _alternatives(text: str) -> str:
    ways = [re.escape(text), *short_forms.ways_to_write(text)]
    return f"(?:{'|'.join(ways)})" if len(ways) > 1 else ways[0]
