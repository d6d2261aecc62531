"""What is wrong with a braille file, in sentences: BRF and PEF in pages, lines of displays."""

import re
from collections.abc import Iterator

from lxml import etree

from braille.brf import from_ascii
from braille.signs import BLANK
from braille.translate import translate

_CELL = re.compile("[\u2800-\u283f]*")
_PEF = "{http://www.daisy.org/ns/2008/pef}"


def brf_findings(brf: bytes, lines: list[str], width: int = 40, height: int = 25) -> list[str]:
    """A BRF of six-dot ASCII braille whose lines and pages fit and that holds `lines` in order."""
    pages = [
        [from_ascii(line) for line in page.removesuffix("\r\n").split("\r\n")]
        for page in brf.decode("ascii").removesuffix("\f").split("\f")
    ]
    return [f"The BRF {finding}" for finding in _page_findings(pages, lines, width, height)]


def pef_findings(pef: bytes, lines: list[str]) -> list[str]:
    """A PEF whose rows and pages fit and that holds `lines` in order."""
    tree = etree.fromstring(pef)
    volume = next(tree.iter(f"{_PEF}volume"))
    size = int(volume.get("cols")), int(volume.get("rows"))
    pages = [[row.text or "" for row in page] for page in tree.iter(f"{_PEF}page")]
    return [f"The PEF {finding}" for finding in _page_findings(pages, lines, *size)]


def _page_findings(
    pages: list[list[str]], lines: list[str], width: int, height: int
) -> Iterator[str]:
    for number, page in enumerate(pages, 1):
        if len(page) != height or any(len(line) > width for line in page):
            yield f"does not fit on page {number}."
        if not all(_CELL.fullmatch(line) for line in page):
            yield f"holds what is no braille on page {number}."
        if page[-1].strip(BLANK) != translate(str(number), 0):
            yield f"has another number at the foot of page {number}."
    # How blank lines fall is a matter of the pages.
    written = [line.rstrip(BLANK) for page in pages for line in page[:-1]]
    wanted = [line.rstrip(BLANK) for line in lines]
    if [line for line in written if line] != [line for line in wanted if line]:
        yield "does not hold the lines of the document in order."


def display_findings(brf: bytes, text: str, width: int) -> list[str]:
    """A BRF without pages and Unicode braille, both in the same lines of at most `width` cells."""
    lines = from_ascii(brf.decode("ascii")).split("\r\n")
    findings = [
        f"{name} {finding}"
        for name, found in (("The BRF", lines), ("The Unicode braille", text.split("\n")))
        for finding in _line_findings(found, width)
    ]
    if lines != text.split("\n"):
        findings.append("The BRF and the Unicode braille are not in the same lines.")
    return findings


def _line_findings(lines: list[str], width: int) -> Iterator[str]:
    *whole, end = lines
    if end:
        yield "does not end its last line."
    if not any(whole):
        yield "is empty."
    for number, line in enumerate(whole, 1):
        if len(line) > width:
            yield f"has {len(line)} cells in line {number}, where {width} have room."
        if not _CELL.fullmatch(line):
            yield f"holds what is no braille in line {number}."
