"""A Document: the one tree of a text from which every form (page, sound, braille) is made.

Its JSON, version 1, is a contract: `{"v": 1, "title", "lang", "blocks": [...]}`, each block with
`id, kind, number, heading, text, rows, blocks`. A block's id is its permanent anchor.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from thai_text.outline.reading_json import block_from_json, block_list, text_field
from thai_text.outline.tree import Block, label, plain_lines, walk_blocks

VERSION = 1


@dataclass(frozen=True)
class Document:
    """A text as a tree of blocks, in the order in which it is read."""

    title: str
    lang: str = "th"
    blocks: tuple[Block, ...] = ()

    def walk(self) -> Iterator[tuple[int, Block]]:
        """Every block in reading order with its depth; the outermost blocks have depth 0."""
        return walk_blocks(self.blocks)

    def find(self, block_id: str) -> Block | None:
        """The block with this id, or None where the document has no such anchor."""
        return self._index.get(block_id)

    def sections(self) -> list[Block]:
        """Every block of kind section (มาตรา, or a heading without headings below), in order."""
        return [block for _, block in self.walk() if block.kind == "section"]

    def neighbours(self, block_id: str) -> tuple[Block | None, Block | None]:
        """The sections before and after the section that is or holds this id; None at an end.

        An id outside every section, or unknown, has neither: (None, None).
        """
        place = self._section_places.get(block_id)
        if place is None:
            return None, None
        sections = self.sections()
        before = sections[place - 1] if place else None
        after = sections[place + 1] if place + 1 < len(sections) else None
        return before, after

    def plain_text(self) -> str:
        """The whole text with its title, headings and numbers, one block a line."""
        lines = [self.title] if self.title else []
        for _, block in self.walk():
            lines += plain_lines(block, self.lang)
        return "\n".join(lines)

    def label(self, block: Block) -> str:
        """What a block is called in this document: "มาตรา ๑๒/๑", "Section 12", "(๑)"."""
        return label(block, self.lang)

    def to_json(self) -> dict[str, Any]:
        """This document as JSON data, version 1; every key of every block is present."""
        return {
            "v": VERSION,
            "title": self.title,
            "lang": self.lang,
            "blocks": [block.to_json() for block in self.blocks],
        }

    @classmethod
    def from_json(cls, data: Any) -> Document:
        """A document from JSON data; ValueError says what is wrong with its version or shape."""
        if not isinstance(data, dict):
            raise ValueError("A Document must be a JSON object.")
        if data.get("v") != VERSION or isinstance(data["v"], bool):
            raise ValueError(f"Document JSON has version {data.get('v')!r}; this reads version 1.")
        title = text_field(data, "title", "the document", required=True)
        lang = text_field(data, "lang", "the document", required=True)
        seen: set[str] = set()
        items = block_list(data, "the document", required=True)
        return cls(title, lang, tuple(block_from_json(item, seen, 0) for item in items))

    @cached_property
    def _index(self) -> dict[str, Block]:
        return {block.id: block for _, block in self.walk()}

    @cached_property
    def _section_places(self) -> dict[str, int]:
        """For each id that is a section or inside one, that section's place in the order."""
        places: dict[str, int] = {}
        for place, section in enumerate(self.sections()):
            places[section.id] = place
            for _, block in walk_blocks(section.blocks):
                places.setdefault(block.id, place)
        return places


def canonical_json(document: Document) -> bytes:
    """The document's one spelling in bytes: sorted keys, no spaces, NFC, UTF-8."""
    text = json.dumps(document.to_json(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return unicodedata.normalize("NFC", text).encode()


def content_hash(document: Document) -> str:
    """SHA-256 of the canonical JSON in hex: equal for equal content, whatever made it."""
    return hashlib.sha256(canonical_json(document)).hexdigest()
