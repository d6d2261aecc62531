"""Braille cut into lines of a page's width, from text or from a Document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from braille.signs import BLANK
from braille.translate import pieces
from thai_text.outline import Block, Document

WIDTH = 40
_FIRST_INDENT = 2


def text_lines(text: str, grade: int, width: int = WIDTH) -> list[str]:
    """A text's lines in Unicode braille, each cut to `width` cells between words.

    ValueError for a grade that is not offered or a width below 10 cells.
    """
    if width < 10:
        raise ValueError("A braille line needs at least 10 cells.")
    lines: list[str] = []
    current: list[str] = []
    for piece in [*pieces(text, grade), "\n"]:
        if piece == "\n":
            lines += wrap(current, width)
            current = []
        else:
            current.append(piece)
    return lines if text.endswith("\n") or not lines else _without_last_blank(lines)


def document_lines(document: Document, grade: int, width: int = WIDTH) -> list[str]:
    """A Document's lines: title and chapter headings centred, paragraphs indented by two cells.

    ValueError for a grade that is not offered or a width below 10 cells.
    """
    lines = _centred(document.title, grade, width) if document.title else []
    for depth, block in document.walk():
        lines += _block_lines(document, block, depth, grade, width)
    return lines


def wrap(line: Iterable[str], width: int, first: int = 0, later: int = 0) -> list[str]:
    """Pieces of one line as lines of at most `width` cells, with indents in cells.

    A line ends between pieces, a piece longer than a line where the line is full; no line begins
    or ends with a blank of the text.
    """
    lines: list[str] = []
    current, used = BLANK * first, 0
    for part in _fitting(line, width - max(first, later)):
        if used and len(current) + len(part) > width:
            lines.append(current.rstrip(BLANK))
            current, used = BLANK * later, 0
        if part != BLANK or used:
            current += part
            used += 1
    lines.append(current.rstrip(BLANK))
    return lines


def _fitting(line: Iterable[str], room: int) -> Iterator[str]:
    for piece in line:
        for start in range(0, len(piece), room):
            yield piece[start : start + room]


def _block_lines(document: Document, block: Block, depth: int, grade: int, width: int) -> list[str]:
    if block.kind == "chapter":
        head = " ".join(part for part in (document.label(block), block.heading) if part)
        return ["", *_centred(head, grade, width)]
    if block.kind == "table":
        rows = ("; ".join(row) for row in block.rows)
        return [line for row in rows for line in _indented(row, grade, width, 0, _FIRST_INDENT)]
    text = " ".join(part for part in (document.label(block), block.heading, block.text) if part)
    if block.kind == "item":
        deeper = _FIRST_INDENT * min(depth, 4)
        return _indented(text, grade, width, deeper, deeper + _FIRST_INDENT)
    before = [""] if block.kind == "section" else []
    return before + _indented(text, grade, width, _FIRST_INDENT, 0)


def _indented(text: str, grade: int, width: int, first: int, later: int) -> list[str]:
    return wrap(pieces(" ".join(text.split()), grade), width, first, later) if text else []


def _centred(text: str, grade: int, width: int) -> list[str]:
    lines = wrap(pieces(" ".join(text.split()), grade), width - 6)
    return [BLANK * ((width - len(line)) // 2) + line for line in lines]


def _without_last_blank(lines: list[str]) -> list[str]:
    return lines if lines[-1] else lines[:-1]
