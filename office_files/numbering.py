"""Automatic numbers of a DOCX: the text does not hold them, so they are counted again."""

from __future__ import annotations

import re

from lxml import etree

from office_files.word_xml import attribute, tag, values
from thai_text.numbers import THAI_DIGITS

_PLACE = re.compile("%([1-9])")
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbering:
    """The numbering part, and how far each of its lists has been counted."""

    def __init__(self, part: etree._Element | None) -> None:
        self._lists: dict[str, dict[int, etree._Element]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if part is None:
            return
        kinds = {
            attribute(kind, "abstractNumId"): kind for kind in part.iterchildren(tag("abstractNum"))
        }
        for entry in part.iterchildren(tag("num")):
            kind = kinds.get(values(entry, "abstractNumId"))
            if kind is not None:
                self._lists[attribute(entry, "numId")] = {
                    _number(attribute(level, "ilvl")): level
                    for level in kind.iterchildren(tag("lvl"))
                }

    def next_mark(self, list_id: str, level: int) -> str | None:
        """The mark of the list's next paragraph ("-", "1.", "(๑)"), None outside every list."""
        levels = self._lists.get(list_id)
        if levels is None or level not in levels:
            return None
        counts = self._counts.setdefault(list_id, {})
        counts[level] = counts.get(level, _number(values(levels[level], "start"), 1) - 1) + 1
        for deeper in [place for place in counts if place > level]:
            del counts[deeper]
        if values(levels[level], "numFmt") in ("bullet", "none", ""):
            return "-"
        pattern = values(levels[level], "lvlText")

        def written(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            form = values(levels[place], "numFmt") if place in levels else "decimal"
            return _written(counts.get(place, 1), form)

        return _PLACE.sub(written, pattern).strip() or "-"


def _number(text: str, default: int = 0) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def _written(number: int, form: str) -> str:
    """A number as the format of that name writes it (ISO/IEC 29500-1, 17.18.59)."""
    if form == "thaiNumbers":
        return str(number).translate(THAI_DIGITS)
    if form in ("lowerRoman", "upperRoman") and 0 < number < 40:
        roman = "".join(_roman(number))
        return roman.upper() if form == "upperRoman" else roman
    letters = {
        "thaiLetters": _THAI_LETTERS, "lowerLetter": _LETTERS, "upperLetter": _LETTERS.upper(),
    }.get(form)  # fmt: skip
    return letters[(number - 1) % len(letters)] if letters and number else str(number)


def _roman(number: int) -> list[str]:
    signs = []
    for value, sign in _ROMAN:
        signs.append(sign * (number // value))
        number %= value
    return signs
