"""The Portable Embosser Format: pages of Unicode braille in XML, whatever embosser prints them.

Source: PEF 1.0, "2008-1" (Braille Authority of Sweden): a head with Dublin Core metadata, then
volumes, sections, pages and rows; a row holds no more cells than the volume's columns.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from io import StringIO
from xml.sax.saxutils import escape

from braille import BRAILLE_VERSION
from braille.brf import HEIGHT
from braille.layout import WIDTH, document_lines
from braille.pages import for_pages, paged
from thai_text.outline import Document, content_hash

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef">
<head><meta xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/x-pef+xml</dc:format>
<dc:identifier>{identifier}</dc:identifier>
<dc:title>{title}</dc:title>
<dc:language>{language}</dc:language>
</meta></head>
<body><volume cols="{cols}" rows="{rows}" rowgap="0" duplex="false"><section>
"""
_FOOT = "</section></volume></body>\n</pef>\n"


def document_pef(document: Document, grade: int, width: int = WIDTH, height: int = HEIGHT) -> bytes:
    """A Document as PEF in pages of `height` lines of `width` cells; equal content, equal bytes.

    ValueError for a grade that is not offered, a line below 10 cells or a page below 2 lines.
    """
    lines = for_pages(document_lines(document, grade, width), height)
    head = _HEAD.format(
        identifier=_identifier(document, f"{BRAILLE_VERSION}/{grade}/{width}/{height}"),
        title=escape(_xml_text(document.title)),
        language=escape(_xml_text(document.lang)),
        cols=width,
        rows=height,
    )
    return (head + _pages(lines, width, height) + _FOOT).encode()


def _identifier(document: Document, made: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{content_hash(document)}/{made}").urn


def _pages(lines: Iterable[str], width: int, height: int) -> str:
    written = StringIO()
    for page in paged(lines, width, height):
        written.write("<page>\n")
        written.writelines(f"<row>{row}</row>\n" if row else "<row/>\n" for row in page)
        written.write("</page>\n")
    return written.getvalue()


def _xml_text(text: str) -> str:
    """The text without what no XML file may hold."""
    return "".join(letter for letter in text if letter.isprintable())
