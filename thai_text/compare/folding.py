"""What counts of a text when it is compared: its words, not its spaces or the set of figures."""

import re

from thai_text.numbers import ARABIC_DIGITS

_SPACES = re.compile(r"\s+")
# Without a space these would be another word or number: "now here", "12 3".
_HELD_APART = re.compile(r"[A-Za-z]\s+(?=[A-Za-z])|[0-9]\s+(?=[0-9])")


def folded(text: str) -> str:
    """A text with Arabic figures and without the spaces and ends of lines that say nothing."""
    arabic = text.translate(ARABIC_DIGITS)
    # Most of what is folded is one word.
    if _SPACES.search(arabic) is None:
        return arabic
    kept = _HELD_APART.sub(lambda found: f"{found[0][0]}\0", arabic)
    return _SPACES.sub("", kept).replace("\0", " ")


def say_the_same(one: str, other: str) -> bool:
    """Whether two texts are the same when folded."""
    return one == other or folded(one) == folded(other)


def folded_lines(text: str) -> tuple[str, ...]:
    """The lines of a text, each folded; a line without words is none."""
    return tuple(filter(None, map(folded, text.split("\n"))))
