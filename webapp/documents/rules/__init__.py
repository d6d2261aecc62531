"""Kinds of documents, how a long text is cut into pages, and how a draft becomes an outline."""

from webapp.documents.rules.documents import (
    PART_SIZE,
    PRINTED,
    READER_VERSION,
    WHOLE_SIZE,
    DocumentKind,
    Part,
    Unit,
    parts_of,
    unit_size,
    units_of,
)
from webapp.documents.rules.drafts import (
    DraftState,
    assembled,
    likely_kind,
    likely_title,
    name_of_file,
    outlined,
    title_line,
)

__all__ = [
    "PART_SIZE", "PRINTED", "READER_VERSION", "WHOLE_SIZE", "DocumentKind", "DraftState", "Part",
    "Unit", "assembled", "likely_kind", "likely_title", "name_of_file", "outlined",
    "parts_of", "title_line", "unit_size", "units_of",
]  # fmt: skip
