"""Braille-ready files: pages of lines in the ASCII of the North American Braille Computer Code.

A BRF has one ASCII character a cell (NABCC), lines that end in CR LF and pages that end in a form
feed; embossers print it as it is. Forty cells by twenty-five lines is their common page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from braille.layout import WIDTH, document_lines, text_lines
from braille.pages import for_pages, paged
from thai_text.outline import Document

HEIGHT = 25
# Place in the string = value of the cell's dots (dot 1 is 1, dot 6 is 32).
_NABCC = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
_TO_ASCII = {0x2800 + value: sign for value, sign in enumerate(_NABCC)}
_STRANGE = re.compile("[^\u2800-\u283f\n]")
_FROM_ASCII = {ord(sign): chr(cell) for cell, sign in _TO_ASCII.items()}


def to_ascii(braille: str) -> str:
    """Unicode braille as NABCC ASCII; line ends stay, anything else is a ValueError."""
    strange = _STRANGE.search(braille)
    if strange:
        raise ValueError(f"Not six-dot braille: {strange.group()!r}.")
    return braille.translate(_TO_ASCII)


def from_ascii(written: str) -> str:
    """NABCC ASCII as Unicode braille; line ends and form feeds stay."""
    return written.translate(_FROM_ASCII)


def text_brf(text: str, grade: int, width: int = WIDTH, height: int | None = HEIGHT) -> bytes:
    """A text as a BRF, as `document_brf` makes it of a Document."""
    return pages(text_lines(text, grade, width), width, height)


def document_brf(
    document: Document, grade: int, width: int = WIDTH, height: int | None = HEIGHT
) -> bytes:
    """A Document as a BRF in lines of `width` cells and pages of `height` lines; None has no pages.

    ValueError for a grade that is not offered, a line below 10 cells or a page below 2 lines.
    """
    lines = document_lines(document, grade, width)
    if height is None:
        return pages((line.braille for line in lines), width, height)
    return pages(for_pages(lines, height), width, height)


def pages(lines: Iterable[str], width: int = WIDTH, height: int | None = HEIGHT) -> bytes:
    """Lines of Unicode braille as the bytes of a BRF; each page's last line holds its number."""
    if height is None:
        return "".join(f"{_ascii_line(line)}\r\n" for line in lines).encode("ascii")
    return "".join(
        "\r\n".join(map(_ascii_line, page)) + "\r\n\f" for page in paged(lines, width, height)
    ).encode("ascii")


def _ascii_line(line: str) -> str:
    return to_ascii(line).rstrip(" ")
