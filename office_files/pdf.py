"""PDF with a text layer, page by page (pypdf, which keeps the order in which Thai was written)."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from office_files.faults import MAX_CHARACTERS, MAX_PAGES, Fault, FileRefused
from office_files.layout import Layout
from office_files.pages import has_text

# What a broken file makes pypdf raise beside its own errors.
_BROKEN = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError,
    NotImplementedError, OverflowError, AssertionError, EOFError,
)  # fmt: skip

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class PdfPage:
    """The raw text of a page, and whether it has notes at its foot and columns as a table has."""

    text: str
    has_notes: bool = False
    has_columns: bool = False


def read_pdf(data: bytes) -> tuple[str, list[PdfPage]]:
    """The title that a PDF tells of itself, and its pages.

    Raises `FileRefused`: encrypted, broken, too long, or a scan without text.
    """
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileRefused(Fault.ENCRYPTED)
        if len(reader.pages) > MAX_PAGES:
            raise FileRefused(Fault.TOO_LONG)
        pages = _read(reader)
        title = str((reader.metadata.title if reader.metadata else None) or "")
    except _BROKEN as error:
        raise FileRefused(Fault.BROKEN) from error
    if not any(has_text(page.text) for page in pages):
        raise FileRefused(Fault.NO_TEXT if pages else Fault.EMPTY)
    return title.strip(), pages


def _read(reader: PdfReader) -> list[PdfPage]:
    pages: list[PdfPage] = []
    size = 0
    for page in reader.pages:
        pages.append(_page(page))
        size += len(pages[-1].text)
        if size > MAX_CHARACTERS:
            raise FileRefused(Fault.TOO_LONG)
    return pages


def _page(page: PageObject) -> PdfPage:
    """A page with what the places of its letters tell."""
    try:
        layout = Layout(_wide_fonts(page))
        text = page.extract_text(
            visitor_operand_before=layout.see_operand, visitor_text=layout.see_text
        )
        return PdfPage(text, layout.has_notes(), layout.has_columns())
    except _BROKEN:
        return PdfPage(_text(page))


def _text(page: PageObject) -> str:
    """The text of a page by itself; of a broken one nothing, so that a person looks at it."""
    try:
        return page.extract_text()
    except _BROKEN:
        return ""


def _wide_fonts(page: PageObject) -> frozenset[str]:
    resources = page.get("/Resources", {}).get_object()
    fonts = resources.get("/Font", {}).get_object() if "/Font" in resources else {}
    return frozenset(
        name for name, font in fonts.items() if font.get_object().get("/Subtype") == "/Type0"
    )
