"""Where braille that is longer than a line is cut: between signs, syllables, and then anywhere.

Thai divides a word between syllables without a sign, and so does its braille.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from braille.tokens import Token
from braille.translate import Piece, word_cells
from thai_text.dictionary import cut_clusters, sub_words


class Part(NamedTuple):
    """Cells that stand in one line, and the print that they are for."""

    text: str
    cells: str


def parts(piece: Piece, room: int, grade: int) -> Iterator[Part]:
    """The piece whole where it has at most `room` cells, otherwise in parts of at most so many."""
    cells = piece.cells
    if len(cells) <= room:
        yield Part(piece.text, cells)
        return
    small = (part for token in piece.tokens for part in _small(token, room, grade))
    yield from _filled(small, room)


def _small(token: Token, room: int, grade: int) -> Iterator[Part]:
    if len(token.cells) <= room:
        yield Part(token.text, token.cells)
        return
    cut = list(_syllables(token, grade)) if token.kind == "thai" else []
    for part in cut or [Part(token.text, token.cells)]:
        for start in range(0, len(part.cells), room):
            yield Part("" if start else part.text, part.cells[start : start + room])


def _syllables(token: Token, grade: int) -> Iterator[Part]:
    """The words inside a compound, else its clusters; none where the cells would differ."""
    for cut in (_compound(token.text), cut_clusters(token.text)):
        written = [Part(text, word_cells(text, grade)) for text in cut]
        if len(written) > 1 and "".join(part.cells for part in written) == token.cells:
            yield from written
            return


def _compound(word: str) -> list[str]:
    """The longest words, one after the other, that the word is made of; empty if there are none."""
    inside = sorted(sub_words(word), key=len, reverse=True)
    made: list[str] = []
    rest = word
    while rest:
        first = next((part for part in inside if rest.startswith(part)), "")
        if not first:
            return []
        made.append(first)
        rest = rest[len(first) :]
    return made


def _filled(small: Iterable[Part], room: int) -> Iterator[Part]:
    """Parts joined again as long as they fit in the room."""
    text, cells = "", ""
    for part in small:
        if cells and len(cells) + len(part.cells) > room:
            yield Part(text, cells)
            text, cells = "", ""
        text, cells = text + part.text, cells + part.cells
    yield Part(text, cells)
