"""Codenames: six everyday Thai words that open an anonymous message, easy to hear and to say.

512 words (`codename_words.txt`) are 9 bits each, so that six are 54. No word begins another, so a
codename typed without spaces reads one way only; no two become alike where a tone is left out,
where a letter is taken for another of the same sound, or where ร is said as ล.
"""

import hashlib
import hmac
import re
import secrets
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

COUNT = 6
_FILE = Path(__file__).with_name("codename_words.txt")
_THAI = re.compile("[ก-ฺเ-ๅ็-๎]+")
# Letters of one sound become one, and the marks above a word go: people leave out or mistake both.
_SAME = str.maketrans("ศษณฎฏฬญฆภธฑฒฐฌใ", "สสนดตลยคพทททถชไ", "่้๊๋็์")
# Two signs that look like one: a doubled เ for แ, an open circle and า for ำ.
_LOOK = (("เเ", "แ"), ("ํา", "ำ"))
# How unlike a word what was typed may be and still be taken for a slip of it.
_MOST_SLIPS = 2


class CodenameMistyped(ValueError):
    """What was typed cannot be a codename."""


class WrongCount(CodenameMistyped):
    """Not six words; `typed` is how many there are."""

    def __init__(self, typed: int) -> None:
        super().__init__(f"{typed} words")
        self.typed = typed


class UnknownWord(CodenameMistyped):
    """`typed`, the word at place `number`, is in no codename; `near` is one like it, or empty."""

    def __init__(self, number: int, typed: str, near: str) -> None:
        super().__init__(f"word {number}")
        self.number, self.typed, self.near = number, typed, near


@cache
def words() -> tuple[str, ...]:
    """The words of which codenames are made."""
    return tuple(_FILE.read_text(encoding="utf-8").split())


def new_codename() -> list[str]:
    """Six words, each chosen by the system's source of secrets."""
    return [secrets.choice(words()) for _place in range(COUNT)]


def codename_of(sent: str, secret_key: str) -> str:
    """The codename of a form with a random word in it: sent again, it is shown the same one."""
    made = hmac.digest(secret_key.encode(), f"codename {sent}".encode(), hashlib.sha256)
    left = int.from_bytes(made, "big")
    chosen = []
    for _place in range(COUNT):
        left, place = divmod(left, len(words()))
        chosen.append(words()[place])
    return written(chosen)


def written(codename: list[str]) -> str:
    """A codename as it is hashed and carried: its words with spaces between them."""
    return " ".join(codename)


def is_meant(typed: str) -> bool:
    """Whether a person typed Thai words, not a receipt code, whose signs are none."""
    return _THAI.search(typed) is not None


def skeleton(typed: str) -> str:
    """What is left of a word however it is written: without tone marks and doubled letters."""
    for seen, meant in _LOOK:
        typed = typed.replace(seen, meant)
    return typed.translate(_SAME)


def parse(typed: str) -> list[str]:
    """The words that a person means, whatever stands between them, numbers too.

    Raises `UnknownWord` or `WrongCount`.
    """
    pieces = _THAI.findall(typed)
    found = _cut("".join(pieces))
    if found is None:
        raise _unknown(pieces)
    if len(found) != COUNT:
        raise WrongCount(len(found))
    return found


@cache
def _by_skeleton() -> dict[str, str]:
    return {skeleton(word): word for word in words()}


def _cut(text: str) -> list[str] | None:
    """The words that `text` is made of; None where something else is in it."""
    left, known, found = skeleton(text), _by_skeleton(), []
    while left:
        word = next((left[:end] for end in range(1, len(left) + 1) if left[:end] in known), None)
        if word is None:
            return None
        found.append(known[word])
        left = left[len(word) :]
    return found


def _unknown(pieces: list[str]) -> UnknownWord:
    """The first piece that is no word. The list is public, so naming one tells no secret."""
    number = 1
    for piece in pieces:
        cut = _cut(piece)
        if cut is None:
            break
        number += len(cut)
    near = process.extractOne(
        skeleton(piece), list(_by_skeleton()), scorer=Levenshtein.distance, score_cutoff=_MOST_SLIPS
    )
    return UnknownWord(number, piece, _by_skeleton()[near[0]] if near else "")
