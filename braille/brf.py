"""Braille-ready files: pages of lines in the ASCII of the North American Braille Computer Code.

A BRF has one ASCII character a cell (NABCC), lines that end in CR LF and pages that end in a form
feed; embossers print it as it is. Forty cells by twenty-five lines is their common page.
"""

from __future__ import annotations

from braille.layout import WIDTH, document_lines, text_lines
from braille.signs import BLANK
from braille.translate import translate
from thai_text.outline import Document

HEIGHT = 25
# Place in the string = value of the cell's dots (dot 1 is 1, dot 6 is 32).
_NABCC = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
_TO_ASCII = {0x2800 + value: sign for value, sign in enumerate(_NABCC)}


def to_ascii(braille: str) -> str:
    """Unicode braille as NABCC ASCII; line ends stay, anything else is a ValueError."""
    strange = {letter for letter in braille if ord(letter) not in _TO_ASCII and letter != "\n"}
    if strange:
        raise ValueError(f"Not six-dot braille: {min(strange)!r}.")
    return braille.translate(_TO_ASCII)


def text_brf(text: str, grade: int) -> bytes:
    """A text as a BRF of 40 by 25; ValueError for a grade that is not offered."""
    return pages(text_lines(text, grade))


def document_brf(document: Document, grade: int) -> bytes:
    """A Document as a BRF of 40 by 25; ValueError for a grade that is not offered."""
    return pages(document_lines(document, grade))


def pages(lines: list[str], width: int = WIDTH, height: int = HEIGHT) -> bytes:
    """Lines of Unicode braille as the bytes of a BRF; each page's last line holds its number."""
    body = height - 1
    kept = [*lines] or [""]
    parts: list[str] = []
    for number, start in enumerate(range(0, len(kept), body), 1):
        page = kept[start : start + body]
        page += [""] * (body - len(page))
        page.append(translate(str(number), 0).rjust(width, BLANK))
        parts.append("\r\n".join(to_ascii(line).rstrip(" ") for line in page) + "\r\n\f")
    return "".join(parts).encode("ascii")
