"""How wide text is in print, told before it is set, from the widths that stand in the font."""

import re

from webapp.shared.printing.faces import faces
from webapp.shared.printing.lacking import named

# A line may end at a space or a sign for it, and not everywhere: none begins with a mark that
# closes, and none ends with one that opens (UAX 14). Where it is in doubt the piece stays whole.
_ENDS = re.compile(r"(?<![(\[{“‘\"'])[ \t\r\n\u200b]+(?=[\w(“])")


def widest_piece(text: str, weight: int, lang: str) -> float:
    """The width of the widest piece of `text` that stands on one line whole, in em of its type.

    `text` is as `with_breaks` gives it, `weight` 400 or 700, `lang` the language of the page.
    """
    widths = faces()[weight].widths
    # A sign between words has no width, and no place in the font.
    return max(
        sum(widths.get(ord(letter), 0.0) for letter in piece)
        for piece in _ENDS.split(named(text, lang))
    )
