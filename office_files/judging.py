"""The text of each page repaired, and whether a person should look at it."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from office_files.pages import ReadPage
from thai_text.clean import clean
from thai_text.trust import judge

FEWEST_LETTERS = 40
# English has no page of names and titles in another script alone.
FEWEST_ENGLISH = 8
LEAST_THAI = LEAST_LATIN = 0.2
MOST_IMPOSSIBLE = 1
# A font that is damaged is so on every page that it is used on.
DAMAGED_SHARE = 0.25
# Two vowels on one letter, or a vowel below with one in front: in a quarter of all laws not once.
_IMPOSSIBLE = re.compile("[ัิ-ฺ็]{2}|[แโใไ][ก-ฮ][ัิ-ฺ]|เ[ก-ฮ][ึุู]")


class PageDoubt(StrEnum):
    """Why a page is not trusted, beside what `thai_text.trust` finds in its words."""

    NO_TEXT = "no_text"
    NOT_THAI = "not_thai"
    NOT_ENGLISH = "not_english"
    IMPOSSIBLE = "impossible"
    DAMAGED_FILE = "damaged_file"
    HIDDEN_TEXT = "hidden_text"
    NOTES_AT_FOOT = "notes_at_foot"
    COLUMNS = "columns"


# Nothing is wrong with the letters of such a page.
_OF_LAYOUT = {PageDoubt.NOTES_AT_FOOT, PageDoubt.COLUMNS}


def page(
    raw: str, text: str, lang: str, runs_on: bool = False, found: tuple[PageDoubt, ...] = ()
) -> ReadPage:
    """A page with its text repaired and judged; `found` are the doubts that its reader has."""
    cleaned = _clean(text)
    return ReadPage(raw, cleaned, (*doubts_of(cleaned, lang), *map(str, found)), runs_on)


def _clean(text: str) -> str:
    """The text repaired, its lines as far in as they were: an item's depth is told by that."""
    lines = text.split("\n")
    cleaned = clean("\n".join(line.lstrip(" ") for line in lines)).split("\n")
    if len(cleaned) != len(lines):
        return "\n".join(cleaned)
    return "\n".join(
        " " * (len(line) - len(line.lstrip(" "))) + repaired if repaired else ""
        for line, repaired in zip(lines, cleaned, strict=True)
    )


def doubts_of(text: str, lang: str) -> tuple[str, ...]:
    """Why a person should look at a page, the gravest reason first; none for one to be trusted."""
    letters = [sign for sign in text if sign.isalpha()]
    if not letters:
        return (PageDoubt.NO_TEXT,)
    found = [str(doubt) for doubt in judge(text).doubts]
    if len(_IMPOSSIBLE.findall(text)) > MOST_IMPOSSIBLE:
        found.append(PageDoubt.IMPOSSIBLE)
    thai = sum("ก" <= sign <= "๎" for sign in letters)
    # A PDF whose letters have wrong codes gives Latin letters and signs for Thai.
    if lang == "th" and len(letters) >= FEWEST_LETTERS and thai < LEAST_THAI * len(letters):
        found.append(PageDoubt.NOT_THAI)
    latin = sum(map(str.isascii, letters))
    if lang == "en" and len(letters) >= FEWEST_ENGLISH and latin < LEAST_LATIN * len(letters):
        found.append(PageDoubt.NOT_ENGLISH)
    return tuple(found)


def of_one_file(pages: list[ReadPage]) -> list[ReadPage]:
    """The pages of a file of one make: where many are damaged, the others are doubted too."""
    written = [page for page in pages if PageDoubt.NO_TEXT not in page.doubts]
    damaged = sum(bool(set(page.doubts) - _OF_LAYOUT) for page in written)
    if damaged <= DAMAGED_SHARE * len(written):
        return pages
    return [
        page if page.doubts else replace(page, doubts=(PageDoubt.DAMAGED_FILE,)) for page in pages
    ]
