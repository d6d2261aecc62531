"""Which tables are wider than a page of large print, and so are written row by row."""

from collections.abc import Iterable, Iterator

from thai_text.outline import Block, Document
from webapp.shared.printing import widest_piece, with_breaks

# In points, as document.css has them: the page between its margins, a letter, what stands left of
# an item's text, and a cell's two paddings with the border to the next.
_PAGE = 174 / 25.4 * 72
_EM = 18.0
_BORDER = 1.0
_ITEM = 1.2 * _EM
_CELL = 2 * 0.4 * _EM + _BORDER
_HEAD_WEIGHT, _WEIGHT = 700, 400


def wide_tables(document: Document) -> frozenset[str]:
    """The ids of the tables in which a column would be cut off, or a word."""
    return frozenset(
        block.id
        for block, room in _tables(document.blocks, _PAGE)
        if _width(block, document.lang) > room
    )


def filled(row: tuple[str, ...], across: int) -> tuple[str, ...]:
    """A row with empty cells up to `across`: a table's rows are of one length (ISO 14289-1)."""
    return row + ("",) * (across - len(row))


def _tables(blocks: Iterable[Block], room: float) -> Iterator[tuple[Block, float]]:
    """Every table that has cells, with the points it may be wide."""
    for block in blocks:
        if block.kind == "table" and block.rows:
            yield block, room
        yield from _tables(block.blocks, room - _ITEM if block.kind == "item" else room)


def _width(table: Block, lang: str) -> float:
    """How wide a table is at least in points: nothing is cut between its letters."""
    columns = [0.0] * max(len(row) for row in table.rows)
    for number, row in enumerate(table.rows):
        weight = _WEIGHT if number else _HEAD_WEIGHT
        for at, cell in enumerate(row):
            columns[at] = max(columns[at], widest_piece(with_breaks(cell), weight, lang))
    return _BORDER + sum(_CELL + _EM * column for column in columns)
