"""Where braille that is longer than a line is cut: between signs, syllables, and then anywhere.

Thai divides a word between syllables without a sign, and so does its braille.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from braille.contracted import contracted_parts
from braille.tokens import Token
from braille.translate import CONTRACTED, Piece, word_cells
from thai_text.dictionary import cut_clusters
from thai_text.syllables import syllables


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
    cut = _syllables(token, grade) if token.kind == "thai" else []
    for part in cut or [Part(token.text, token.cells)]:
        for start in range(0, len(part.cells), room):
            yield Part("" if start else part.text, part.cells[start : start + room])


def _syllables(token: Token, grade: int) -> list[Part]:
    """The syllables of a word, else its clusters; none where the cells would differ."""
    cuts = (
        [contracted_parts(token.text, more) for more in (True, False)]
        if grade == CONTRACTED
        else [_spelled(cut, grade) for cut in (syllables(token.text), cut_clusters(token.text))]
    )
    for cut in cuts:
        if len(cut) > 1 and "".join(cells for _text, cells in cut) == token.cells:
            return [Part(*piece) for piece in cut]
    return []


def _spelled(cut: Iterable[str], grade: int) -> tuple[tuple[str, str], ...]:
    return tuple((text, word_cells(text, grade)) for text in cut)


def _filled(small: Iterable[Part], room: int) -> Iterator[Part]:
    """Parts joined again as long as they fit in the room."""
    text, cells = "", ""
    for part in small:
        if cells and len(cells) + len(part.cells) > room:
            yield Part(text, cells)
            text, cells = "", ""
        text, cells = text + part.text, cells + part.cells
    yield Part(text, cells)
