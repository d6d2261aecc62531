"""Abbreviations of Thai law and government, and what they stand for.

One table, `short_forms.tsv`, serves the voice (every reading and when it holds), search and the
names of bills. For search a sure abbreviation means one thing wherever it stands, so it is
replaced; an unsure one (กม. is a law or a kilometre) is kept and the long form is put beside it.
"""

import re
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).with_name("short_forms.tsv")
_FEWEST_LETTERS = 3
_LETTERS = re.compile("[ก-ฮ]+")


class ShortForm(NamedTuple):
    """One reading of an abbreviation: how it is written, what it stands for, where, its marks."""

    written: str
    long: str
    when: str = ""
    marks: str = ""


def _read() -> list[ShortForm]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return [ShortForm(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def _other_spelling(written: str) -> str:
    """The same letters with a dot after each (`กกต.`) or after the last alone (`พ.ร.บ.`)."""
    letters = written.replace(".", "")
    if len(letters) < _FEWEST_LETTERS or not _LETTERS.fullmatch(letters):
        return ""
    if written == letters + ".":
        return "".join(f"{letter}." for letter in letters)
    single = written == "".join(f"{letter}." for letter in letters)
    return letters + "." if single else ""


def _both_spellings(rows: list[ShortForm]) -> list[ShortForm]:
    """The rows, and each in its other spelling where that has no row of its own."""
    own = {row.written for row in rows}
    others = ((row, _other_spelling(row.written)) for row in rows)
    return rows + [
        row._replace(written=other) for row, other in others if other and other not in own
    ]


def _marked(mark: str) -> dict[str, str]:
    return {row.written: row.long for row in ROWS if mark in row.marks.split()}


def _bare_forms() -> dict[str, str]:
    """Letters without any dot -> long form: three and more, or where the table says so."""
    bare = {}
    for row in ROWS:
        letters = row.written.removesuffix(".")
        clear = len(letters) >= _FEWEST_LETTERS and not row.when and "word" not in row.marks.split()
        if _LETTERS.fullmatch(letters) and (clear or row.when == "bare"):
            bare[letters] = row.long
    return bare


ROWS = _both_spellings(_read())
SURE = _marked("sure")
UNSURE = _marked("beside")
BARE = _bare_forms()
# Written without any dot: clear wherever the dictionary cuts them out of a run of letters.
DOTLESS = {
    letters: long
    for letters, long in BARE.items()
    if len(letters) >= _FEWEST_LETTERS and f"{letters}." in SURE
}
# Two letters are clear only where nothing else touches them.
DOTLESS_ALONE = {letters: long for letters, long in BARE.items() if len(letters) < _FEWEST_LETTERS}


def _pattern(short: str) -> str:
    letters = short.rstrip(".").split(".")
    if len(letters) == 1:
        # กมธ. after a letter may end a sentence; the dictionary knows its dotless form.
        return "(?<![\u0e01-\u0e4e])" + re.escape(short)
    # ร่างพ.ร.บ., พ. ร. บ. and พ.ร.บ without the last dot are all met; ก.พ.ร. holds no พ.ร.
    return "(?<!\\.)" + r"\. ?".join(map(re.escape, letters)) + r"(?:\.|(?![\u0e01-\u0e4e]))"


_ALL = sorted([*SURE, *UNSURE], key=len, reverse=True)
# Asking first for letters and a dot makes it forty times as fast.
PATTERN = re.compile(f"(?=[ก-ฮเ][ก-ฮ]{{0,5}}[ิี]?\\.)(?:{'|'.join(map(_pattern, _ALL))})")
LONG_FORM = re.compile("|".join(sorted(set(SURE.values()), key=len, reverse=True)))


def _as_in_table(found: str) -> str:
    """What PATTERN found, without the spaces between its parts and with its last dot."""
    written = found.replace(" ", "")
    return written if written.endswith(".") else written + "."


def ways_to_write(long: str) -> list[str]:
    """Patterns of the abbreviations, sure or not, that stand for a long form."""
    shorts = [*SURE.items(), *UNSURE.items()]
    return [_pattern(short) for short, meant in shorts if meant == long]


def sure_form(found: str) -> str | None:
    """The long form of what PATTERN found, or None where it is unsure."""
    return SURE.get(_as_in_table(found))


def unsure_form(found: str) -> tuple[str, str] | None:
    """The unsure abbreviation as the table writes it and its long form, or None."""
    written = _as_in_table(found)
    return (written, UNSURE[written]) if written in UNSURE else None
