"""English letters in Unified English Braille, grade 1: capitals and letters after figures.

Source: The Rules of Unified English Braille (ICEB, 2013), sections 5 (grade 1 mode), 6 (numeric
mode) and 8 (capitalisation).
"""

from __future__ import annotations

import re

from braille import signs

_RUN = re.compile("[A-Z]+|[a-z]+")
# Three words in capitals or more make a passage; signs and blanks may stand between them.
_PASSAGE = re.compile(r"(?<![A-Za-z])[A-Z]+(?:(?:[ \t'’&,/-]|\.(?! ?\n))+[A-Z]+){2,}(?![A-Za-z])")
_WORD = re.compile("[A-Z]+")


def capital_passages(text: str) -> dict[int, str]:
    """Where words in a passage of capitals begin, and which of "first", "inner", "last" each is."""
    places: dict[int, str] = {}
    for passage in _PASSAGE.finditer(text):
        if not any(sign.isspace() for sign in passage.group()):
            continue
        starts = [found.start() for found in _WORD.finditer(text, *passage.span())]
        places |= dict.fromkeys(starts, "inner")
        places[starts[0]], places[starts[-1]] = "first", "last"
    return places


def letters(word: str, after_number: bool, passage: str = "") -> str:
    """Cells of English letters written together.

    `after_number`: a figure stands right before, so that a to j need the grade 1 indicator.
    `passage`: the word's place in a passage of capitals, if it is in one.
    """
    if passage:
        before = signs.CAPITAL * 3 if passage == "first" else ""
        return before + _small(word) + (signs.CAPITALS_END if passage == "last" else "")
    indicator = signs.LETTER_SIGN if after_number and word[0] in "abcdefghij" else ""
    return indicator + "".join(
        _run(found.group(), ends=found.end() == len(word)) for found in _RUN.finditer(word)
    )


def _run(run: str, ends: bool) -> str:
    if run.islower():
        return _small(run)
    if len(run) == 1:
        return signs.CAPITAL + _small(run)
    if ends:
        return signs.CAPITAL * 2 + _small(run)
    # Small letters follow in the same word: the capitals are ended.
    return signs.CAPITAL * 2 + _small(run) + signs.CAPITALS_END


def _small(word: str) -> str:
    return "".join(signs.LATIN[letter] for letter in word.lower())
