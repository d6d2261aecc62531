"""Print and braille line by line, for a sighted helper beside a reader of braille."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from braille.layout import WIDTH, Line, document_lines
from thai_text.outline import Block, Document

__all__ = ["Line", "side_by_side"]


def side_by_side(
    document: Document | Iterable[Block], grade: int, width: int = WIDTH, lang: str = "th"
) -> Iterator[Line]:
    """Each line of braille with its print and its block's anchor; blank lines are left out.

    A Document's first lines are its title's, with an empty anchor; blocks alone have none, and
    `lang` says what their sections are called. ValueError for a grade that is not offered or a
    width below 10 cells.
    """
    if not isinstance(document, Document):
        document = Document("", lang, tuple(document))
    return (line for line in document_lines(document, grade, width) if line.braille)
