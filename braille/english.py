"""Latin letters in Unified English Braille, grade 1: capitals and letters after figures.

Source: The Rules of Unified English Braille (ICEB, 2013), sections 4 (letters with marks), 5
(grade 1 mode), 6 (numeric mode) and 8 (capitalisation).
"""

from __future__ import annotations

import re
from itertools import groupby

from braille import signs

# Three words in capitals or more make a passage; signs and blanks may stand between them.
_WORD = re.compile(f"[{signs.CAPITALS}]+")
_LETTER = f"[{''.join(signs.LATIN)}{signs.CAPITALS}]"
_PASSAGE = re.compile(
    rf"(?<!{_LETTER}){_WORD.pattern}"
    rf"(?:(?:[ \t'’&,/-]|\.(?! ?\n))+{_WORD.pattern}){{2,}}(?!{_LETTER})"
)


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
    """Cells of Latin letters written together.

    `after_number`: a figure stands right before, so that a to j need the grade 1 indicator.
    `passage`: the word's place in a passage of capitals, if it is in one.
    """
    if passage:
        before = signs.CAPITAL * 3 if passage == "first" else ""
        return before + _small(word) + (signs.CAPITALS_END if passage == "last" else "")
    indicator = signs.LETTER_SIGN if after_number and word[0] in "abcdefghij" else ""
    runs = ["".join(run) for _, run in groupby(word, str.isupper)]
    last = len(runs) - 1
    return indicator + "".join(_run(run, place == last) for place, run in enumerate(runs))


def _run(run: str, ends: bool) -> str:
    if not run.isupper():
        return _small(run)
    if len(run) == 1:
        return signs.CAPITAL + _small(run)
    if ends:
        return signs.CAPITAL * 2 + _small(run)
    # Small letters follow in the same word: the capitals are ended.
    return signs.CAPITAL * 2 + _small(run) + signs.CAPITALS_END


def _small(word: str) -> str:
    return "".join(signs.LATIN[letter] for letter in word.lower())
