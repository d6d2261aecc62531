"""Regular expressions that find in a text what a person typed, as it may be written there.

Thai and Arabic digits are alike, as are capitals, an abbreviation and its long form, a year in
either era, and an English word in its forms; spaces, with which Thai is free, may be there or not.
The text is searched as it is, which is faster than folding it first.
"""

import re
from functools import lru_cache

from search_index.query import Part, Query
from thai_text import short_forms
from thai_text import words as thai

_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_PIECE = re.compile(r"(?P<number>[0-9][0-9,]*)|(?P<space>\s+)|(?P<other>[^0-9\s]+)")
_LONG_OR_SHORT = re.compile(f"{short_forms.LONG_FORM.pattern}|{short_forms.PATTERN.pattern}")
_ENGLISH = re.compile("[a-z]")
_MATCHES_NOTHING = re.compile(r"(?!)")


@lru_cache(maxsize=512)
def as_typed(parts: tuple[Part, ...]) -> re.Pattern[str]:
    """Finds the parts as one string."""
    return _compiled([r"\s*".join(_literal(thai.fold(part.text)) for part in parts)])


@lru_cache(maxsize=512)
def any_term(query: Query) -> re.Pattern[str]:
    """Finds any wanted part of a query as typed, or any of its words; the longest first."""
    patterns: dict[str, None] = {}
    parts = [part for group in query.wanted for part in group]
    for part in sorted(parts, key=lambda part: -len(part.text)):
        patterns[_literal(thai.fold(part.text))] = None
    words = {word for part in parts if not part.is_phrase for word in thai.words(part.text)}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        patterns[_word(word)] = None
    return _compiled(list(patterns))


def _compiled(patterns: list[str]) -> re.Pattern[str]:
    pattern = "|".join(patterns)
    if not pattern:
        return _MATCHES_NOTHING
    # Without the flag a pattern of Thai letters alone is found many times faster.
    cased = any(letter.lower() != letter.upper() for letter in pattern)
    return re.compile(pattern, re.IGNORECASE if cased else 0)


def _literal(folded: str) -> str:
    pattern, done = "", 0
    for found in _LONG_OR_SHORT.finditer(folded):
        pattern += _plain(folded[done : found.start()])
        pattern += _alternatives(short_forms.sure_form(found.group()) or found.group())
        done = found.end()
    return pattern + _plain(folded[done:])


def _plain(folded: str) -> str:
    return "".join(map(_piece, _PIECE.finditer(folded)))


def _piece(found: re.Match[str]) -> str:
    if found["space"]:
        return r"\s*"
    if found["number"]:
        return _number(found["number"])
    other = found["other"]
    # An English word ends where it ends; Thai does not show where.
    first = r"\b" if _ENGLISH.match(other[0]) else ""
    last = r"\b" if _ENGLISH.match(other[-1]) else ""
    return first + re.escape(other) + last


def _word(term: str) -> str:
    others = thai.other_forms(term)
    if term[0].isdigit():
        return "(?:" + "|".join(_number(form) for form in (term, *others)) + ")"
    if term.isascii():
        # A stem that ends in i may stand for y: studi, study.
        stem = term[:-1] if term.endswith("i") and len(term) > 2 else term
        return rf"\b{re.escape(stem)}\w*"
    return "|".join([_alternatives(term), *map(_alternatives, others)])


def _number(digits: str) -> str:
    wide = "".join(
        f"[{digit}{_THAI_DIGITS[int(digit)]}]" if digit.isdigit() else "," for digit in digits
    )
    return rf"(?<!\d){wide}(?!\d)"


def _alternatives(text: str) -> str:
    ways = [re.escape(text), *short_forms.ways_to_write(text)]
    # After an abbreviation Thai has a space where the long form has none.
    return f"(?:{'|'.join(ways)})\\s*" if len(ways) > 1 else ways[0]
