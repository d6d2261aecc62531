"""English laws and documents in plain text: "Chapter 3", "Section 12", "(1)", "(a)"."""

from __future__ import annotations

import re

from thai_text.outline.builder import Builder
from thai_text.outline.lines import LONGEST_HEADING, Mark, read_item
from thai_text.outline.node import Node
from thai_text.outline.rows import is_rule, read_row

_NUMBER = r"([0-9]{1,4}(?:/[0-9]{1,4})?[A-Z]{0,2}|[IVXLC]{1,8})"
_END = r"(?=[\s.:\-–—]|\Z)\s*[.:\-–—]?\s*"
_SECTION = re.compile(rf"(?:Section|SECTION|Sec\.|Article|ARTICLE)\s{{1,3}}{_NUMBER}{_END}")
_CHAPTER = re.compile(
    rf"(Book|Title|Part|Chapter|Division|Schedule|BOOK|TITLE|PART|CHAPTER|DIVISION|SCHEDULE)"
    rf"\s{{1,3}}{_NUMBER}{_END}"
)
_BARE_CHAPTER = re.compile(
    r"(?:Transitory|Transitional|General|Final) Provisions|Penalties|Preamble|Schedule|Annex", re.I
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def parse_english(lines: list[str]) -> Node:
    """The tree of an English text's lines; the first word for a chapter is the outermost."""
    builder = Builder()
    ranks: dict[str, int] = {}
    rows: list[tuple[str, ...]] = []
    for line in lines:
        row = read_row(line)
        if row:
            rows.append(row)
            continue
        _close_table(builder, rows)
        rows = []
        _place(builder, ranks, _read(" ".join(line.split())))
    _close_table(builder, rows)
    return builder.root


def _read(line: str) -> Mark:
    return _read_section(line) or _read_chapter(line) or read_item(line) or Mark("text", line)


def _read_section(line: str) -> Mark | None:
    found = _SECTION.match(line)
    # "Section 12 of this Act applies…" goes on in lower case: it is a reference.
    if not found or line[found.end() :][:1].islower():
        return None
    return Mark("section", line[found.end() :], found[1], "Section")


def _read_chapter(line: str) -> Mark | None:
    if len(line) > LONGEST_HEADING:
        return None
    if _BARE_CHAPTER.fullmatch(line):
        return Mark("chapter", line)
    found = _CHAPTER.match(line)
    if not found or line[found.end() :][:1].islower():
        return None
    return Mark("chapter", line[found.end() :], found[2], found[1].capitalize())


def _place(builder: Builder, ranks: dict[str, int], mark: Mark) -> None:
    if mark.kind == "chapter":
        rank = ranks.setdefault(mark.word, len(ranks)) if mark.word else 0
        key = mark.word[:1].lower() + _plain_number(mark.number)
        builder.add_chapter(mark, rank, key)
    elif mark.kind == "section":
        builder.add_section(mark, "s" + _plain_number(mark.number))
    elif mark.kind == "item":
        builder.add_item(mark)
    else:
        builder.add_text(mark.rest)


def _plain_number(number: str) -> str:
    """A number as in an anchor: "12A" gives "12a", "IV" gives "4"."""
    if not number or number[0] not in _ROMAN:
        return number.lower().replace("/", "-")
    values = [_ROMAN[letter] for letter in number]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-value if value < after else value for value, after in pairs))


def _close_table(builder: Builder, rows: list[tuple[str, ...]]) -> None:
    if len(rows) > 1:
        builder.add_table([row for row in rows if not is_rule(row)])
    elif rows:
        builder.add_text(" ".join(cell for cell in rows[0] if cell))
