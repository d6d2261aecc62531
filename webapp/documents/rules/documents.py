"""Kinds of documents, and how a long text is cut into pages. Plain Python."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from thai_text.outline import Block, Document

# Part of every record's hash: a better reader reads all records again.
READER_VERSION = "2"
# Characters of text on one page: about ten minutes of reading aloud, and 60 kB compressed at most.
PART_SIZE = 24_000
# A text up to this length stays on one page, where a reader finds everything with one search.
WHOLE_SIZE = 40_000


class DocumentKind(StrEnum):
    """What a document is, as the catalogue groups it."""

    ABOUT_BILL = "about_bill"
    GUIDE = "guide"
    COMMITTEE_SUMMARY = "committee_summary"
    CONSTITUTION = "constitution"
    LAW = "law"
    CODE = "code"
    DECREE = "decree"
    ANNOUNCEMENT = "announcement"
    CABINET_DRAFT = "cabinet_draft"
    REPORT_REPLY = "report_reply"
    CABINET_ITEM = "cabinet_item"
    NEWS = "news"
    BILL_TEXT = "bill_text"
    COMMITTEE_REPORT = "committee_report"
    AGENDA = "agenda"
    MINUTES = "minutes"
    OTHER = "other"


# What the Royal Gazette prints as a whole, so that the end of its text says where.
PRINTED = frozenset(
    {
        DocumentKind.CONSTITUTION,
        DocumentKind.LAW,
        DocumentKind.CODE,
        DocumentKind.DECREE,
        DocumentKind.ANNOUNCEMENT,
    }
)


@dataclass(frozen=True)
class Unit:
    """A heading or a section on a page: a block, its depth, and whether blocks below it follow."""

    depth: int
    block: Block


@dataclass(frozen=True)
class Part:
    """A run of units that makes one page, with the words that name it."""

    units: tuple[Unit, ...]

    @property
    def anchor(self) -> str:
        return self.units[0].block.id

    @property
    def size(self) -> int:
        return sum(unit_size(unit.block) for unit in self.units)


def unit_size(block: Block) -> int:
    """Characters in a block and everything below it."""
    own = len(block.number) + len(block.heading) + len(block.text)
    cells = sum(len(cell) for row in block.rows for cell in row)
    return own + cells + sum(unit_size(inner) for inner in block.blocks)


def units_of(document: Document) -> Iterator[Unit]:
    """The document as a flat run of units: chapters without what they hold, and all else whole."""
    yield from _units(document.blocks, 0)


def _units(blocks: Iterable[Block], depth: int) -> Iterator[Unit]:
    for block in blocks:
        if block.kind != "chapter":
            yield from _unit_or_pieces(block, depth)
            continue
        # The words of a chapter before its first section stay with its heading.
        own = [b for b in block.blocks if b.kind not in ("chapter", "section")]
        below = [b for b in block.blocks if b.kind in ("chapter", "section")]
        yield from _unit_or_pieces(replace(block, blocks=tuple(own)), depth)
        yield from _units(below, depth + 1)


def _unit_or_pieces(block: Block, depth: int) -> Iterator[Unit]:
    """A block as one unit; one too large for a page as its head and then what stands below it."""
    if unit_size(block) <= PART_SIZE or not block.blocks:
        yield Unit(depth, block)
        return
    yield Unit(depth, replace(block, blocks=()))
    for inner in block.blocks:
        yield from _unit_or_pieces(inner, depth + 1)


def parts_of(document: Document) -> list[Part]:
    """The document cut into pages; one page where it is short.

    A page ends before a heading or section once it is full; headings that follow each other
    directly, and the section after them, stay together.
    """
    units = list(units_of(document))
    if sum(unit_size(unit.block) for unit in units) <= WHOLE_SIZE:
        return [Part(tuple(units))] if units else []
    parts: list[Part] = []
    page: list[Unit] = []
    size = 0
    for unit in units:
        after_heading = bool(page) and page[-1].block.kind == "chapter"
        new_chapter = unit.block.kind == "chapter" and size > PART_SIZE // 3
        if page and not after_heading and (new_chapter or size > PART_SIZE):
            parts.append(Part(tuple(page)))
            page, size = [], 0
        page.append(unit)
        size += unit_size(unit.block)
    return [*parts, Part(tuple(page))] if page else parts
