"""Thai words cut into syllables, by PyThaiNLP's list of them."""

import re
from functools import cache, lru_cache

from pythainlp.corpus import thai_syllables
from pythainlp.tokenize import Tokenizer

from thai_text.dictionary import sub_words

_REMEMBERED = 50_000
_LONGEST = 80
# Its vowel stands before a letter of the piece before: เสด็จ is not เส and ด็จ.
_NO_ONSET = re.compile("(?!ก็)[ก-ฮ]็|[ะ-ู็-์]")


@lru_cache(maxsize=_REMEMBERED)
def syllables(word: str) -> tuple[str, ...]:
    """The syllables of one Thai word; joined they are the word.

    The words that a compound is made of are cut first: ลูกรัง is ลูก and รัง, not ลู and กรัง.
    What is longer than any word is not cut.
    """
    if len(word) > _LONGEST:
        return (word,)
    cut: list[str] = []
    for part in _compound(word):
        for piece in _cutter().word_tokenize(part):
            if cut and _NO_ONSET.match(piece):
                cut[-1] += piece
            else:
                cut.append(piece)
    return tuple(cut)


def _compound(word: str) -> list[str]:
    """The longest words, one after the other, that the word is made of, or the word itself."""
    inside = sorted(sub_words(word), key=len, reverse=True)
    made: list[str] = []
    rest = word
    while rest:
        first = next((part for part in inside if rest.startswith(part)), "")
        if not first:
            return [word]
        made.append(first)
        rest = rest[len(first) :]
    return made


@cache
def _cutter() -> Tokenizer:
    return Tokenizer(thai_syllables(), engine="newmm")
