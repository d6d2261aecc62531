"""What a whole search may have meant: its words as a person may have wanted to type them."""

import re
from string import ascii_letters
from typing import NamedTuple

from rapidfuzz.distance import OSA

from search_index.query import OPERATORS, change_words
from search_index.spelling import Vocabulary
from thai_text import dictionary, keyboard
from thai_text import words as thai

_PIECE = re.compile("[ก-ฺเ-๎]+|[^ก-ฺเ-๎]+")
# Shorter words stand in every slip: ล้มละราย falls into three.
_SHORTEST = 3
# Of shorter English words nearly every one has another beside it: rice, price.
_SHORTEST_ENGLISH = 6


class Meant(NamedTuple):
    """Other words. `is_sure`: none of them stands for a word that is right as it was typed."""

    words: str
    is_sure: bool


def spelt_otherwise(typed: str, vocabulary: Vocabulary) -> Meant | None:
    """What may have been meant by a search that is misspelt; None where nothing near is known.

    Its signs stay, and phrases in quotes are as they were wanted.
    """
    mended: list[tuple[str, str]] = []

    def mend(word: str) -> str:
        mended.append((word, _mended(word, vocabulary)))
        return mended[-1][1]

    words = change_words(typed, mend)
    if words is None:
        return None
    return Meant(words, not any(_is_another(*pair) for pair in mended))


def in_other_layout(typed: str) -> str | None:
    """What the same keys say with the keyboard in the other language, as a whole or word by word;
    None where that says nothing, or leaves a word that says nothing."""
    whole = keyboard.other_layout(typed)
    if whole:
        return whole
    pieces = typed.split()
    changed = [
        piece if piece in OPERATORS else keyboard.other_layout(piece) or piece for piece in pieces
    ]
    is_half = any(
        piece == old and piece not in OPERATORS and not keyboard.stands_as_typed(piece)
        for piece, old in zip(changed, pieces, strict=True)
    )
    return None if is_half or changed == pieces else " ".join(changed)


def _mended(word: str, vocabulary: Vocabulary) -> str:
    return _with_stray_keys(word, vocabulary) or vocabulary.correct(word) or word


def _with_stray_keys(word: str, vocabulary: Vocabulary) -> str | None:
    """A word with its Latin keys in Thai, and mended where they were the neighbouring ones; None
    where that gives no words, or only lets go of letters at an end: วิตามินC."""
    keyed = keyboard.with_stray_keys(word)
    if keyed is None:
        return None
    meant = vocabulary.correct(keyed)
    if meant is None:
        gives_words = all(len(piece) > 1 for piece in _cut(keyed))
        return keyed if gives_words else None
    return None if meant == thai.fold(word.strip(ascii_letters)) else meant


def _is_another(typed: str, meant: str) -> bool:
    """Whether a word of the dictionary was changed as a whole: ข้าว is no slip for ข่าว.

    Where known words are made one with what stands beside them, that is a slip: อนุ|ญาติ for อนุญาต.
    Which English words are right is not known: of a short one, or one changed much, it is not sure.
    """
    if typed.isascii():
        is_near = len(typed) >= _SHORTEST_ENGLISH and OSA.distance(typed.lower(), meant) <= 1
        return typed != meant and not is_near
    old, new = _cut(typed), _cut(meant)
    for end in (0, -1):
        while old and new and old[end] == new[end]:
            del old[end], new[end]
    if len(old) not in (1, len(new)):
        return False
    changed = (word for word in old if word not in new)
    return any(len(word) >= _SHORTEST and dictionary.knows(word) for word in changed)


def _cut(text: str) -> list[str]:
    return [word for run in _PIECE.findall(thai.fold(text)) for word in dictionary.segment(run)]
