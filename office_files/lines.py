"""Lines of a printed page back into paragraphs: soft line ends joined, page headers left out."""

from __future__ import annotations

import re
from collections import Counter

_MARKS = re.compile("[ัิ-ฺ็-๎]")
_DIGITS = re.compile("[0-9๐-๙]+")
_PAGE_NUMBER = re.compile(
    r"[-–—\s(]*(?:หน้า|Page|page)?\s*[0-9๐-๙]{1,4}(?:\s*(?:/|จาก|of)\s*[0-9๐-๙]{1,4})?[-–—\s)]*"
)
_BULLET = re.compile(r"[•●○▪‣\uf0b7\uf0a7]\s*(?=\S)")
_BEGINS = re.compile(
    r"มาตรา\s*[0-9๐-๙]|หมวด(?:ที่)?\s*[0-9๐-๙]|ส่วนที่|ลักษณะ\s*[0-9๐-๙]|ภาค\s*[0-9๐-๙]|บรรพ\s*[0-9๐-๙]"
    r"|บทเฉพาะกาล|หมายเหตุ|ข้อ\s*[0-9๐-๙]|\([0-9๐-๙]{1,3}\)|\([ก-ฮa-z]\)|[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})*[.)]?\s"
    r"|[-–•●]\s|#{1,6}\s|\||\[[0-9๐-๙]+\]|Section\s[0-9]|Chapter\s[0-9]"
)
# A section named in the middle of a sentence follows one of these words.
_LEADS_ON = re.compile(
    r"(?:ตาม|ใน|ของ|และ|หรือ|แห่ง|กับ|ถึง|โดย|ความ|จาก|,|section|sections|and|of)\s*\Z"
)
_SHORT_FORM = re.compile(r"[ก-ฮ]{1,2}\.")
_ENDS = re.compile(r"[.:;!?”]\s*\Z")
# A line that is shorter than this share of a full one ends its paragraph.
_FULL = 0.78
_SHARE_OF_PAGES = 0.6
_FEWEST_PAGES = 3
_LONGEST_MARGIN = 120
# A program wraps a text at one width: no line is wider, and many are nearly as wide.
_WIDTHS_OF_WRAPS = range(40, 101)
_FEWEST_WRAPS = 5
_SHARE_OF_WRAPS = 0.35
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
# Rows of a list are of one width too, but begin alike.
_BEGINNING = 4
# How many lines at each edge may be a header or a footer.
_MARGIN = 2


def without_margins(pages: list[str]) -> list[list[str]]:
    """Each page's lines without page numbers and without what stands at its edge on most pages."""
    lines = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    seen = Counter(
        name
        for page in lines
        for name in {_name(line) for line in (*page[:_MARGIN], *page[-_MARGIN:])}
    )
    often = max(_FEWEST_PAGES, _SHARE_OF_PAGES * len(pages))
    repeated = {name for name, count in seen.items() if count >= often}
    return [_inner(page, repeated) for page in lines]


def unwrapped(text: str) -> str:
    """A plain text whose lines a program cut at one width, in paragraphs again; others as they are.

    Line ends are LF.
    """
    parts = [
        [line.strip() for line in part.splitlines() if line.strip()]
        for part in _BLANK_LINES.split(text)
    ]
    if not _are_wrapped(parts):
        return text
    full = _full_length([line for part in parts for line in part])
    return joined([one for part in parts for one in paragraphs(part, full)[0]])


def _are_wrapped(parts: list[list[str]]) -> bool:
    width = max((_length(line) for part in parts for line in part), default=0)
    going_on = [line for part in parts for line in part[:-1]]
    if width not in _WIDTHS_OF_WRAPS or len(going_on) < _FEWEST_WRAPS:
        return False
    full = [line for line in going_on if _length(line) >= _FULL * width]
    beginnings = {line[:_BEGINNING] for line in full}
    least = _SHARE_OF_WRAPS * len(going_on)
    return len(full) >= least and 2 * len(beginnings) > len(full)


def paragraphs(lines: list[str], full: float = 0) -> tuple[list[str], bool]:
    """The paragraphs of a page's lines, and whether the last one goes on on the next page.

    `full` is how many letters a line must have for another to go on with it; without it, nearly as
    many as these lines have.
    """
    full = full or _full_length(lines)
    found: list[str] = []
    before = ""
    for line in lines:
        if found and _continues(before, line, full):
            found[-1] = _join(found[-1], line)
        else:
            found.append(line)
        before = line
    written = [_BULLET.sub("- ", paragraph, count=1) for paragraph in found]
    return written, bool(lines) and _length(before) >= full and not _ENDS.search(before)


def joined(paragraphs_found: list[str]) -> str:
    """Paragraphs as text: a blank line between, none between the items of a list."""
    text = ""
    for paragraph in paragraphs_found:
        both_items = paragraph.startswith("- ") and text.rpartition("\n")[2].startswith("- ")
        text += ("\n" if both_items else "\n\n" if text else "") + paragraph
    return text


def _name(line: str) -> str:
    return _DIGITS.sub("#", line) if len(line) <= _LONGEST_MARGIN else ""


def _inner(page: list[str], repeated: set[str]) -> list[str]:
    def is_margin(line: str) -> bool:
        if _PAGE_NUMBER.fullmatch(line):
            return True
        return bool(_name(line)) and _name(line) in repeated and not _BEGINS.match(line)

    start, end = 0, len(page)
    while start < min(_MARGIN, end) and is_margin(page[start]):
        start += 1
    while end > max(len(page) - _MARGIN, start) and is_margin(page[end - 1]):
        end -= 1
    return page[start:end] or page


def _length(line: str) -> int:
    """The letters of a line that take room: marks above and below take none."""
    return len(_MARKS.sub("", line))


def _full_length(lines: list[str]) -> float:
    lengths = sorted(map(_length, lines))
    return _FULL * lengths[int(0.85 * (len(lengths) - 1))] if lengths else 0


def _continues(before: str, line: str, full: float) -> bool:
    if _length(before) < full:
        return False
    return not _BEGINS.match(line) or bool(_LEADS_ON.search(before))


def _join(before: str, line: str) -> str:
    """Thai has no space where a line ends inside a sentence; other scripts have.

    The space that stood at a line's end is lost in a PDF: before พ.ศ. and after ฯ there was one.
    """
    thai = "ก" <= before[-1] <= "๎" and "ก" <= line[0] <= "๎"
    spaced = before[-1] in "ฯๆ" or _SHORT_FORM.match(line)
    return before + ("" if thai and not spaced else " ") + line
