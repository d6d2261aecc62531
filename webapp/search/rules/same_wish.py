"""Whether two searches that found nothing ask for the same thing. Plain Python.

By the analysis that search itself uses: spellings folded, abbreviations written out, compounds cut
into the words inside them, words that say nothing left out, whatever the order. Beside that, slips
of typing: what sounds alike, and what is a letter away and falls into no words, or others.
"""

import hashlib
import hmac
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from search_index.analysis import STOP_WORDS
from search_index.spelling import sound_of
from thai_text import dictionary
from thai_text import words as thai

# Words by which something is asked for; beside what is asked for they say nothing.
_ASKING = "ขอ อยาก ต้องการ ต้อง หา ช่วย ด้วย หน่อย บ้าง ไหม มั้ย ครับ ค่ะ คะ นะ please want need"
# Letters: in shorter words a letter, or a sound, makes another word (ข่าว, ข้าว).
_SHORTEST_BY_SOUND, _SHORTEST_SLIP, _LONG = 8, 6, 12


@cache
def _silent() -> frozenset[str]:
    return STOP_WORDS | frozenset(thai.words(_ASKING))


def words_of(asked: str) -> tuple[str, ...]:
    """The words that say what is asked for, in their order; all of them where none says anything.

    A compound is given by the smallest words inside it, so that it matters not how it is written.
    """
    terms = thai.words(asked)
    telling = [term for term in terms if term not in _silent()] or terms
    return tuple(piece for term in telling for piece in _finest(term))


def _finest(term: str) -> tuple[str, ...]:
    """The most words of the dictionary that a term is made up of, itself where there are none."""
    inside = frozenset(dictionary.sub_words(term)) if term[0] >= "ก" else frozenset()
    made_up: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(term) + 1):
        ways = [
            (*made_up[start], term[start:end])
            for start in range(end)
            if start in made_up and term[start:end] in inside
        ]
        if ways:
            made_up[end] = max(ways, key=len)
    return made_up.get(len(term), (term,))


def fingerprint(asked: str, secret_key: str) -> str:
    """What stands for words that may not be read yet: the same for the same words in any order."""
    return _keyed("missed", " ".join(sorted(set(words_of(asked)))), secret_key)


def sound_mark(asked: str, secret_key: str) -> str | None:
    """The same by how the words sound, one after the other; None for what is too short for that."""
    sound = sound_of(_written(asked))
    return (
        _keyed("missed by sound", sound, secret_key) if len(sound) >= _SHORTEST_BY_SOUND else None
    )


def is_slip(asked: str, known: str) -> bool:
    """Whether one is the other with a slip of typing: a letter away, or two in long words, and cut
    into other words or into none. What is made up of as many words of the dictionary as the other
    is right, and asks for something else (แรงงาน, โรงงาน)."""
    one, other = _written(asked), _written(known)
    if one == other:
        return True
    shorter = min(len(one), len(other))
    most = 2 if shorter >= _LONG else 1
    cut = [words_of(each) for each in (one, other)]
    in_order, in_any = (one, other), tuple("".join(sorted(each)) for each in cut)
    if shorter < _SHORTEST_SLIP or min(_apart(*in_order), _apart(*in_any)) > most:
        return False
    return len(cut[0]) != len(cut[1]) or not all(map(dictionary.knows, (*cut[0], *cut[1])))


@lru_cache(maxsize=2_000)
def _written(asked: str) -> str:
    """The telling words of a search in a row, as they were typed."""
    return "".join(term for term in thai.words(asked) if term not in _silent())


def _apart(one: str, other: str) -> int:
    return int(OSA.distance(one, other))


def _keyed(kind: str, text: str, secret_key: str) -> str:
    return hmac.new(secret_key.encode(), f"{kind} {text}".encode(), hashlib.sha256).hexdigest()
