"""The words of a table of contents: what a heading, a section and a page are called."""

from typing import Any

from thai_text.outline import Block, label
from webapp.documents.rules import Part

OPENING_LENGTH = 60


def block_label(block: Block, lang: str) -> str:
    """What a block is called: its number and heading, else the first words of its text."""
    named = " ".join(words for words in (label(block, lang), block.heading) if words)
    return named or opening(block)


def opening(block: Block) -> str:
    """The first words of a block, cut at a space where there is one."""
    text = block.text or next((opening(inner) for inner in block.blocks), "")
    if len(text) <= OPENING_LENGTH:
        return text
    cut = text[:OPENING_LENGTH]
    return (cut.rpartition(" ")[0] or cut) + "…"


def part_label(part: Part, lang: str) -> str:
    """What one page is called: its first heading, and the sections from the first to the last."""
    chapters = [u.block for u in part.units if u.block.kind == "chapter"]
    sections = [u.block for u in part.units if u.block.kind == "section"]
    first = part.units[0].block
    name = block_label(first, lang)
    if first.kind != "chapter" or not sections:
        chapters = []
    numbered = [block for block in sections if block.number]
    if len(numbered) > 1:
        span = f"{label(numbered[0], lang)}–{label(numbered[-1], lang).split(' ', 1)[-1]}"
        return f"{name} ({span})" if chapters else span
    return name


def contents_of(parts: list[Part], lang: str) -> list[list[Any]]:
    """The table of contents: anchor, label, heading, depth, kind and page of every unit."""
    return [
        [u.block.id, label(u.block, lang), u.block.heading, u.depth, u.block.kind, number]
        for number, part in enumerate(parts, 1)
        for u in part.units
    ]
