"""Making the PDF: the outline through a template of its own, then WeasyPrint."""

from __future__ import annotations

import importlib
import logging
import os
import re
from base64 import b64encode
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from thai_text.outline import Document, label
from webapp.listening.large_print.line_breaks import with_breaks
from webapp.listening.large_print.sara_am import FAMILY, PrintFont, print_font

HERE = Path(__file__).parent
FONTS = Path(__file__).parents[2] / "static" / "fonts" / "sarabun"
# By their weight in CSS.
FACES = {400: "Sarabun-Regular.ttf", 700: "Sarabun-Bold.ttf"}
HEADED = ("chapter", "section")
DEEPEST_HEADING = 6
# Measured: 604,000 letters are 733 pages, made in two minutes with 512 MB; twice as many do not end
# in ten minutes and take more memory than a worker has.
MOST_LETTERS = 800_000
_MAPPED = re.compile(rb"<([0-9a-f]{4})> <[0-9a-f]*>")

_log = logging.getLogger(__name__)


class LargePrintUnavailable(RuntimeError):
    """This machine lacks what large print is made with; `unavailable()` says what."""


class LargePrintTooLong(ValueError):
    """A document of more than MOST_LETTERS letters is not set as one file."""


@cache
def _weasyprint() -> ModuleType | None:
    """WeasyPrint, or None where it or the libraries of Pango are missing.

    Asked for late: only the worker that makes large print pays for its start.
    """
    try:
        return importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        _log.warning("Large print is not available: %s", error)
        return None


def unavailable() -> str | None:
    """None where large print can be made, else the code of what is missing: "pango"."""
    return None if _weasyprint() else "pango"


def make_pdf(document: Document, path: Path) -> int:
    """Write the document as a tagged PDF/UA-1 in 18 pt to `path`; how many pages it has.

    The file appears whole or not at all. Raises `LargePrintUnavailable`,
    `LargePrintTooLong` and `OSError`. Source of the structure: ISO 14289-1:2014 (PDF/UA-1).
    """
    weasyprint = _weasyprint()
    if weasyprint is None:
        raise LargePrintUnavailable("Pango, which sets the type of large print, is not installed.")
    letters = len(document.plain_text())
    if letters > MOST_LETTERS:
        raise LargePrintTooLong(f"{letters:,} letters; one file holds {MOST_LETTERS:,}.")
    fonts = {weight: print_font(FONTS / file) for weight, file in FACES.items()}
    known = importlib.import_module("weasyprint.text.fonts").FontConfiguration()
    pages = weasyprint.HTML(
        string=_page(document),
        # Nothing is fetched from anywhere: the fonts stand in the style sheet.
        url_fetcher=weasyprint.URLFetcher(allowed_protocols=("data",)),
    ).render(
        stylesheets=[weasyprint.CSS(string=_style(fonts), font_config=known)], font_config=known
    )
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        pages.write_pdf(
            unfinished,
            finisher=lambda _pages, pdf: _say_what_glyphs_are(pdf, fonts),
            pdf_variant="pdf/ua-1",
        )
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return len(pages.pages)


def _page(document: Document) -> str:
    """The document as HTML for print."""
    template = _templates().get_template("document.html")
    return template.render(document=document, headings=_headings(document))


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters.update(breaks=with_breaks, label=label)
    return templates


def _headings(document: Document) -> dict[str, int]:
    """The level of each heading by its block's id, from 2 on, none skipped (ISO 14289-1, 7.4.2)."""
    levels: dict[str, int] = {}
    last = 1
    for depth, block in document.walk():
        if block.kind in HEADED and (label(block, document.lang) or block.heading):
            last = levels[block.id] = min(depth + 2, last + 1, DEEPEST_HEADING)
    return levels


def _style(fonts: dict[int, PrintFont]) -> str:
    """The style sheet with the fonts in it."""
    faces = (
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight};'
        f" src: url(data:font/ttf;base64,{b64encode(font.data).decode()}) }}\n"
        for weight, font in fonts.items()
    )
    return "".join(faces) + (HERE / "document.css").read_text(encoding="utf-8")


def _say_what_glyphs_are(pdf: Any, fonts: dict[int, PrintFont]) -> None:
    """Write into the PDF which text each glyph of our fonts stands for (its ToUnicode maps)."""
    for entry in pdf.objects:
        if not isinstance(entry, dict) or entry.get("Subtype") != "/Type0":
            continue
        name = entry["BaseFont"].decode()
        if FAMILY.replace(" ", "-") in name:
            font = fonts[700 if name.endswith("-Bold") else 400]
            stream = pdf.objects[int(entry["ToUnicode"].split()[0])].stream
            stream[:] = [_MAPPED.sub(partial(_mapping, font), line) for line in stream]


def _mapping(font: PrintFont, found: re.Match[bytes]) -> bytes:
    text = font.texts.get(int(found[1], 16))
    if text is None:
        return found[0]
    return b"<%s> <%s>" % (found[1], text.encode("utf-16-be").hex().encode())
