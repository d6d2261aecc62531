"""What was found right before: a note for each document and group of forms, named by all of it.

The name changes with the document, with the code that makes the forms of the group, with the code
that checks them, and with the libraries that they are made with.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from thai_text.outline import Document, canonical_json

ROOT = Path(__file__).parents[2]
MAKING = "bench/forms/making.py"


@dataclass(frozen=True)
class MadeBy:
    """The files and folders and the packages that decide what the forms of a group are like."""

    code: tuple[str, ...]
    packages: tuple[str, ...] = ()


GROUPS = {
    "sound": MadeBy(
        (
            "audio",
            "thai_text",
            "tests/support/daisy.py",
            "tests/support/epub.py",
            "tests/support/epubcheck_lines.py",
            "tests/support/form_checks.py",
        ),
        ("espeakng-loader", "lameenc", "PyThaiTTS"),
    ),
    "braille": MadeBy(("braille", "thai_text", "tests/support/braille_checks.py")),
    "print": MadeBy(
        (
            "thai_text",
            "webapp/listening/large_print",
            "webapp/shared/printing",
            "webapp/static/fonts/sarabun",
            "tests/support/pdf_checks.py",
        ),
        ("weasyprint", "pydyf", "fonttools"),
    ),
}


def note(folder: Path, document: Document, group: str) -> Path:
    """Where the figures of a document's forms of a group are noted."""
    key = hashlib.sha256(canonical_json(document) + made_by(group).encode()).hexdigest()
    return folder / f"{key[:32]}-{group}.json"


@cache
def made_by(group: str, root: Path = ROOT) -> str:
    """A hash of what makes and checks a group, as it is in the checkout `root`."""
    found = hashlib.sha256()
    for name in (*GROUPS[group].code, MAKING):
        path = root / name
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                found.update(f"\0{file.relative_to(root)}\0".encode())
                found.update(file.read_bytes())
    for package in GROUPS[group].packages:
        found.update(f"\0{package} {version(package)}".encode())
    return found.hexdigest()
