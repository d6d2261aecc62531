"""Print and braille line by line, of one part of a version."""

from braille.side_by_side import Line, side_by_side
from thai_text.outline import Document as Outline
from webapp.documents import service as documents


def braille_lines(
    document: documents.Document,
    version: documents.DocumentVersion,
    part: int,
    grade: int,
    cells: int,
) -> list[Line]:
    """Every line of a part, from 1; the title comes with the first.

    Raises `documents.DocumentNotFound` where there is no such part.
    """
    units = documents.get_part(version, part)[1].units
    title = document.title if part == 1 else ""
    outline = Outline(title, document.lang, tuple(unit.block for unit in units))
    return list(side_by_side(outline, grade, cells))
