"""Numbers in cells: Arabic and Thai figures, decimals, thousands, fractions.

Source: The Rules of Unified English Braille (ICEB, 2013), section 6; the Thai code marks Thai
figures with dot 6 before the numeric indicator.
"""

from __future__ import annotations

import unicodedata

from braille import signs
from thai_text.numbers import ARABIC_DIGITS

_LEVELS = {"raised_number": signs.RAISED, "lowered_number": signs.LOWERED}


def number_cells(kind: str, number: str) -> str:
    """The cells of a token whose kind is one of the sorts of number in `tokens.py`."""
    if kind == "fraction_number":
        above, below = unicodedata.normalize("NFKC", number).split("⁄")
        return signs.NUMBER + _figures(above) + signs.FRACTION_LINE + _figures(below)
    if kind in _LEVELS:
        return _LEVELS[kind] + signs.NUMBER + _figures(unicodedata.normalize("NFKC", number))
    head = signs.NUMBER if kind == "number" else signs.THAI_NUMBER
    return head + _figures(number.translate(ARABIC_DIGITS))


def _figures(number: str) -> str:
    return "".join(signs.FIGURES.get(sign) or signs.PUNCTUATION[sign] for sign in number)
