"""How wide text is in print, told before it is set, from the widths that stand in the font."""

import re

from webapp.shared.printing.sara_am import print_font
from webapp.shared.printing.tagged_pdf import FACES, FONTS

# A line may end at a space or a sign for it, and not everywhere: none begins with a mark that
# closes, and none ends with one that opens (UAX 14). Where it is in doubt the piece stays whole.
_ENDS = re.compile(r"(?<![(\[{“‘\"'])[ \t\r\n\u200b]+(?=[\w(“])")
# What the font lacks is set in another one, or told by its name.
_STRANGE_EM = 8.0


def widest_piece(text: str, weight: int) -> float:
    """The width of the widest piece of `text` that stands on one line whole, in em of its type.

    `text` is as `with_breaks` gives it; `weight` is 400 or 700. Never less than what is set.
    """
    widths = print_font(FONTS / FACES[weight]).widths
    return max(
        sum(widths.get(ord(letter), _STRANGE_EM) for letter in piece) for piece in _ENDS.split(text)
    )
