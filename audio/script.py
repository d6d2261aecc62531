"""What is said of a Document, in order, and where one can jump to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from thai_text.outline import Block, Document, label


@dataclass
class Passage:
    """A stretch of a book with a name to jump to; `lines` are said in order, the name first."""

    id: str
    title: str
    lines: list[str] = field(default_factory=list)


def passages(document: Document) -> list[Passage]:
    """Return the document's passages: its title page, then one for each chapter and section."""
    found = [Passage("title", document.title, [document.title])]
    for _, block in document.walk():
        if block.kind in ("chapter", "section"):
            title = _join(label(block, document.lang), block.heading)
            # A heading without words still is a place in the text.
            found.append(Passage(block.id, title or document.title, [title]))
            found[-1].lines.append(block.text)
        else:
            name = label(block, document.lang)
            found[-1].lines.append(_join(name, block.heading, block.text))
        found[-1].lines += _rows(block)
    for passage in found:
        passage.lines = [line for line in passage.lines if line.strip()]
    return found


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _rows(block: Block) -> Iterator[str]:
    """A table line by line, each cell with the head of its column before it."""
    if not block.rows:
        return
    heads, *rows = block.rows
    if not rows:
        yield ", ".join(heads)
    for row in rows:
        cells = [_join(heads[at] if at < len(heads) else "", cell) for at, cell in enumerate(row)]
        yield ", ".join(cell for cell in cells if cell)
