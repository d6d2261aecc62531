"""Text made plain and cut into what braille writes as one: words, numbers, signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from braille.signs import BLANK, CAPITALS, LATIN
from thai_text.numbers import joined

_LATIN = "".join(LATIN) + CAPITALS
# Numeric mode goes on over a point or a comma, also between numbers (UEB 6.2).
# ’ closes a quotation at the end of a word, save after s, where it may be a possessive.
TOKEN = re.compile(
    rf"(?P<fraction_number>[¼½¾⅐-⅞]|[0-9]+⁄[0-9]+)|(?P<number>{joined('.,')})"
    rf"|(?P<thai_number>{joined('.,', '๐-๙')})"
    rf"|(?P<raised_number>[⁰¹²³⁴-⁹]+)|(?P<lowered_number>[₀-₉]+)|(?P<latin>[{_LATIN}]+)"
    r"|(?P<so_on>ฯลฯ)|(?P<again>[^\S\n]?ๆ)|(?P<points>\.{3,}|…)"
    r"|(?P<thai>[ก-ฮะ-ฺเ-ๅ็-๎]+)|(?P<quote>\")|(?P<closing>(?<![\ss])’(?!\w))|(?P<end>\n)|(?P<blank>[^\S\n])|(?P<other>.)",
    re.DOTALL,
)
# Right behind these no blank of the code's own is written, nor right before the next ones.
_OPENING = tuple("([{“‘«")
_CLOSING = ',.;:!?)]}”’»"%ๆฯ…'
_NO_WORD = ("blank", "end")

_STARTS = ("number", "thai_number", "fraction_number", "latin", "opening")


class Token(NamedTuple):
    """A piece of print, the kind of it and its cells."""

    kind: str
    text: str
    cells: str


# The blank beside a short form that stands alone, where print has none.
APART = Token("blank", "", BLANK)


def single_blanks(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens with each APART left out that stands beside a blank or inside a bracket."""
    before: Token | None = None
    waiting = False
    for token in tokens:
        if token is APART:
            waiting = before is None or not (before.kind in _NO_WORD or _is_opening(before))
            continue
        if waiting and token.kind not in _NO_WORD and token.text.strip()[:1] not in _CLOSING:
            yield APART
        waiting = False
        yield token
        before = token
    if waiting:
        yield APART


def plain(text: str) -> str:
    """One spelling of what looks the same: sara am, sara ae, line ends; no invisible signs."""
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    joined = re.sub("ํ([่-๋]?)า", r"\1ำ", composed.replace("เเ", "แ"))
    if joined.isprintable():
        return joined
    return "".join(
        letter for letter in joined if letter in "\n\t" or unicodedata.category(letter)[0] != "C"
    )


def opens(before: str) -> bool:
    """Whether a quotation mark after this text is an opening one."""
    return not before or before[-1].isspace() or before[-1] in _OPENING


def may_part(before: Token, after: Token) -> bool:
    """Whether a line may end between two neighbours: between words, never inside an expression.

    Numbers, English and their signs written together (12/1, www.example.org) stay together, a
    bracket stays with what it holds, and a sign that ends a phrase with its last word.
    """
    if before.kind in _NO_WORD or after.kind in _NO_WORD:
        return True
    # The point of a Thai abbreviation is followed by its next letter.
    if _is_opening(before) or before.text.endswith("."):
        return False
    if after.kind == "thai":
        return True
    if before.kind not in ("thai", "again"):
        return False
    return after.kind in _STARTS or _is_opening(after)


def _is_opening(token: Token) -> bool:
    return token.kind == "opening" or token.text in _OPENING
