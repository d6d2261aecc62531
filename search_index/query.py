"""What a person types, understood: words, "a phrase", -without or NOT without, this OR that.

AND between words says what holds anyhow.

There are no other signs: no wildcard, no prefix, no field, so that no query is slow by design.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

LONGEST = 200
# Every part is at least one look into the index; more than this no person means.
_MOST_PARTS = 24
_QUOTES = str.maketrans("“”„‟«»″＂", '"' * 8)
_TOKEN = re.compile(r'(?P<without>(?<!\S)[-−–])?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
# In capitals alone: in small letters they are words. Of several together the last counts.
OPERATORS = ("AND", "OR", "NOT")
_SAYS_SOMETHING = re.compile(r"\w")


@dataclass(frozen=True)
class Part:
    """A piece of a query between spaces, or a phrase in quotes, which must stand as written."""

    text: str
    is_phrase: bool = False


@dataclass(frozen=True)
class Query:
    """All `wanted` groups must be met, each by one of its parts; no `unwanted` part may be met."""

    typed: str
    wanted: tuple[tuple[Part, ...], ...] = ()
    unwanted: tuple[Part, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing is asked for; a query that only excludes asks for nothing either."""
        return not self.wanted


def parse(typed: str) -> Query:
    """Understand any string as a query; never raises, and reads at most 200 characters."""
    typed = typed[:LONGEST].strip()
    wanted: list[tuple[Part, ...]] = []
    unwanted: list[Part] = []
    said: str | None = None
    for token in list(_TOKEN.finditer(typed.translate(_QUOTES)))[:_MOST_PARTS]:
        if token["word"] in OPERATORS and not token["without"]:
            said = token["word"]
            continue
        part = _part(token)
        if part is None:
            continue
        if token["without"] or said == "NOT":
            unwanted.append(part)
        elif said == "OR" and wanted:
            wanted[-1] += (part,)
        else:
            wanted.append((part,))
        said = None
    return Query(typed, tuple(wanted), tuple(unwanted))


def change_words(typed: str, change: Callable[[str], str]) -> str | None:
    """`typed` with its words changed, or None where that changes none.

    The signs stay, and so does what they hold: a phrase in quotes, what is to be left out.
    """
    pieces: list[str] = []
    changed, said = False, ""
    for token in _TOKEN.finditer(typed.translate(_QUOTES)):
        piece = token[0]
        stays = token["word"] is None or token["without"] or piece in OPERATORS or said == "NOT"
        pieces.append(piece if stays else change(piece))
        changed, said = changed or pieces[-1] != piece, piece
    return " ".join(pieces) if changed else None


def _part(token: re.Match[str]) -> Part | None:
    is_phrase = token["phrase"] is not None
    text = (token["phrase"] if is_phrase else token["word"]).strip()
    return Part(text, is_phrase) if _SAYS_SOMETHING.search(text) else None
