"""Figures in words: from the same parts a page, its tables and charts, a CSV and a PDF are made."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from thai_text.outline import Document
from thai_text.outline.tree import Block


class Row(Protocol):
    """One line of a part. `percent` and `shown` are None and "" where there is none to draw."""

    @property
    def name(self) -> str:
        """What the line is of."""

    @property
    def percent(self) -> float | None:
        """The percentage that the chart draws."""

    @property
    def shown(self) -> str:
        """That percentage as it is written everywhere."""

    @property
    def range(self) -> str:
        """Between which percentages the truth lies; "" where none is told."""

    def cells(self) -> list[str]:
        """What its line of the table has, its name first."""


@dataclass(frozen=True)
class Part:
    """A heading, a sentence, and the rows that table and chart show under the titles in `head`."""

    id: str
    title: str
    sentence: str
    head: Sequence[str]
    rows: Sequence[Row]

    def table(self) -> list[list[str]]:
        """The rows of its table."""
        return [row.cells() for row in self.rows]


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV (RFC 4180), which Excel reads as UTF-8 by its first sign alone."""
    text = io.StringIO("\ufeff", newline="")
    text.seek(0, io.SEEK_END)
    csv.writer(text).writerows(rows)
    return text.getvalue()


def as_blocks(parts: Iterable[Part]) -> tuple[Block, ...]:
    """The parts as chapters of an outline, from which the tagged PDF is made."""
    chapters = []
    for part in parts:
        inside = [Block(f"{part.id}-said", "paragraph", text=part.sentence)]
        if part.rows:
            table = tuple(tuple(cells) for cells in [part.head, *part.table()])
            # No heading of its own: the chapter's stands right above.
            inside.append(Block(f"{part.id}-table", "table", rows=table))
        chapters.append(Block(part.id, "chapter", heading=part.title, blocks=tuple(inside)))
    return tuple(chapters)


def as_document(title: str, intro: str, parts: Iterable[Part], language: str) -> Document:
    """Figures as an outline: an introduction, then the parts."""
    blocks = (Block("intro", "paragraph", text=intro), *as_blocks(parts))
    return Document(title=title, lang=language, blocks=blocks)
