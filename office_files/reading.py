"""Reading one file: told by its content, read by its reader, repaired and judged page by page."""

from __future__ import annotations

from dataclasses import replace

from office_files import judging, lines
from office_files.docx import read_docx
from office_files.faults import MAX_CHARACTERS, Fault, FileRefused
from office_files.html import read_html
from office_files.pages import FileType, ReadFile, ReadPage, pieces_of
from office_files.pdf import PdfPage, read_pdf
from office_files.plain import decoded
from office_files.sniffing import file_type
from office_files.writing import without_hidden
from thai_text.misread import read_again
from thai_text.wraps import join_soft_wraps


def read(data: bytes, lang: str) -> ReadFile:
    """The pages of a file. Raises `FileRefused`.

    For files from outside use `bounded.read_safely`, which limits time and memory.
    """
    found = file_type(data)
    title, pages = _READERS[found](data, lang)
    if not any(page.text.strip() for page in pages):
        raise FileRefused(Fault.EMPTY)
    return ReadFile(found, read_again(title), tuple(pages))


def _pdf(data: bytes, lang: str) -> tuple[str, list[ReadPage]]:
    title, found = read_pdf(data)
    raw, pages = [page.text for page in found], []
    # Before lines are joined: Thai is joined otherwise than Latin letters.
    inside = lines.without_margins(list(map(read_again, raw)))
    for page, inner in zip(found, inside, strict=True):
        paragraphs, runs_on = lines.paragraphs(inner)
        pages.append(
            judging.page(page.text, lines.joined(paragraphs), lang, runs_on, _layout_doubts(page))
        )
    if pages:
        pages[-1] = replace(pages[-1], runs_on=False)
    return title, judging.of_one_file(pages)


def _layout_doubts(page: PdfPage) -> tuple[judging.PageDoubt, ...]:
    found = {
        judging.PageDoubt.NOTES_AT_FOOT: page.has_notes,
        judging.PageDoubt.COLUMNS: page.has_columns,
    }
    return tuple(doubt for doubt, holds in found.items() if holds)


def _docx(data: bytes, lang: str) -> tuple[str, list[ReadPage]]:
    title, text = read_docx(data)
    return title, _pieces(text, lang)


def _html(data: bytes, lang: str) -> tuple[str, list[ReadPage]]:
    title, text = read_html(data)
    return title, _pieces(text, lang)


def _text(data: bytes, lang: str) -> tuple[str, list[ReadPage]]:
    # Before it is cut: which line ends are soft wraps is told by all of them together.
    text = join_soft_wraps(decoded(data))
    return "", _pieces(lines.unwrapped(text), lang)


def _pieces(text: str, lang: str) -> list[ReadPage]:
    if len(text) > MAX_CHARACTERS:
        raise FileRefused(Fault.TOO_LONG)
    return [_piece(piece, lang) for piece in pieces_of(text)]


def _piece(text: str, lang: str) -> ReadPage:
    text, hides = without_hidden(text)
    found = (judging.PageDoubt.HIDDEN_TEXT,) if hides else ()
    return judging.page(text, text, lang, found=found)


_READERS = {
    FileType.PDF: _pdf,
    FileType.DOCX: _docx,
    FileType.HTML: _html,
    FileType.TEXT: _text,
}
