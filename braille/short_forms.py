"""The words and syllables that grade 2 writes in a short form, from `short_forms.tsv`.

Its columns: print; dots of the cells; where the short form stands; and on which lines of the
public pairs of print and braille (Thai braille fund and Foundation for the Blind in Thailand,
2023-2025) it is seen, or "analogy" where it only follows from others.
"""

from __future__ import annotations

from importlib import resources
from typing import NamedTuple

from braille.signs import cells

# "word" stands from the beginning of a word to the end of one, "alone" the same between blanks,
# "syllable" at the borders of syllables too, "followed" so where more letters follow in the run.
PLACES = ("word", "alone", "syllable", "followed")


class ShortForm(NamedTuple):
    """The cells of a word or syllable, where they stand, and where that is seen."""

    cells: str
    place: str
    evidence: str


def _read() -> dict[str, ShortForm]:
    table = resources.files("braille").joinpath("short_forms.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {print_: ShortForm(cells(dots), place, seen) for print_, dots, place, seen in rows}


SHORT_FORMS = _read()
