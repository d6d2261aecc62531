"""Drafts: how the pages of a file become one text, and that text an outline. Plain Python."""

import re
from collections.abc import Iterable
from enum import StrEnum

from office_files.pages import has_text
from thai_text.misread import count_misread
from thai_text.outline import Document, parse, parse_markup
from webapp.documents.rules.documents import DocumentKind

# Kinds whose text is cut at มาตรา and หมวด; all others at their headings.
READ_AS_LAW = frozenset(
    {
        DocumentKind.CONSTITUTION,
        DocumentKind.LAW,
        DocumentKind.CODE,
        DocumentKind.DECREE,
        DocumentKind.ANNOUNCEMENT,
        DocumentKind.BILL_TEXT,
    }
)
FEWEST_SECTIONS = 2
_SECTION = re.compile(r"^(?:มาตรา|Section)\s+[0-9๐-๙]", re.MULTILINE)
_MARKUP = re.compile(r"^\s*(?:#{1,6}|[-*+])\s+", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}\s+")
_FILE_NAME = re.compile(r"\.(?:docx?|pdf|html?|odt|rtf|txt|indd|tmp)\Z", re.IGNORECASE)
_NO_TITLES = {"untitled", "untitled document", "document", "document1", "word document"}
_LONGEST_TITLE = 200
# A section, an item, a row, a mark of a page, or a sentence.
_NO_TITLE = re.compile(
    r"^(?:มาตรา|หมวด|ส่วนที่|ข้อ|Section|Chapter|Article|หน้า|Page)\s*(?:[0-9๐-๙]|[IVX]+\b)"
    r"|^[|(\[0-9๐-๙•-]|[.,;:]\Z",
    re.IGNORECASE,
)
_NEW_BLOCK = re.compile(r"\s*(?:#{1,6}\s|[-*+]\s|\||\()")


class DraftState(StrEnum):
    """What became of a file that was taken in."""

    WAITING = "waiting"
    PUBLISHED = "published"
    DISCARDED = "discarded"


def assembled(pages: Iterable[tuple[str, bool]]) -> str:
    """The pages' texts as one; `(text, runs_on)` each, in order.

    Where a page runs on, its last paragraph and the next page's first are one: Thai without a
    space between, as it is written, other scripts with one.
    """
    whole, joins = "", False
    for text, runs_on in pages:
        text = text.strip("\n")
        if not text.strip():
            continue
        if not whole:
            whole = text
        elif joins and not _NEW_BLOCK.match(text):
            thai = "ก" <= whole[-1] <= "๎" and "ก" <= text[0] <= "๎"
            whole += ("" if thai else " ") + text
        else:
            both = _is_table(whole.rpartition("\n")[2]) and _is_table(text)
            whole += ("\n" if both else "\n\n") + text
        joins = runs_on
    return whole


def _is_table(line: str) -> bool:
    return line.lstrip().startswith("|")


def outlined(text: str, kind: DocumentKind, title: str, lang: str) -> Document:
    """The outline of a draft's text, read as laws are written or by its headings.

    A first line that says the title and no more is not said again below it.
    """
    if kind in READ_AS_LAW:
        return parse(_below_title(_MARKUP.sub("", text), title), title, lang)
    return parse_markup(_below_title(text, title), title, lang)


def _below_title(text: str, title: str) -> str:
    first, _end, rest = text.lstrip().partition("\n")
    return rest if title and rest.strip() and " ".join(first.split()) == title else text


def title_line(text: str) -> str:
    """The title that a text begins with; empty where its first line is none."""
    first, _end, rest = text.strip().partition("\n")
    first = " ".join(_HEADING.sub("", first).split())
    is_title = (
        has_text(first)
        and rest.strip()
        and len(first) <= _LONGEST_TITLE
        and not _NO_TITLE.search(first)
        and not count_misread(first)
    )
    return first if is_title else ""


def name_of_file(file_name: str) -> str:
    """A file's name without the ending that tells its type."""
    return file_name.rpartition(".")[0] or file_name


def likely_title(told: str) -> str:
    """The title that a file tells of itself; empty where it is the name of some file or garbled."""
    told = " ".join(told.removeprefix("Microsoft Word - ").split())
    none = _FILE_NAME.search(told) or told.lower() in _NO_TITLES or count_misread(told)
    return "" if none else told


def likely_kind(text: str) -> DocumentKind:
    """What a text is when nobody says: a law where it has sections, else a document of no kind."""
    many = len(_SECTION.findall(_MARKUP.sub("", text))) >= FEWEST_SECTIONS
    return DocumentKind.LAW if many else DocumentKind.OTHER
