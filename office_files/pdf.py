"""PDF with a text layer, page by page (pypdf, which keeps the order in which Thai was written)."""

from __future__ import annotations

import io
import logging

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from office_files.faults import MAX_CHARACTERS, MAX_PAGES, Fault, FileRefused
from office_files.pages import has_text

# What a broken file makes pypdf raise beside its own errors.
_BROKEN = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError,
    NotImplementedError, OverflowError, AssertionError, EOFError,
)  # fmt: skip

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(data: bytes) -> tuple[str, list[str]]:
    """The title that a PDF tells of itself, and the raw text of each page.

    Raises `FileRefused`: encrypted, broken, too long, or a scan without text.
    """
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileRefused(Fault.ENCRYPTED)
        if len(reader.pages) > MAX_PAGES:
            raise FileRefused(Fault.TOO_LONG)
        pages = _texts(reader)
        title = str((reader.metadata.title if reader.metadata else None) or "")
    except _BROKEN as error:
        raise FileRefused(Fault.BROKEN) from error
    if not any(has_text(page) for page in pages):
        raise FileRefused(Fault.NO_TEXT if pages else Fault.EMPTY)
    return title.strip(), pages


def _texts(reader: PdfReader) -> list[str]:
    texts: list[str] = []
    size = 0
    for page in reader.pages:
        texts.append(_text(page))
        size += len(texts[-1])
        if size > MAX_CHARACTERS:
            raise FileRefused(Fault.TOO_LONG)
    return texts


def _text(page: PageObject) -> str:
    """The text of a page; of one that is broken by itself nothing, so that a person looks at it."""
    try:
        return page.extract_text()
    except _BROKEN:
        return ""
