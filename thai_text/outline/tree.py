"""The blocks of a Document's tree, what each is called, and how the tree is walked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from thai_text.numbers import THAI_DIGITS

KINDS = ("chapter", "section", "paragraph", "item", "table")
SECTION_WORD = {"th": "มาตรา", "en": "Section"}


@dataclass(frozen=True)
class Block:
    """One part of a document; its id is a permanent anchor, unique in the document.

    A chapter's number carries its own word ("หมวด 1", "Chapter 3"); a section's is bare ("12/1",
    "9 ทวิ"); an item's keeps its brackets or dot ("(1)", "1."). Digits in numbers are Arabic.
    A table's cells are in rows, the first row being its heads.
    """

    id: str
    kind: str
    number: str = ""
    heading: str = ""
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    blocks: tuple[Block, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """This block and those below it as JSON data, every key present."""
        return {
            "id": self.id,
            "kind": self.kind,
            "number": self.number,
            "heading": self.heading,
            "text": self.text,
            "rows": [list(row) for row in self.rows],
            "blocks": [block.to_json() for block in self.blocks],
        }


def walk_blocks(blocks: Iterable[Block], depth: int = 0) -> Iterator[tuple[int, Block]]:
    """Every block in reading order, each before those below it, with its depth."""
    for block in blocks:
        yield depth, block
        yield from walk_blocks(block.blocks, depth + 1)


def label(block: Block, lang: str) -> str:
    """What a block is called, in the digits of the language; empty for one without a number."""
    if not block.number:
        return ""
    number = block.number.translate(THAI_DIGITS) if lang == "th" else block.number
    if block.kind == "section" and block.id.startswith("s"):
        return f"{SECTION_WORD.get(lang, SECTION_WORD['en'])} {number}"
    return number


def plain_lines(block: Block, lang: str) -> list[str]:
    """The lines of plain text of one block, without those below it."""
    head = " ".join(part for part in (label(block, lang), block.heading, block.text) if part)
    lines = [head] if head else []
    return lines + [" | ".join(row) for row in block.rows]
