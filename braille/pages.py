"""Lines of braille in pages, the last line of each holding its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count, islice

from braille.layout import Line
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


def for_pages(lines: Iterable[Line], height: int) -> Iterator[str]:
    """The lines of pages of `height` lines: no heading ends a page, no blank line begins one."""
    body = height - 1
    row = 0
    waiting: list[str] = []
    for line in lines:
        waiting.append(line.braille)
        if line.leads and len(waiting) < body:
            continue
        if row + len(waiting) > body:
            yield from [""] * (body - row)
            row = 0
        for braille in waiting:
            if row or braille:
                yield braille
                row = (row + 1) % body
        waiting = []
    yield from waiting
