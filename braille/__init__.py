"""Thai and English text and Documents as braille: cells, grades, pages for paper and displays."""

from typing import NamedTuple

# Part of what a kept form is named by: raise it with every change of what is written.
BRAILLE_VERSION = "7"
# 0 follows print letter by letter, 1 is in reading order, 2 is contracted.
GRADES = (0, 1, 2)


class Preset(NamedTuple):
    """A common size: cells in a line, and lines on a page or None where there are no pages."""

    width: int
    height: int | None


PRESETS = {
    "page": Preset(40, 25),
    "display-14": Preset(14, None),
    "display-20": Preset(20, None),
    "display-32": Preset(32, None),
    "display-40": Preset(40, None),
}
