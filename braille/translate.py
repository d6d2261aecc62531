"""Text into Unicode braille: grade 0 (print order), 1 (reading order) or 2 (contracted)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from braille import GRADES, signs
from braille.contracted import contracted
from braille.english import capital_passages, letters
from braille.numbers import number_cells
from braille.syllables import in_reading_order
from braille.tokens import APART, TOKEN, Token, may_part, opens, plain, single_blanks
from thai_text.dictionary import segment

_REMEMBERED = 50_000
CONTRACTED = 2


class Piece(NamedTuple):
    """What is not parted at a line's end while it fits: its print, cells, and signs in a row."""

    text: str
    cells: str
    tokens: tuple[Token, ...]


def translate(text: str, grade: int) -> str:
    """Braille of a text, lines kept; ValueError says which grades there are for another one.

    Grade 0 follows print letter by letter, grade 1 puts vowels after the consonants that they
    are read after, grade 2 shortens what `short_forms.tsv`, `families.py` and `rhymes.py` know.
    A sign that the code does not know is the dot locator with a question mark.
    """
    return "".join(token.cells for token in tokens(text, grade))


def tokens(text: str, grade: int) -> Iterator[Token]:
    """The text in tokens with their cells; ValueError for a grade that is not offered."""
    if grade not in GRADES:
        raise ValueError(
            f"Thai braille of grade {grade} is not offered: choose grade 0, grade 1 or grade 2."
        )
    return single_blanks(_tokens(plain(text), grade))


def pieces(text: str, grade: int) -> Iterator[Piece]:
    """The text in pieces, between which a line may end; a blank and a line's end are pieces."""
    return _joined(tokens(text, grade))


def _joined(parts: Iterable[Token]) -> Iterator[Piece]:
    current: list[Token] = []
    for token in parts:
        if current and may_part(current[-1], token):
            yield _piece(current)
            current = []
        current.append(token)
    if current:
        yield _piece(current)


def _piece(parts: Sequence[Token]) -> Piece:
    if len(parts) == 1:
        return Piece(parts[0].text, parts[0].cells, (parts[0],))
    text = "".join(token.text for token in parts)
    return Piece(text, "".join(token.cells for token in parts), tuple(parts))


def _tokens(text: str, grade: int) -> Iterator[Token]:
    passages = capital_passages(text)
    before, before_kind = "", ""
    for found in TOKEN.finditer(text):
        written, kind = found.group(), str(found.lastgroup)
        after_number = before_kind.endswith("number")
        if kind == "thai":
            yield from _thai(written, grade, after_number)
        elif kind == "latin":
            place = passages.get(found.start(), "")
            yield Token(kind, written, letters(written, after_number, place))
        elif kind == "quote":
            opening = opens(before)
            cells = signs.OPENING_QUOTE if opening else signs.CLOSING_QUOTE
            yield Token("opening" if opening else "other", written, cells)
        elif kind == "closing":
            yield Token(kind, written, signs.CLOSING_SINGLE_QUOTE)
        else:
            cells = _sign(kind, written, grade)
            # A figure before it says already that the next cell is no letter.
            told = kind == "raised_number" and after_number
            yield Token(kind, written, cells.removeprefix(signs.LETTER_SIGN) if told else cells)
        before, before_kind = written, kind


def _thai(run: str, grade: int, after_number: bool) -> Iterator[Token]:
    """The words of a run of Thai; a letter that a figure before it would make a figure is told."""
    words = _contracted(run) if grade == CONTRACTED else _spelled(run, grade)
    for word in words:
        if after_number and word.cells[0] in signs.READ_AS_FIGURES:
            word = word._replace(cells=signs.LETTER_SIGN + word.cells)
        after_number = False
        yield word


def _spelled(run: str, grade: int) -> Iterator[Token]:
    return (Token("thai", word, word_cells(word, grade)) for word in segment(run))


def _contracted(run: str) -> Iterator[Token]:
    for word in contracted(segment(run)):
        if word.alone:
            yield APART
        yield Token("thai", word.text, word.cells)
        if word.alone:
            yield APART


@lru_cache(maxsize=_REMEMBERED)
def word_cells(word: str, grade: int) -> str:
    """The cells of one Thai word by itself in grade 0 or 1; KeyError for what is not Thai."""
    # In both grades the tone is read after sara am, though it is typed before.
    typed = signs.tone_after_am(word)
    if grade == 0:
        return "".join(signs.THAI[letter] for letter in typed)
    return in_reading_order(typed)


def _sign(kind: str, piece: str, grade: int) -> str:
    if kind == "end":
        return piece
    if kind.endswith("number"):
        return number_cells(kind, piece)
    if kind == "points":
        return signs.POINTS * (3 if piece == "…" else len(piece))
    if kind == "so_on":
        return signs.AND_SO_ON
    if kind == "again":
        # Grade 0 keeps the blank before the sign of repetition, the others join it to its word.
        return (signs.BLANK if grade == 0 and len(piece) > 1 else "") + signs.THAI["ๆ"]
    if piece.isspace():
        return signs.BLANK
    if piece == "!" and grade > 0:
        return signs.GRADE_1_EXCLAMATION
    return signs.PUNCTUATION.get(piece) or signs.THAI.get(piece) or signs.UNKNOWN
