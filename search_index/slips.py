"""What a whole search may have meant: its words as a person may have wanted to type them."""

import re
from typing import NamedTuple

from rapidfuzz.distance import OSA

from search_index.query import change_words
from search_index.spelling import Vocabulary
from thai_text import dictionary
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
        mended.append((word, vocabulary.correct(word) or word))
        return mended[-1][1]

    words = change_words(typed, mend)
    if words is None:
        return None
    return Meant(words, not any(_is_another(*pair) for pair in mended))


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
