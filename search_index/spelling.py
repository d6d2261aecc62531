"""What a person may have meant who misspelt: the nearest words that the texts really hold.

Thai is misspelt by sound (งบประมาน for งบประมาณ), by a lost or wrong mark (พระราชบัญัติ), and, on a
telephone, by the neighbouring key. Nearness is counted in letters; letters of one sound are near.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from thai_text import dictionary
from thai_text import words as thai

# Letters that Thai reads alike, each set under the one that is written most.
_ALIKE = (
    "คขฃฅฆ",
    "สซศษ",
    "ทธฑฒฐถ",
    "ตฏ",
    "ดฎ",
    "นณ",
    "ยญ",
    "ลฬ",
    "พภผ",
    "ฟฝ",
    "รฤ",
    "ใไ",
    "ิี",
    "ึื",
    "ุู",
)
_SOUNDS = str.maketrans(
    {letter: alike[0] for alike in _ALIKE for letter in alike} | dict.fromkeys("็่้๊๋์")
)
# As in จราจร and ละคร: behind a consonant that bears no vowel.
_SILENT_O = re.compile("(?<=[ก-ฮ])ร(?![ะ-ฺ])$")
_THAI = re.compile("[ก-ฺเ-๎]+")
_PIECE = re.compile("[ก-ฺเ-๎]+|[A-Za-z]+")
_SHORTEST, _LONGEST = 4, 40
# One fault in a short word, two in a long one; no more, or everything is like everything.
_LONG = 8
_MOST_PIECES = 5


class _Near(NamedTuple):
    word: str
    distance: int
    alike: bool
    entries: int


class Vocabulary:
    """The words of the texts with how often each stands in them; made once, safe to share."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """`counts` maps a word, folded, to in how many entries it stands."""
        self._counts = {word: count for word, count in counts.items() if _fits(word)}
        self._by_length: dict[int, list[str]] = {}
        for word in self._counts:
            self._by_length.setdefault(len(word), []).append(word)
        self.correct = lru_cache(maxsize=2_000)(self._correct)

    def __len__(self) -> int:
        return len(self._counts)

    def _correct(self, typed: str) -> str | None:
        """`typed` with what is misspelt in it mended; None where nothing is, or nothing is near."""
        folded = thai.fold(typed)
        for mends in (self._mend, self._mend_across):
            mended = _each_piece(folded, mends)
            if mended != folded:
                return mended
        return None

    def _mend(self, run: str) -> str:
        if self._is_right(run):
            return run
        whole = self._nearest(run)
        if whole:
            return whole
        return self._mend_inside(run) if _THAI.fullmatch(run) else run

    def _mend_inside(self, run: str) -> str:
        """Mend a run of Thai whose words are not all known: the unknown with those around it."""
        pieces = list(dictionary.segment(run))
        for size in range(min(_MOST_PIECES, len(pieces)), 0, -1):
            for start in range(len(pieces) - size + 1):
                part = pieces[start : start + size]
                if all(map(self._is_right, part)):
                    continue
                near = self._nearest("".join(part))
                if near:
                    rest = [
                        self._mend_inside(end)
                        for end in ("".join(pieces[:start]), "".join(pieces[start + size :]))
                        if end
                    ]
                    return "".join(
                        [
                            rest[0] if start else "",
                            near,
                            rest[-1] if start + size < len(pieces) else "",
                        ]
                    )
        return run

    def _mend_across(self, run: str) -> str:
        """Mend a word that fell into known ones: อนุ|ญาติ for อนุญาต.

        The shortest change of all counts, and of one letter only: most runs are right.
        """
        if run in self._counts or not _THAI.fullmatch(run):
            return run
        pieces = dictionary.segment(run)
        ends = list(accumulate(map(len, pieces), initial=0))
        near = [
            (self._closest(run[ends[start] : ends[end]], 1), ends[start], ends[end])
            for start in range(len(pieces))
            for end in range(start + 2, min(start + _MOST_PIECES, len(pieces)) + 1)
            if run[ends[start] : ends[end]] not in self._counts
        ]
        found = [(best, start, end) for best, start, end in near if best]
        if not found:
            return run
        best, start, end = min(found, key=lambda one: (*_rank(one[0]), one[1]))
        return run[:start] + best.word + run[end:]

    def _is_right(self, word: str) -> bool:
        if word in self._counts or len(word) < _SHORTEST and dictionary.knows(word):
            return True
        pieces = dictionary.segment(word) if _THAI.fullmatch(word) else (word,)
        return len(pieces) > 1 and all(piece in self._counts for piece in pieces)

    def _nearest(self, word: str) -> str | None:
        most = 2 if len(word) >= _LONG else 1
        best = self._closest(word, most) or self._closest(word, most + 1, only_alike=True)
        return best.word if best else None

    def _closest(self, word: str, most: int, only_alike: bool = False) -> _Near | None:
        """The nearest word, at most so many letters away; where that is much for so short a word,
        only one that is read alike."""
        if not _fits(word):
            return None
        sound = sound_of(word)
        near = [
            _Near(other, int(distance), sound_of(other) == sound, self._counts[other])
            for length in range(len(word) - most, len(word) + most + 1)
            for other, distance, _ in process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=most,
                limit=None,
            )
        ]
        return min((one for one in near if one.alike or not only_alike), key=_rank, default=None)


def sound_of(word: str) -> str:
    """A word as it is heard: letters of one sound are one, and an ending ร is read as อน."""
    return _SILENT_O.sub("อน", word.translate(_SOUNDS))


def _rank(near: _Near) -> tuple[int, int, int]:
    return near.distance - near.alike, near.distance, -near.entries


def _fits(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and not any(letter.isdigit() for letter in word)


def vocabulary_words(texts: Iterable[str]) -> set[str]:
    """The words of an entry's texts by which a misspelling may be mended: long enough, no number.

    English words stand as they are written, not as stems.
    """
    found: set[str] = set()
    for text in texts:
        for match in _PIECE.finditer(thai.fold(text)):
            run = match[0]
            words = dictionary.segment(run) if _THAI.fullmatch(run) else (run,)
            found.update(words)
            # Longer words hold others: งบประมาณ stands in งบประมาณรายจ่าย.
            found.update(inner for word in words for inner in dictionary.sub_words(word))
    return {word for word in found if _fits(word)}


def _each_piece(text: str, mends: Callable[[str], str]) -> str:
    return _PIECE.sub(lambda found: mends(found[0]), text)
