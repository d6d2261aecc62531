"""The letters that short forms are made of: those that the syllables of a word begin with."""

from __future__ import annotations

import re
from functools import lru_cache

from thai_text.syllables import syllables

_REMEMBERED = 20_000
# Read as its second letter: ห before a sonorant and อ before ย, where a vowel follows.
_LED = re.compile("[เ-ไ]?(?:ห(?=[งญนมยรลว].)|อ(?=ย.))([ก-ฮ])")
# Two consonants with an unwritten vowel between them, as in สภา and เฉพาะ, are no one onset.
_VOWEL = "[ะ-ูำ็-๋]"
_ONE_ONSET = "(?![กขคตทปผพ][รลว]|[จซศส]ร)"
_TWO = re.compile(
    f"{_ONE_ONSET}([ก-ฮ])([ก-ฮ]){_VOWEL}|[เแโ]{_ONE_ONSET}([ก-ฮ])([ก-ฮ])(?:[ก-ฮ](?!์)|[ะาอ็-๋])"
)
# The list of syllables leaves a letter before กรรม: อุตสา-หกรรม.
_KARMA = re.compile("(?<=^[ก-ฮ])(?=กรรม$)")
_FIRST = re.compile("[เ-ไ]?([ก-ฮ])")


@lru_cache(maxsize=_REMEMBERED)
def initials(word: str) -> tuple[str, ...]:
    """The letter that each syllable of a word is read from: ห and ล of เหตุ and หลัง.

    A syllable that print writes without its first vowel counts as two: ส and ภ of สภา.
    """
    cut = (piece for syllable in syllables(word) for piece in _KARMA.split(syllable))
    return tuple(letter for syllable in cut for letter in _initials(syllable))


@lru_cache(maxsize=_REMEMBERED)
def first_initials(word: str) -> tuple[str, ...]:
    """As `initials`, but one letter for each written syllable."""
    found = (_initials(syllable) for syllable in syllables(word))
    return tuple(letters[0] for letters in found if letters)


def _initials(syllable: str) -> tuple[str, ...]:
    if led := _LED.match(syllable):
        return (led[1],)
    if two := _TWO.match(syllable):
        return tuple(letter for letter in two.groups() if letter)
    first = _FIRST.match(syllable)
    return (first[1],) if first else ()
