"""What is said of a Document, in order, and where one can jump to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from thai_text.outline import Block, Document, label

TITLE = "title"
# What the listener of a computer should know, said after the title.
COMPUTER_VOICE = {
    "th": "อ่านด้วยเสียงสังเคราะห์ของคอมพิวเตอร์",
    "en": "Read by a computer voice.",
}
PEOPLE_AND_COMPUTER = {
    "th": "ตอนที่มีผู้อาสาอ่านไว้เป็นเสียงคน ตอนอื่นเป็นเสียงสังเคราะห์ของคอมพิวเตอร์",
    "en": "Read by people where they have recorded it, elsewhere by a computer voice.",
}
_EMPTY_CELL = {"th": "เว้นว่าง", "en": "left blank"}
_LONGEST_TITLE = 80


@dataclass(frozen=True)
class Line:
    """Words of one block that stand together in print: a heading, a paragraph, a table's row.

    `spoken` is what is said where it differs from `text`; `row` counts a table's rows from 1.
    """

    block: str
    text: str
    heading: bool = False
    row: int = 0
    spoken: str = ""


@dataclass
class Unit:
    """A block of a passage, how deep it lies in it, and its own lines without those below it."""

    block: Block
    depth: int
    lines: list[Line]


@dataclass
class Passage:
    """A stretch of a book with a name to jump to.

    `id` is the anchor of the chapter or section, or "title"; `depth` how many chapters hold it.
    """

    id: str
    title: str
    depth: int = 0
    units: list[Unit] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """What is said, in order, the heading first."""
        return [line for unit in self.units for line in unit.lines]

    @property
    def letters(self) -> int:
        """How many letters are said."""
        return sum(len(line.spoken or line.text) for line in self.lines)


def passages(document: Document, *, people: bool = False) -> list[Passage]:
    """Return the document's passages: its title page, then one for each chapter and section.

    The title page says who reads: a computer, or `people` too.
    """
    found = [_title_page(document, people=people)]
    head_depth = 0
    for depth, block in document.walk():
        if block.kind in ("chapter", "section"):
            head_depth = depth
            found.append(_passage(document, block, depth))
        else:
            unit = Unit(block, max(0, depth - head_depth - 1), list(_lines(document, block)))
            found[-1].units.append(unit)
    return found


def _title_page(document: Document, *, people: bool) -> Passage:
    notes = PEOPLE_AND_COMPUTER if people else COMPUTER_VOICE
    block = Block(TITLE, "chapter", heading=document.title, text=notes.get(document.lang, ""))
    lines = [Line(TITLE, document.title, heading=True), Line(TITLE, block.text)]
    return Passage(TITLE, document.title, 0, [Unit(block, 0, _not_empty(lines))])


def _passage(document: Document, block: Block, depth: int) -> Passage:
    title = _join(label(block, document.lang), block.heading)
    # On the reading page too, the text of a section without number or heading is its heading.
    lines = [Line(block.id, title or block.text, heading=True)]
    if title:
        lines.append(Line(block.id, block.text))
    lines += _rows(block, document.lang)
    name = title or _shortened(block.text) or document.title
    return Passage(block.id, name, depth, [Unit(block, 0, _not_empty(lines))])


def _lines(document: Document, block: Block) -> list[Line]:
    words = _join(label(block, document.lang), block.heading, block.text)
    return _not_empty([Line(block.id, words), *_rows(block, document.lang)])


def _not_empty(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.text.strip()]


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_TITLE:
        return text
    return text[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _rows(block: Block, lang: str) -> Iterator[Line]:
    """A table row by row, each cell with the head of its column before it; empty ones say so."""
    if not block.rows:
        return
    heads, *rows = block.rows
    if not rows:
        yield Line(block.id, " | ".join(heads), row=1, spoken=", ".join(filter(None, heads)))
    for number, row in enumerate(rows, 2):
        empty = _EMPTY_CELL.get(lang, _EMPTY_CELL["en"])
        named = zip_longest(heads, row, fillvalue="")
        cells = [_join(head, cell or empty) for head, cell in named if head or cell]
        spoken = ", ".join(cells)
        yield Line(block.id, " | ".join(row), row=number, spoken=spoken)
