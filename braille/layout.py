"""Braille cut into lines of a page's or a display's width, from text or from a Document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from braille.division import parts
from braille.signs import BLANK
from braille.tables import filled, table_lines
from braille.translate import Piece, pieces
from thai_text.outline import Block, Document

WIDTH = 40
NARROWEST = 10
_FIRST_INDENT = 2
_HEADING_MARGIN = 3
_DEEPEST = 4


class Line(NamedTuple):
    """One line of braille, the print that it stands for, and the anchor of its block.

    A line that leads belongs to what follows it, as headings do.
    """

    anchor: str
    print: str
    braille: str
    leads: bool = False


def text_lines(text: str, grade: int, width: int = WIDTH) -> list[str]:
    """A text's lines in Unicode braille, each cut to `width` cells between words.

    ValueError for a grade that is not offered or a width below 10 cells.
    """
    _check(width)
    lines: list[str] = []
    current: list[Piece] = []
    for piece in pieces(f"{text}\n", grade):
        if piece.cells == "\n":
            lines += [line.braille for line in wrap(current, grade, width)]
            current = []
        else:
            current.append(piece)
    return lines[:-1] if text.endswith("\n") else lines


def document_lines(document: Document, grade: int, width: int = WIDTH) -> Iterator[Line]:
    """A Document's lines: title and chapter headings centred, paragraphs indented by two cells.

    ValueError for a grade that is not offered or a width below 10 cells.
    """
    _check(width)
    if document.title:
        yield from _centred("", document.title, grade, width)
    yield from _lines_below(document, document.blocks, 0, grade, width)


def document_text(document: Document, grade: int, width: int = WIDTH) -> str:
    """A Document as Unicode braille in lines of at most `width` cells, without pages.

    ValueError for a grade that is not offered or a width below 10 cells.
    """
    return "".join(f"{line.braille}\n" for line in document_lines(document, grade, width))


def wrap(
    line: Iterable[Piece], grade: int, width: int, first: int = 0, later: int = 0, anchor: str = ""
) -> Iterator[Line]:
    """Pieces of one line as lines of at most `width` cells, with indents in cells.

    A line ends between pieces; a piece longer than a line is cut between its signs or syllables.
    No line begins or ends with a blank of the text.
    """
    text, cells, indent = "", "", BLANK * first
    room = width - max(first, later)
    for piece in line:
        for part in parts(piece, room, grade):
            if cells and len(indent) + len(cells) + len(part.cells.rstrip(BLANK)) > width:
                yield _line(anchor, text, indent + cells)
                text, cells, indent = "", "", BLANK * later
            if not cells:
                part = part._replace(cells=part.cells.lstrip(BLANK))
            text, cells = text + part.text, cells + part.cells
    yield _line(anchor, text, indent + cells)


def _line(anchor: str, text: str, cells: str) -> Line:
    return Line(anchor, " ".join(text.split()), cells.rstrip(BLANK))


def _check(width: int) -> None:
    if width < NARROWEST:
        raise ValueError(f"A braille line needs at least {NARROWEST} cells.")


def _lines_below(
    document: Document, blocks: Iterable[Block], items_above: int, grade: int, width: int
) -> Iterator[Line]:
    for block in blocks:
        yield from _block_lines(document, block, items_above, grade, width)
        below = items_above + (block.kind == "item")
        yield from _lines_below(document, block.blocks, below, grade, width)


def _block_lines(
    document: Document, block: Block, items_above: int, grade: int, width: int
) -> Iterator[Line]:
    if block.kind == "table":
        yield from _table(block, grade, width)
        return
    head = " ".join(part for part in (document.label(block), block.heading) if part)
    if block.kind == "chapter":
        yield _blank(block)
        yield from _centred(block.id, head, grade, width)
        yield from _indented(block.id, block.text, grade, width, _FIRST_INDENT, 0)
        return
    text = " ".join(part for part in (head, block.text) if part)
    if block.kind == "item":
        level = min(items_above + 1, _DEEPEST) if width > NARROWEST * 2 else 0
        deeper = _FIRST_INDENT * level
        yield from _indented(block.id, text, grade, width, deeper, deeper + _FIRST_INDENT)
        return
    if block.kind == "section":
        yield _blank(block)
    yield from _indented(block.id, text, grade, width, _FIRST_INDENT, 0)


def _table(block: Block, grade: int, width: int) -> Iterator[Line]:
    """A blank line, then columns where they fit, otherwise each row as a line with turnovers."""
    yield _blank(block)
    rows = filled(block.rows)
    columns = table_lines(rows, grade, width)
    for row, line in zip(rows, columns or [""] * len(rows), strict=True):
        text = "; ".join(row)
        if columns:
            yield Line(block.id, text, line)
        else:
            yield from _indented(block.id, text, grade, width, 0, _FIRST_INDENT)
    yield Line(block.id, "", "")


def _blank(block: Block) -> Line:
    return Line(block.id, "", "", leads=True)


def _indented(
    anchor: str, text: str, grade: int, width: int, first: int, later: int
) -> Iterator[Line]:
    if text:
        yield from wrap(pieces(" ".join(text.split()), grade), grade, width, first, later, anchor)


def _centred(anchor: str, text: str, grade: int, width: int) -> Iterator[Line]:
    inside = pieces(" ".join(text.split()), grade)
    margin = _HEADING_MARGIN if width > NARROWEST * 2 else 0
    for line in wrap(inside, grade, width - 2 * margin, anchor=anchor):
        left = BLANK * ((width - len(line.braille)) // 2)
        yield line._replace(braille=left + line.braille, leads=True)
