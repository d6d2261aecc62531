"""A Document as a row of entries that can be compared: headings, sections, other blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from thai_text.compare.folding import folded, folded_lines
from thai_text.compare.repeals import is_repeal, last_repealed
from thai_text.outline import Block, Document, label
from thai_text.outline.tree import plain_lines


@dataclass(frozen=True)
class Entry:
    """One thing that is compared as a whole: a section, a chapter's heading, a loose paragraph.

    `label` is what it is called ("มาตรา ๑๒"), `text` its words, one paragraph or item a line,
    without the label, so that a section that only got another number has the same text.
    """

    anchor: str
    kind: str
    label: str
    heading: str
    text: str

    @property
    def name(self) -> str:
        """Its number and heading, or the first words of its text where it has neither."""
        named = " ".join(part for part in (self.label, self.heading) if part)
        return named or _opening(self.text)

    @cached_property
    def words(self) -> tuple[str, tuple[str, ...]]:
        """Its heading and its paragraphs in the writing in which they are compared."""
        return folded(self.heading), folded_lines(self.text)

    @cached_property
    def is_repealed(self) -> bool:
        """Whether it says nothing but that it was repealed, alone or with the sections after it."""
        return is_repeal(self._said)

    @property
    def last_repealed(self) -> str:
        """The anchor of the last section that was repealed with it; empty where none was."""
        last = last_repealed(self._said)
        return f"{self.anchor[0]}{last}" if last and self.kind == "section" else ""

    @property
    def _said(self) -> str:
        """Its text or, without one, its heading."""
        return "".join(self.words[1]) or self.words[0]


_OPENING_LENGTH = 60


def _opening(text: str) -> str:
    line = text.partition("\n")[0]
    if len(line) <= _OPENING_LENGTH:
        return line
    cut = line[:_OPENING_LENGTH]
    return (cut.rpartition(" ")[0] or cut) + "…"


def entries(document: Document) -> list[Entry]:
    """The entries of a document in reading order; what stands in a section belongs to it."""
    return list(_entries(document.blocks, document.lang))


def _entries(blocks: Iterable[Block], lang: str) -> Iterator[Entry]:
    for block in blocks:
        if block.kind != "chapter":
            yield _entry(block, block.blocks, lang)
            continue
        own = [inner for inner in block.blocks if inner.kind not in ("chapter", "section")]
        below = [inner for inner in block.blocks if inner.kind in ("chapter", "section")]
        yield _entry(block, own, lang)
        yield from _entries(below, lang)


def _entry(block: Block, inside: Iterable[Block], lang: str) -> Entry:
    lines = [block.text] if block.text else []
    lines += [" | ".join(row) for row in block.rows]
    for inner in inside:
        lines += _lines(inner, lang)
    return Entry(block.id, block.kind, label(block, lang), block.heading, "\n".join(lines))


def _lines(block: Block, lang: str) -> Iterator[str]:
    yield from plain_lines(block, lang)
    for inner in block.blocks:
        yield from _lines(inner, lang)
