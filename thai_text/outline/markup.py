"""Documents that are written by hand, a line a paragraph, into a Document."""

from __future__ import annotations

from thai_text.outline.document import Document
from thai_text.outline.tree import Block


def parse_markup(text: str, title: str = "", lang: str = "th") -> Document:
    """A text as paragraphs, one a line."""
    blocks: list[Block] = []
    for place, line in enumerate(filter(None, map(str.strip, text.splitlines())), 1):
        blocks.append(Block(f"p{place}", "paragraph", text=line))
    return Document(title, lang, tuple(blocks))
