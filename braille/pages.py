"""Lines of braille in pages, the last line of each holding its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count, islice

from braille.signs import BLANK
from braille.translate import translate


def paged(lines: Iterable[str], width: int, height: int) -> Iterator[list[str]]:
    """Pages of `height` lines each, at least one; ValueError for a page without room for a line."""
    if height < 2:
        raise ValueError("A braille page needs at least 2 lines: one of text, one for its number.")
    left = iter(lines)
    for number in count(1):
        page = list(islice(left, height - 1))
        if not page and number > 1:
            return
        page += [""] * (height - 1 - len(page))
        after = next(left, None)
        yield [*page, translate(str(number), 0).rjust(width, BLANK)]
        if after is None:
            return
        left = chain([after], left)
