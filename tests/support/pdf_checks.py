"""What is wrong with a large print, in sentences, and where the text of its pages stands."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pypdf
from fontTools.ttLib import TTFont
from pypdf.generic import ContentStream

from audio.script import passages
from thai_text.outline import Document

# What many printers leave white at each edge, in points.
_EDGE = 12.0
# The number of the sign for a missing glyph in every font (ISO 14289-1, 7.21.8).
_MISSING = 0
_NO_CHANGE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Matrix = tuple[float, ...]


class Font(NamedTuple):
    """A font of a PDF: the width of each glyph by its number, and how many glyphs it holds."""

    widths: dict[int, float]
    count: int


class Run(NamedTuple):
    """Glyphs set one after the other: their numbers, and where they begin and end in points."""

    font: Font
    glyphs: tuple[int, ...]
    begin: tuple[float, float]
    end: tuple[float, float]


def pdf_findings(path: Path, document: Document) -> list[str]:
    """A tagged PDF/UA with language, title and headings, all its text on the page and none of it
    the sign for a missing glyph.
    """
    reader = pypdf.PdfReader(path)
    root = reader.trailer["/Root"]
    findings = []
    if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root:
        findings.append("The PDF is not tagged.")
    if root.get("/Lang") != document.lang:
        findings.append("The PDF does not say its language.")
    if "pdfuaid:part" not in root["/Metadata"].get_object().get_data().decode():
        findings.append("The PDF does not call itself PDF/UA.")
    if (reader.metadata.title or "") != document.title:
        findings.append("The PDF has not its title.")
    headings = sum(len(passage.id) > 0 for passage in passages(document))
    if len(_flat(reader.outline)) < headings - 1:
        findings.append(f"The PDF's outline has not the {headings} headings.")
    fonts: dict[int, Font] = {}
    for number, page in enumerate(reader.pages, 1):
        found = _page_findings(page, fonts)
        findings += [f"Page {number} of the PDF {finding}" for finding in found]
    return findings


def _flat(outline: list) -> list:
    found = []
    for one in outline:
        found += _flat(one) if isinstance(one, list) else [one]
    return found


def _page_findings(page: pypdf.PageObject, fonts: dict[int, Font]) -> Iterator[str]:
    right, top = float(page.mediabox.right), float(page.mediabox.top)
    for run in _runs(page, fonts):
        # What a font does not hold is shown so too.
        if any(glyph == _MISSING or glyph >= run.font.count for glyph in run.glyphs):
            yield "shows the sign for a missing glyph."
            return
        for x, y in (run.begin, run.end):
            if not (_EDGE <= x <= right - _EDGE and _EDGE <= y <= top - _EDGE):
                yield f"has text beyond its edge, at {x:.0f}, {y:.0f} of {right:.0f}, {top:.0f}."
                return


def _runs(page: pypdf.PageObject, known: dict[int, Font]) -> Iterator[Run]:
    """Every run of glyphs of a page whose fonts are composite, as WeasyPrint writes them."""
    fonts = _fonts(page, known)
    base, above = _NO_CHANGE, []
    text, size, font = _NO_CHANGE, 0.0, Font({}, 0)
    for operands, operator in ContentStream(page["/Contents"], page.pdf).operations:
        if operator == b"q":
            above.append(base)
        elif operator == b"Q":
            base = above.pop()
        elif operator == b"cm":
            base = _times(operands, base)
        elif operator == b"Tf":
            font, size = fonts[operands[0]], float(operands[1])
        elif operator == b"Tm":
            text = tuple(float(one) for one in operands)
        elif operator in (b"Tj", b"TJ"):
            parts = operands[0] if operator == b"TJ" else operands
            glyphs, length = _set(parts, font.widths)
            whole = _times(text, base)
            yield Run(font, glyphs, _place(whole, 0), _place(whole, length / 1000 * size))
            text = _times((1.0, 0.0, 0.0, 1.0, length / 1000 * size, 0.0), text)


def _fonts(page: pypdf.PageObject, known: dict[int, Font]) -> dict[str, Font]:
    """The fonts of a page by their names on it; `known` keeps them by the number of their object."""
    fonts = {}
    for name, entry in page["/Resources"]["/Font"].items():
        number = entry.indirect_reference.idnum
        if number not in known:
            known[number] = _font(entry)
        fonts[name] = known[number]
    return fonts


def _set(parts: list[Any], widths: dict[int, float]) -> tuple[tuple[int, ...], float]:
    """The glyphs of one operator, and how far they reach in thousandths of the type's size."""
    glyphs: list[int] = []
    length = 0.0
    for part in parts:
        if isinstance(part, int | float):
            length -= float(part)
            continue
        code = part if isinstance(part, bytes) else part.original_bytes
        found = [int.from_bytes(code[at : at + 2]) for at in range(0, len(code), 2)]
        glyphs += found
        length += sum(widths.get(glyph, 1000.0) for glyph in found)
    return tuple(glyphs), length


def _font(entry: Any) -> Font:
    (inner,) = entry.get_object()["/DescendantFonts"]
    file = inner.get_object()["/FontDescriptor"]["/FontFile2"].get_data()
    return Font(_widths(inner.get_object()), TTFont(io.BytesIO(file), lazy=True)["maxp"].numGlyphs)


def _widths(inner: Any) -> dict[int, float]:
    """The width of each glyph by its number (ISO 32000-1, 9.7.4.3)."""
    found: dict[int, float] = {}
    entries = list(inner.get("/W", []))
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, list):
            found.update(enumerate((float(one) for one in second), first))
        else:
            width = float(entries.pop(0))
            found.update(dict.fromkeys(range(first, int(second) + 1), width))
    return found


def _times(one: Any, other: Matrix) -> Matrix:
    a, b, c, d, e, f = (float(part) for part in one)
    p, q, r, s, t, u = other
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _place(matrix: Matrix, along: float) -> tuple[float, float]:
    return matrix[0] * along + matrix[4], matrix[1] * along + matrix[5]
