"""Tables as columns of braille, where a page's width holds them."""

from __future__ import annotations

from collections.abc import Sequence

from braille.signs import BLANK
from braille.translate import translate

_BETWEEN = 2
_NOTHING = "-"


def filled(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Every row as long as the longest, a dash in each empty cell: fingers count the columns."""
    across = max(map(len, rows), default=0)
    return [
        [cell if cell.strip() else _NOTHING for cell in row] + [_NOTHING] * (across - len(row))
        for row in rows
    ]


def table_lines(rows: Sequence[Sequence[str]], grade: int, width: int) -> list[str]:
    """One line a row with its cells in columns, or nothing where they need more than `width`.

    The rows are of one length.
    """
    written = [[translate(" ".join(cell.split()), grade) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*written, strict=True)]
    if sum(widths) + _BETWEEN * (len(widths) - 1) > width:
        return []
    between = BLANK * _BETWEEN
    return [
        between.join(
            cell.ljust(size, BLANK) for cell, size in zip(row, widths, strict=True)
        ).rstrip(BLANK)
        for row in written
    ]
