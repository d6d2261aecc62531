"""How much of the public pairs of print and braille comes out right, and how fast.

Needs ../shared/data. Grade 2 is tried with every short form known, and in five folds, in each
without the short forms, families and parts of phrases that are seen in its own pairs only, which
says what to expect of words that are not in the table.
Hidden short forms alone are tried too. Usage: `python bench/braille.py`.
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

from braille import GRADES, contracted, families  # noqa: E402
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
def unseen(rows: list[dict], families_too: bool = True) -> Iterator[None]:
    """Without the short forms that only these pairs show, and their families and phrases."""
    lines = {str(row["line"]) for row in rows} | {"analogy"}
    kept = dict(SHORT_FORMS), list(families.WORD_FAMILIES), list(families.PHRASES)
    for word, form in kept[0].items():
        if set(form.evidence.split(",")) <= lines:
            del SHORT_FORMS[word]
    if families_too:
        _without_families(rows, lines)
    _forget()
    yield
    SHORT_FORMS.update(kept[0])
    families.WORD_FAMILIES[:], families.PHRASES[:] = kept[1:]
    _forget()


def _without_families(rows: list[dict], lines: set[str]) -> None:
    for table in (families.WORD_FAMILIES, families.PHRASES):
        table[:] = [family for family in table if set(family.evidence.split(",")) - lines]
    shown = " ".join(row["text"] for row in pairs() if row["grade"] == 2 and row not in rows)
    hidden = " ".join(row["text"] for row in rows)
    families.PHRASES[:] = [_without(phrase, shown, hidden) for phrase in families.PHRASES]


def _without(phrase: families.Phrase, shown: str, hidden: str) -> families.Phrase:
    """The phrase without the parts that are in the hidden pairs and not in those shown."""
    heads, tails = (
        tuple(part for part in parts if part[0] in shown or part[0] not in hidden)
        for parts in (phrase.heads, phrase.tails)
    )
    return phrase._replace(heads=heads, tails=tails)


def _forget() -> None:
    for remembered in (families.short_forms, contracted.contracted_parts):
        remembered.cache_clear()


def folded(rows: list[dict], families_too: bool) -> int:
    """How many pairs come out right when their own short forms are unknown."""
    total = 0
    for number in range(FOLDS):
        out = [row for row in rows if fold(row) == number]
        with unseen(out, families_too):
            total += right(out)
    return total


def family_words(rows: list[dict]) -> tuple[int, int]:
    """How many words of the table its families write as it does, and how many otherwise.

    Each by what other pairs show; the rest of the table the families do not write at all.
    """
    good, bad = 0, 0
    for word, form in list(SHORT_FORMS.items()):
        with unseen([row for row in rows if str(row["line"]) in form.evidence.split(",")]):
            made = families.short_forms().get(word)
        good += bool(made) and made.cells == form.cells
        bad += bool(made) and made.cells != form.cells
    return good, bad


def main() -> None:
    """Prints the figures of the page of benchmarks."""
    rows = pairs()
    for grade in GRADES:
        own = [row for row in rows if row["grade"] == grade]
        print(f"grade {grade}: {right(own)} of {len(own)} pairs right")
    for families_too, without in ((True, "short forms and families"), (False, "short forms")):
        count = folded(own, families_too)
        print(f"grade 2 in {FOLDS} folds, {without} hidden: {count} of {len(own)} pairs right")
    print(
        "words of the table by families, each hidden: {} right, {} wrong".format(*family_words(own))
    )
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
