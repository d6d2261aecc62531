"""Tables as columns of braille, where a page's width holds them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from braille.signs import BLANK
from braille.translate import translate

_BETWEEN = 2


def table_lines(rows: Sequence[Sequence[str]], grade: int, width: int) -> list[str]:
    """One line a row with its cells in columns, or nothing where they need more than `width`."""
    written = [[translate(" ".join(cell.split()), grade) for cell in row] for row in rows]
    columns = list(zip_longest(*written, fillvalue=""))
    widths = [max(map(len, column)) for column in columns]
    if sum(widths) + _BETWEEN * (len(widths) - 1) > width:
        return []
    between = BLANK * _BETWEEN
    return [
        between.join(
            cell.ljust(size, BLANK) for cell, size in zip(row, widths, strict=False)
        ).rstrip(BLANK)
        for row in written
    ]
