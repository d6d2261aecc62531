"""Numbers in cells: Arabic and Thai figures, decimals, thousands, fractions.

Source: The Rules of Unified English Braille (ICEB, 2013), section 6; the Thai code marks Thai
figures with dot 6 before the numeric indicator.
"""

from __future__ import annotations

import unicodedata

from braille import signs
from thai_text.digits import ARABIC_DIGITS


def number_cells(kind: str, number: str) -> str:
    """The cells of a token of kind "number", "thai_number" or "fraction_number"."""
    if kind == "fraction_number":
        above, below = unicodedata.normalize("NFKC", number).split("⁄")
        return signs.NUMBER + _figures(above) + signs.FRACTION_LINE + _figures(below)
    head = signs.NUMBER if kind == "number" else signs.THAI_NUMBER
    return head + _figures(number.translate(ARABIC_DIGITS))


def _figures(number: str) -> str:
    return "".join(signs.FIGURES.get(sign) or signs.PUNCTUATION[sign] for sign in number)
