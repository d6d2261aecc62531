"""Writing the PDF: HTML and a style sheet through WeasyPrint, in the print font.

Source of the structure: ISO 14289-1:2014 (PDF/UA-1).
"""

from __future__ import annotations

import importlib
import logging
import re
from base64 import b64encode
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

from webapp.shared.printing.faces import faces
from webapp.shared.printing.lacking import with_names
from webapp.shared.printing.sara_am import FAMILY, PrintFont

# What adds Pango to Debian and Ubuntu, for whoever runs the server.
ADD_COMMAND = "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"
_MAPPED = re.compile(rb"<([0-9a-f]{4})> <[0-9a-f]*>")

_log = logging.getLogger(__name__)


class PrintUnavailable(RuntimeError):
    """This machine lacks what print is made with; `unavailable()` says what."""


@cache
def _weasyprint() -> ModuleType | None:
    """WeasyPrint, or None where it or the libraries of Pango are missing.

    Asked for late: only who prints pays for its start.
    """
    try:
        return importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        _log.warning("Print is not available: %s", error)
        return None


def unavailable() -> str | None:
    """None where print can be made, else the code of what is missing: "pango"."""
    return None if _weasyprint() else "pango"


def write_pdf(html: str, css: str, target: Path | BinaryIO) -> int:
    """Write a whole page of HTML as a tagged PDF/UA-1 to `target`; how many pages it has.

    `css` may use the font family FAMILY in the weights 400 and 700; what that lacks is told by its
    name. Nothing is fetched from anywhere. Raises `PrintUnavailable` and `OSError`.
    """
    weasyprint = _weasyprint()
    if weasyprint is None:
        raise PrintUnavailable("Pango, which sets the type, is not installed.")
    fonts = faces()
    known = importlib.import_module("weasyprint.text.fonts").FontConfiguration()
    pages = weasyprint.HTML(
        string=with_names(html),
        # Nothing is fetched from anywhere: the fonts stand in the style sheet.
        url_fetcher=weasyprint.URLFetcher(allowed_protocols=("data",)),
    ).render(
        stylesheets=[weasyprint.CSS(string=_faces(fonts) + css, font_config=known)],
        font_config=known,
    )
    pages.write_pdf(
        target,
        finisher=lambda _pages, pdf: _say_what_glyphs_are(pdf, fonts),
        pdf_variant="pdf/ua-1",
    )
    return len(pages.pages)


def _faces(fonts: dict[int, PrintFont]) -> str:
    """The fonts, as a style sheet has them in itself."""
    return "".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight};'
        f" src: url(data:font/ttf;base64,{b64encode(font.data).decode()}) }}\n"
        for weight, font in fonts.items()
    )


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
