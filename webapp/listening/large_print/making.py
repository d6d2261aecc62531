"""Making the PDF: the outline through a template of its own, then WeasyPrint."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from thai_text.numbers import THAI_DIGITS
from thai_text.outline import Document, label
from webapp.listening.large_print.tables import filled, wide_tables
from webapp.shared.printing import with_breaks, write_pdf

HERE = Path(__file__).parent
HEADED = ("chapter", "section")
DEEPEST_HEADING = 6
# Measured: 604,000 letters are 733 pages, made in two minutes with 512 MB; twice as many do not end
# in ten minutes and take more memory than a worker has.
MOST_LETTERS = 800_000


class LargePrintTooLong(ValueError):
    """A document of more than MOST_LETTERS letters is not set as one file."""


def make_pdf(document: Document, path: Path) -> int:
    """Write the document as a tagged PDF/UA-1 in 18 pt to `path`; how many pages it has.

    The file appears whole or not at all. Raises `PrintUnavailable`, `LargePrintTooLong` and
    `OSError`.
    """
    letters = len(document.plain_text())
    if letters > MOST_LETTERS:
        raise LargePrintTooLong(f"{letters:,} letters; one file holds {MOST_LETTERS:,}.")
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        count = write_pdf(_page(document), _style(), unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def _page(document: Document) -> str:
    """The document as HTML for print."""
    template = _templates().get_template("document.html")
    return template.render(
        document=document,
        headings=_headings(document),
        wide=wide_tables(document),
        thai_digits=THAI_DIGITS,
    )


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters.update(breaks=with_breaks, filled=filled, label=label)
    return templates


def _headings(document: Document) -> dict[str, int]:
    """The level of each heading by its block's id, from 2 on, none skipped (ISO 14289-1, 7.4.2)."""
    levels: dict[str, int] = {}
    last = 1
    for depth, block in document.walk():
        if block.kind in HEADED and (label(block, document.lang) or block.heading):
            last = levels[block.id] = min(depth + 2, last + 1, DEEPEST_HEADING)
    return levels


def _style() -> str:
    return (HERE / "document.css").read_text(encoding="utf-8")
