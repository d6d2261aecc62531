"""One document in every form, each checked and then deleted."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from audio.book import FORMATS, Book, make_book
from audio.engines import DEFAULT, engine
from braille import GRADES
from braille.brf import document_brf
from braille.layout import document_lines
from braille.pef import document_pef
from tests.support import daisy
from tests.support.epub import EpubCheckers
from tests.support.form_checks import (
    brf_findings,
    mp3_findings,
    overlay_findings,
    pef_findings,
    said_findings,
    zip_findings,
)
from tests.support.pdf_checks import pdf_findings
from thai_text.outline import Document
from webapp.listening.large_print import make_pdf
from webapp.shared.printing import unavailable

_DAY = date(2026, 1, 1)


@dataclass
class Figures:
    """What making and checking one document took; `forms` maps a form to (seconds, bytes)."""

    minutes: float = 0.0
    checking_seconds: float = 0.0
    forms: dict[str, tuple[float, int]] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The figures as JSON data."""
        return asdict(self)


def make_and_check(document: Document, folder: Path, checkers: EpubCheckers) -> Figures:
    """Make every form of the document in `folder`, check each, and return the figures."""
    figures = Figures()
    for format in FORMATS:
        _book(document, folder, format, checkers, figures)
    for grade in GRADES:
        _braille(document, grade, figures)
    if (reason := unavailable()) is not None:
        figures.findings.append(f"pdf: {reason}")
    else:
        path = folder / "large.pdf"
        _timed(figures, "pdf", lambda: make_pdf(document, path))
        figures.forms["pdf"] = (figures.forms["pdf"][0], path.stat().st_size)
        _check(figures, "pdf", lambda: pdf_findings(path, document))
    text = _timed(figures, "text", document.plain_text)
    figures.forms["text"] = (figures.forms["text"][0], len(text.encode()))
    _check(figures, "text", lambda: [] if text.startswith(document.title) else ["No title."])
    return figures


def _book(
    document: Document, folder: Path, format: str, checkers: EpubCheckers, figures: Figures
) -> None:
    path = folder / f"book.{format}"
    voice = engine(DEFAULT)
    tracks = folder / "tracks"
    book: Book = _timed(
        figures,
        format,
        lambda: make_book(document, path, format, voice, tracks=tracks, made=_DAY),
    )
    figures.minutes = book.duration_seconds / 60
    figures.forms[format] = (figures.forms[format][0], book.bytes)
    checks: dict[str, Callable[[], list[str]]] = {
        "mp3": lambda: (
            said_findings(document, book) + mp3_findings(path, book, document, light=False)
        ),
        "mp3-light": lambda: mp3_findings(path, book, document, light=True),
        "mp3-zip": lambda: zip_findings(path, book),
        "daisy": lambda: daisy.findings(path),
        "epub": lambda: overlay_findings(path) + checkers.findings(path),
    }
    _check(figures, format, checks[format])
    path.unlink()


def _braille(document: Document, grade: int, figures: Figures) -> None:
    name = f"brf grade {grade}"
    brf = _timed(figures, name, lambda: document_brf(document, grade))
    figures.forms[name] = (figures.forms[name][0], len(brf))
    lines = [line.braille for line in document_lines(document, grade)]
    _check(figures, name, lambda: brf_findings(brf, lines))
    name = f"pef grade {grade}"
    pef = _timed(figures, name, lambda: document_pef(document, grade))
    figures.forms[name] = (figures.forms[name][0], len(pef))
    _check(figures, name, lambda: pef_findings(pef, lines))


def _timed(figures: Figures, form: str, make: Callable[[], Any]) -> Any:
    start = time.perf_counter()
    made = make()
    figures.forms[form] = (time.perf_counter() - start, 0)
    return made


def _check(figures: Figures, form: str, check: Callable[[], list[str]]) -> None:
    start = time.perf_counter()
    figures.findings += [f"{form}: {finding}" for finding in check()]
    figures.checking_seconds += time.perf_counter() - start
