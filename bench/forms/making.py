"""One document in every form, by groups, each form checked and then deleted."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from audio.book import FORMATS, Book, make_book
from audio.engines import DEFAULT, engine
from braille import GRADES, PRESETS
from braille.brf import document_brf
from braille.layout import document_lines, document_text
from braille.pef import document_pef
from tests.support import daisy
from tests.support.braille_checks import brf_findings, display_findings, pef_findings
from tests.support.form_checks import mp3_findings, overlay_findings, said_findings, zip_findings
from tests.support.pdf_checks import pdf_findings
from thai_text.outline import Document
from webapp.listening.large_print import make_pdf
from webapp.shared.printing import unavailable

_DAY = date(2026, 1, 1)
_DISPLAYS = sorted(preset.width for preset in PRESETS.values() if preset.height is None)


@dataclass
class Figures:
    """What making and checking the forms of a group took; `forms` maps a form to its files, the
    seconds of work and the bytes of them all."""

    minutes: float = 0.0
    checking_seconds: float = 0.0
    forms: dict[str, tuple[int, float, int]] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The figures as JSON data."""
        return asdict(self)

    def make(self, form: str, work: Callable[[], Any], size: Callable[[Any], int] = len) -> Any:
        """Do the work that makes one file of a form and note what it took."""
        start = time.perf_counter()
        made = work()
        files, seconds, total = self.forms.get(form, (0, 0.0, 0))
        seconds += time.perf_counter() - start
        self.forms[form] = (files + 1, seconds, total + size(made))
        return made

    def check(self, form: str, check: Callable[[], list[str]]) -> None:
        """Check a form and note what is found."""
        start = time.perf_counter()
        self.findings += [f"{form}: {finding}" for finding in check()]
        self.checking_seconds += time.perf_counter() - start


def make_and_check(
    group: str, document: Document, folder: Path, epub_findings: Callable[[Path], list[str]]
) -> Figures:
    """Make every form of a group of `notes.GROUPS` in `folder`, check each, and return the figures.

    `epub_findings` says what EPUBCheck and Ace find in a file.
    """
    figures = Figures()
    if group == "sound":
        for format in FORMATS:
            _book(document, folder, format, epub_findings, figures)
    elif group == "braille":
        for grade in GRADES:
            _braille(document, grade, figures)
    elif group == "print":
        _print(document, folder, figures)
    else:
        raise ValueError(group)
    return figures


def _book(
    document: Document,
    folder: Path,
    format: str,
    epub_findings: Callable[[Path], list[str]],
    figures: Figures,
) -> None:
    path = folder / f"book.{format}"
    voice = engine(DEFAULT)
    tracks = folder / "tracks"
    book: Book = figures.make(
        format,
        lambda: make_book(document, path, format, voice, tracks=tracks, made=_DAY),
        lambda book: book.bytes,
    )
    figures.minutes = book.duration_seconds / 60
    checks: dict[str, Callable[[], list[str]]] = {
        "mp3": lambda: (
            said_findings(document, book) + mp3_findings(path, book, document, light=False)
        ),
        "mp3-light": lambda: mp3_findings(path, book, document, light=True),
        "mp3-zip-light": lambda: zip_findings(path, book, light=True),
        "mp3-zip": lambda: zip_findings(path, book, light=False),
        "daisy": lambda: daisy.findings(path),
        "epub": lambda: overlay_findings(path) + epub_findings(path),
    }
    figures.check(format, checks[format])
    path.unlink()


def _braille(document: Document, grade: int, figures: Figures) -> None:
    name = f"brf grade {grade}"
    brf = figures.make(name, lambda: document_brf(document, grade))
    lines = [line.braille for line in document_lines(document, grade)]
    figures.check(name, lambda: brf_findings(brf, lines))
    name = f"pef grade {grade}"
    pef = figures.make(name, lambda: document_pef(document, grade))
    figures.check(name, lambda: pef_findings(pef, lines))
    for width in _DISPLAYS:
        _display(document, grade, width, figures)


def _display(document: Document, grade: int, width: int, figures: Figures) -> None:
    brf = figures.make(
        f"display grade {grade}", lambda: document_brf(document, grade, width, height=None)
    )
    text = figures.make(
        f"unicode grade {grade}",
        lambda: document_text(document, grade, width),
        lambda text: len(text.encode()),
    )
    figures.check(f"display of {width}, grade {grade}", lambda: display_findings(brf, text, width))


def _print(document: Document, folder: Path, figures: Figures) -> None:
    if (reason := unavailable()) is not None:
        figures.findings.append(f"pdf: {reason}")
    else:
        path = folder / "large.pdf"
        figures.make("pdf", lambda: make_pdf(document, path), lambda _pages: path.stat().st_size)
        figures.check("pdf", lambda: pdf_findings(path, document))
    text = figures.make("text", document.plain_text, lambda text: len(text.encode()))
    figures.check("text", lambda: [] if text.startswith(document.title) else ["No title."])
