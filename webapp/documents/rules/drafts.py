"""Drafts: how the pages of a file become one text, and that text an outline. Plain Python."""

import re
from collections.abc import Iterable
from enum import StrEnum

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
_FILE_NAME = re.compile(r"\.(?:docx?|pdf|html?|odt|rtf|txt|indd|tmp)\Z", re.IGNORECASE)
_NO_TITLES = {"untitled", "untitled document", "document", "document1", "word document"}
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
    """The outline of a draft's text, read as laws are written or by its headings."""
    if kind in READ_AS_LAW:
        return parse(_MARKUP.sub("", text), title, lang)
    return parse_markup(text, title, lang)


def likely_title(told: str) -> str:
    """The title that a file tells of itself; empty where it is the name of some file or garbled."""
    told = " ".join(told.removeprefix("Microsoft Word - ").split())
    none = _FILE_NAME.search(told) or told.lower() in _NO_TITLES or count_misread(told)
    return "" if none else told


def likely_kind(text: str) -> DocumentKind:
    """What a text is when nobody says: a law where it has sections, else a document of no kind."""
    many = len(_SECTION.findall(_MARKUP.sub("", text))) >= FEWEST_SECTIONS
    return DocumentKind.LAW if many else DocumentKind.OTHER
