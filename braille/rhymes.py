"""How grade 2 writes a vowel with its tone and its final consonant: one sign for the tone and the
final, before the vowel's cell or before the onset.

The same few signs serve with every vowel; each table says which ending has which sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from braille.signs import THAI, VOWEL_IA, VOWEL_OE, VOWEL_UEA, VOWELS, cells
from braille.syllables import BARE, C, T, onset

Table = dict[str, str]
Writer = Callable[[re.Match[str]], str]


def _table(text: str) -> Table:
    pairs = zip(*[iter(text.split())] * 2, strict=True)
    return {ending: cells(dots) for ending, dots in pairs}


# Endings written before the vowel's own cell.
_AFTER_ONSET = {
    "ิ": _table("่ง 4 ้ง 5 ่น 6 ้น 45 ่ม 56 ้ม 456 ้ว 356"),
    "ึ": _table("่ง 4 ้ง 5 ้น 6 ้ม 456"),
    "ื": _table("่อ 4 ้อ 5 ่น 6 ้น 45 ่ม 56 ้ม 456"),
    "ุ": _table("่ง 4 ้ง 5 ่น 6 ้น 45 ่ม 56 ้ม 456 ่ย 356 ้ย 356"),
}
# Endings whose vowel has no cell left: the sign, then mai tho.
_WITH_MAI_THO = _table("้วง 4-256 ้วน 5-256 ้วย 6-256 ้าม 45-256 ้าว 56-256")
# ั with a final that is followed by a silent one.
_SILENT = _table("ัณฑ์ 4-345 ัฒน์ 5-345 ันทน์ 6-345 ันทร์ 45-345 ันธ์ 56-345")
_RR = cells("3456")
# Vowels before the onset: the sign stands before them.
_SHORT_E = _table("ก 4 ง 5 จ 6 ด 45 น 56 บ 356 ม 456")
_AE = _table("่ง 4 ้ง 5 ่น 6 ้น 45 ้ม 56 ้ว 356 ่ว 456")
_O = _table("่ง 4 ้ง 5 ่น 6 ้น 45 ้ม 56")
# Vowels around the onset, which grade 1 writes in one cell after it.
_IA = _table("่ยง 4 ้ยง 5 ่ยน 6 ้ยน 45 ่ยม 56 ้ยว 356 ่ยว 456")
_UEA = _table("่อง 4 ้อง 5 ่อน 6 ้อน 45 ่อม 56 ้อม 456 ้อย 356")
_OE = _table("่ง 4 ้ง 5 ่น 6 ้น 45 ่ม 56 ้ม 456")
# Rhymes written before the onset altogether.
_SHORT_A = _table("ง 5 น 56")
_LONG = _table("าง 4 าน 45 าย 456 อง 356")
# These may be taken for an open vowel before another onset; a run of letters does not end in them.
_FOLLOWED = "(?=.)"


def _one_of(table: Table) -> str:
    return "(" + "|".join(table) + ")"


def _letters(text: str | None) -> str:
    return "".join(THAI[letter] for letter in text or "")


def _after_onset(vowel: str, table: Table) -> tuple[str, Writer]:
    return f"{vowel}{_one_of(table)}{BARE}", lambda found: table[found[1]] + VOWELS[vowel]


def _before_vowel(vowel: str, mark: str, table: Table, follows: str) -> tuple[str, Writer]:
    first = f"({C}{{1,2}})" if mark else onset()
    pattern = f"{vowel}{first}{mark}{_one_of(table)}{BARE}{follows}"
    return pattern, lambda found: table[found[2]] + VOWELS[vowel] + _letters(found[1])


def _around(mark: str, cell: str, table: Table, follows: str) -> tuple[str, Writer]:
    pattern = f"เ({C}{{1,2}}){mark}{_one_of(table)}{BARE}{follows}"
    return pattern, lambda found: _letters(found[1]) + table[found[2]] + cell


def _before_onset(mark: str, table: Table, follows: str) -> tuple[str, Writer]:
    pattern = f"{onset()}{mark}{T}{_one_of(table)}{BARE}{follows}"
    return pattern, lambda found: table[found[3]] + _letters(found[1]) + _letters(found[2])


# Tried in this order at each place of a syllable.
RULES: list[tuple[re.Pattern[str], Writer]] = [
    (re.compile(pattern), write)
    for pattern, write in (
        (f"({C}){_one_of(_SILENT)}", lambda found: _letters(found[1]) + _SILENT[found[2]]),
        *(_after_onset(vowel, table) for vowel, table in _AFTER_ONSET.items()),
        (f"{_one_of(_WITH_MAI_THO)}{BARE}", lambda found: _WITH_MAI_THO[found[1]]),
        (f"รรม{BARE}", lambda _: _RR + THAI["ม"]),
        _before_vowel("เ", "็", _SHORT_E, ""),
        _before_vowel("แ", "", _AE, _FOLLOWED),
        _before_vowel("โ", "", _O, _FOLLOWED),
        _around("ี", VOWEL_IA, _IA, _FOLLOWED),
        _around("ื", VOWEL_UEA, _UEA, _FOLLOWED),
        _around("ิ", VOWEL_OE, _OE, ""),
        _before_onset("ั", _SHORT_A, ""),
        _before_onset("", _LONG, _FOLLOWED),
        # เ-อ at the end of a run is spelled: เธอ, but เธอมา.
        (f"เ({C})อ$", lambda found: VOWELS["เ"] + _letters(found[1]) + THAI["อ"]),
    )
]


def rhyme_at(syllable: str, place: int, end: int) -> tuple[str, int] | None:
    """The cells of the rhyme that begins at a place and the place after it; None if none does.

    What stands behind `end` is not written; it only says that more letters follow.
    """
    for pattern, write in RULES:
        found = pattern.match(syllable, place)
        if found and found.end() <= end:
            return write(found), found.end()
    return None
