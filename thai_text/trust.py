"""Whether a page's text can be trusted, or a person should look at it beside its picture."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from thai_text import dictionary
from thai_text.misread import count_misread

# Measured by `python bench/cleaning.py`; figures in docs/benchmarks.md.
LEAST_KNOWN = 0.85
FEWEST_WORDS = 20
MOST_SIGNS = 2

# In all laws and news together no more than 14 letters side by side make no word.
_LONGEST_UNKNOWN = 30
_REPEATED = re.compile("([ก-๎]{1,8}?)\\1{9,}")

_RUN = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]+")
_SHORT_FORM = re.compile("(?:[ก-ฮ][ะ-ฺเ-ๅ็-๎]*[ก-ฮ]?\\.){1,6}")
_LOST = re.compile("\ufffd")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LOOSE = re.compile("(?<![ก-ฮัิ-ฺ็-๎])[ัิ-ฺ็-๎]")
# A vowel at the beginning of letters: what stood before it is lost, and cleaning left it so.
_TORN = re.compile("(?<=[ก-๎][ \n])[าำ](?=[ก-๎])")
# Four letters or more, each alone with its marks; in a row of short words (ที่ มี ดี) few are bare.
_SPACED = re.compile("(?<![ก-๎])(?:[ก-ฮะ-ๅ][ัิ-ฺ็-๎]{0,2} ){3,}[ก-ฮะ-ๅ][ัิ-ฺ็-๎]{0,2}(?![ก-๎])")
_BARE = re.compile("(?<![ก-๎])[ก-ฮะาำเ-ๅ](?![ก-๎])")
_BARE_VOWEL = re.compile("(?<![ก-๎])[ะาำเ-ๅ](?![ก-๎])")


class Doubt(StrEnum):
    """Why a page's text is not trusted."""

    UNKNOWN_WORDS = "unknown_words"
    LOST_SIGNS = "lost_signs"
    LOOSE_MARKS = "loose_marks"
    SPACED_LETTERS = "spaced_letters"
    PRIVATE_SIGNS = "private_signs"
    MISREAD = "misread"
    NO_WORDS = "no_words"


@dataclass(frozen=True)
class Trust:
    """What was counted in a page: its Thai words and the signs of damage that cleaning left.

    `lost_signs` are U+FFFD, `loose_marks` vowels and tones without a letter to stand on, and
    `torn_vowels` า and ำ with which letters begin,
    `spaced_letters` rows of letters that stand alone, `private_signs` glyphs of a font of its own,
    `misread` pieces of Thai read in another encoding, `wordless` long rows of letters without a
    word or with one again and again.
    """

    words: int
    known_words: int
    lost_signs: int
    loose_marks: int
    torn_vowels: int
    spaced_letters: int
    private_signs: int
    misread: int
    wordless: int

    @property
    def known_share(self) -> float:
        """The share of the Thai words that the dictionary knows, 1.0 where there are none."""
        return self.known_words / self.words if self.words else 1.0

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Every reason to have a person look, the gravest first; none for a page to be trusted."""
        found = {
            Doubt.MISREAD: self.misread > 0,
            Doubt.LOST_SIGNS: self.lost_signs > MOST_SIGNS,
            Doubt.PRIVATE_SIGNS: self.private_signs > MOST_SIGNS,
            Doubt.SPACED_LETTERS: self.spaced_letters > 0,
            Doubt.LOOSE_MARKS: self.loose_marks > MOST_SIGNS or self.torn_vowels > 0,
            Doubt.NO_WORDS: self.wordless > 0,
            Doubt.UNKNOWN_WORDS: self.words >= FEWEST_WORDS and self.known_share < LEAST_KNOWN,
        }
        return tuple(doubt for doubt, holds in found.items() if holds)

    @property
    def trusted(self) -> bool:
        """Whether nobody need look at the page."""
        return not self.doubts


def judge(text: str) -> Trust:
    """Judge the text of one page, as `clean` left it.

    A letter that stands alone counts as unknown, except in an abbreviation (พ.ศ.).
    """
    runs = list(map(dictionary.segment, _RUN.findall(_SHORT_FORM.sub(" ", text))))
    return Trust(
        words=sum(map(len, runs)),
        known_words=sum(map(_is_known, itertools.chain.from_iterable(runs))),
        lost_signs=len(_LOST.findall(text)),
        loose_marks=len(_LOOSE.findall(text)),
        torn_vowels=len(_TORN.findall(text)),
        spaced_letters=sum(map(_is_spaced_word, _SPACED.findall(text))),
        private_signs=len(_PRIVATE.findall(text)),
        misread=count_misread(text),
        wordless=sum(map(_has_no_words, runs)) + len(_REPEATED.findall(text)),
    )


def _is_known(word: str) -> bool:
    return len(word) > 1 and dictionary.knows(word)


def _has_no_words(run: Sequence[str]) -> bool:
    """Whether letters side by side make no word for longer than any name is."""
    stretches = itertools.groupby(run, _is_known)
    return any(not known and sum(map(len, words)) > _LONGEST_UNKNOWN for known, words in stretches)


def _is_spaced_word(row: str) -> bool:
    """Tell `ส ภ า` and `บั ญ ญั ติ` from a list of letters (ก ข ค ง) and from short words."""
    bare = len(_BARE.findall(row))
    return bool(_BARE_VOWEL.search(row)) or 3 * bare >= len(row.split()) > bare
