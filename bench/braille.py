"""How much of the public pairs of print and braille comes out right, and how fast.

Needs ../shared/data. Grade 2 is tried twice: with every short form known, and in five folds, in
each without the short forms that are seen in its own pairs only; the second says what to expect
of words that are not in the table. Usage: `python bench/braille.py`.
"""

import gzip
import hashlib
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# This file has the name of the library that it tries: its own folder is not looked in.
sys.path[0] = str(ROOT)

from braille import GRADES, contracted  # noqa: E402
from braille.brf import document_brf  # noqa: E402
from braille.short_forms import SHORT_FORMS  # noqa: E402
from braille.translate import translate  # noqa: E402
from thai_text.outline import parse  # noqa: E402

DATA = ROOT / "../shared/data"
FOLDS = 5


def pairs() -> list[dict]:
    """The pairs, each with its line."""
    lines = (DATA / "thai_braille_pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return [{"line": number, **json.loads(line)} for number, line in enumerate(lines, 1)]


def right(rows: list[dict]) -> int:
    """How many pairs come out as given."""
    return sum(translate(row["text"], row["grade"]) == row["braille"] for row in rows)


def fold(row: dict) -> int:
    """The fold of a pair, the same for the same print."""
    return hashlib.sha256(row["text"].encode()).digest()[0] % FOLDS


@contextmanager
def unseen(rows: list[dict]) -> Iterator[None]:
    """Without the short forms that are seen in these pairs only, or follow by analogy."""
    lines = {str(row["line"]) for row in rows}
    known = dict(SHORT_FORMS)
    for word, form in known.items():
        if set(form.evidence.split(",")) <= lines | {"analogy"}:
            del SHORT_FORMS[word]
    contracted.contracted_parts.cache_clear()
    yield
    SHORT_FORMS.update(known)
    contracted.contracted_parts.cache_clear()


def folded(rows: list[dict]) -> int:
    """How many pairs come out right when their own short forms are unknown."""
    total = 0
    for number in range(FOLDS):
        out = [row for row in rows if fold(row) == number]
        with unseen(out):
            total += right(out)
    return total


def main() -> None:
    """Prints the figures of the page of benchmarks."""
    rows = pairs()
    for grade in GRADES:
        own = [row for row in rows if row["grade"] == grade]
        print(f"grade {grade}: {right(own)} of {len(own)} pairs right")
    print(f"grade 2 in {FOLDS} folds: {folded(own)} of {len(own)} pairs right")
    with gzip.open(DATA / "laws_full.jsonl.gz", "rt", encoding="utf-8") as laws:
        longest = max((json.loads(line) for line in laws), key=lambda law: len(law["text"]))
    print("in seconds of processor time:")
    text, document = longest["text"], parse(longest["text"], longest["title"])
    for grade in GRADES:
        begun = time.process_time()
        translate(text, grade)
        translated = time.process_time()
        pages = document_brf(document, grade).count(b"\f")
        print(
            f"grade {grade}: {len(text) / (translated - begun):,.0f} characters a second; "
            f"BRF of {len(text):,} characters in {time.process_time() - translated:.1f} s, "
            f"{pages:,} pages"
        )


if __name__ == "__main__":
    main()
