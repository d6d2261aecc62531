"""What reading a file gives: its pages, each with the raw text and its first repair."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

# A file without pages of its own is cut into pieces of about so many characters, for the editor.
PIECE = 3_000
_FORM_FEED = "\f"
# A page with fewer letters than this holds a picture, a stamp or a page number.
FEWEST_LETTERS = 8


class FileType(StrEnum):
    """The types of files that are read, told by their content."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True)
class ReadPage:
    """One page: `raw` as the file has it, `text` repaired, `doubts` why a person should look.

    `text` holds a paragraph, an item or a table's row a line, with a blank line between paragraphs.
    `runs_on`: the last paragraph goes on on the next page. Doubts are the keys of
    `thai_text.trust.Doubt` and of `judging.PageDoubt`.
    """

    raw: str
    text: str
    doubts: tuple[str, ...] = ()
    runs_on: bool = False


@dataclass(frozen=True)
class ReadFile:
    """A file that was read: its type, its own title where it tells one, and its pages."""

    file_type: FileType
    title: str
    pages: tuple[ReadPage, ...]


def has_text(page: str) -> bool:
    """Whether a page has text to speak of."""
    return sum(map(str.isalpha, page)) >= FEWEST_LETTERS


def pieces_of(text: str) -> list[str]:
    """A text without pages as pieces: at its form feeds, else at blank lines or line ends."""
    if _FORM_FEED in text:
        return [piece.strip("\n") for piece in text.split(_FORM_FEED) if piece.strip()]
    pieces: list[str] = []
    piece: list[str] = []
    size = 0
    for line in re.split("(?<=\n)", text):
        # A table or a list is not cut: its lines follow each other without a blank one.
        if size > PIECE and not line.startswith((" ", "|", "-")):
            pieces.append("".join(piece).strip("\n"))
            piece, size = [], 0
        piece.append(line)
        size += len(line)
    return [found for found in [*pieces, "".join(piece).strip("\n")] if found.strip()]
