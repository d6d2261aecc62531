"""Text into Unicode braille, grade 0 (print order) or grade 1 (reading order)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from braille import signs
from braille.syllables import in_reading_order
from thai_text.dictionary import segment
from thai_text.digits import ARABIC_DIGITS

GRADES = (0, 1)
_TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:[.,][0-9]+)*)|(?P<thai_number>[๐-๙]+(?:[.,][๐-๙]+)*)"
    r"|(?P<latin>[A-Za-z]+)|(?P<so_on>ฯลฯ)|(?P<again>[^\S\n]?ๆ)|(?P<points>\.{3,}|…)"
    r"|(?P<thai>[ก-ฮะ-ฺเ-ๅ็-๎]+)|(?P<quote>\")|(?P<end>\n)|(?P<other>.)",
    re.DOTALL,
)
_TONE_BEFORE_AM = re.compile("([่-๋])ำ")


def translate(text: str, grade: int) -> str:
    """Braille of a text, lines kept; ValueError says which grades there are for another one.

    Grade 0 follows print letter by letter, grade 1 puts vowels after the consonants that they
    are read after. A sign that the code does not know is the dot locator with a question mark.
    """
    return "".join(pieces(text, grade))


def pieces(text: str, grade: int) -> Iterator[str]:
    """The braille of a text in pieces, between which a line may end; blanks are pieces."""
    if grade not in GRADES:
        raise ValueError(
            f"Thai braille of grade {grade} is not offered: choose grade 0 or grade 1."
            + (" Contracted braille (grade 2) is not yet ready." if grade == 2 else "")
        )
    return _pieces(_plain(text), grade)


def _pieces(text: str, grade: int) -> Iterator[str]:
    before = ""
    for found in _TOKEN.finditer(text):
        token = found.group()
        kind = found.lastgroup
        if kind == "thai":
            yield from _thai(token, grade)
        elif kind == "again":
            yield from _again(token, grade)
        elif kind == "quote":
            yield _quote(before)
        elif kind == "latin":
            yield _latin(token, after_number=before[-1:].isdigit())
        else:
            yield _sign(str(kind), token, grade)
        before = token


def _plain(text: str) -> str:
    """One spelling of what looks the same: sara am, sara ae, line ends; no invisible signs."""
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    joined = re.sub("ํ([่-๋]?)า", r"\1ำ", composed.replace("เเ", "แ"))
    return "".join(
        letter for letter in joined if letter in "\n\t" or unicodedata.category(letter)[0] != "C"
    )


def _thai(run: str, grade: int) -> Iterator[str]:
    # In both grades the tone is read after sara am, though it is typed before.
    for word in segment(run):
        if grade == 1:
            yield in_reading_order(_TONE_BEFORE_AM.sub(r"ำ\1", word))
        else:
            yield "".join(signs.THAI[letter] for letter in _TONE_BEFORE_AM.sub(r"ำ\1", word))


def _again(piece: str, grade: int) -> Iterator[str]:
    """The sign of repetition; grade 1 joins it to its word."""
    if grade == 0 and len(piece) > 1:
        yield signs.BLANK
    yield signs.THAI["ๆ"]


def _quote(before: str) -> str:
    opens = not before or before[-1].isspace() or before[-1] in "([{“‘"
    return signs.OPENING_QUOTE if opens else signs.CLOSING_QUOTE


def _latin(word: str, after_number: bool) -> str:
    """English letters; a letter right after a figure that could be read as one has its sign."""
    letters = "".join(signs.LATIN[letter] for letter in word.lower())
    if len(word) > 1 and word.isupper():
        return signs.CAPITAL * 2 + letters
    if not word.islower():
        return "".join(
            (signs.CAPITAL if letter.isupper() else "") + signs.LATIN[letter.lower()]
            for letter in word
        )
    return (signs.LETTER_SIGN if after_number and word[0] <= "j" else "") + letters


def _sign(kind: str, piece: str, grade: int) -> str:
    if kind in ("number", "thai_number"):
        head = signs.NUMBER if kind == "number" else signs.THAI_NUMBER
        return head + "".join(_figure(letter) for letter in piece.translate(ARABIC_DIGITS))
    if kind == "points":
        return signs.POINTS * (3 if piece == "…" else len(piece))
    if kind == "so_on":
        return signs.AND_SO_ON
    if piece == "\n":
        return piece
    if piece.isspace():
        return signs.BLANK
    if piece == "!" and grade == 1:
        return signs.GRADE_1_EXCLAMATION
    return signs.PUNCTUATION.get(piece) or signs.THAI.get(piece) or signs.UNKNOWN


def _figure(letter: str) -> str:
    return signs.FIGURES.get(letter) or signs.PUNCTUATION[letter]
