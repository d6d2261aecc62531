"""Whether a page's text can be trusted, or a person should look at it beside its picture."""

import re
from dataclasses import dataclass
from enum import StrEnum

from thai_text import dictionary

# Measured by `python bench/cleaning.py`; figures in docs/benchmarks.md.
LEAST_KNOWN = 0.85
FEWEST_WORDS = 20
MOST_SIGNS = 2

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


@dataclass(frozen=True)
class Trust:
    """What was counted in a page: its Thai words and the signs of damage that cleaning left.

    `lost_signs` are U+FFFD, `loose_marks` vowels and tones without a letter to stand on, and
    `torn_vowels` า and ำ with which letters begin,
    `spaced_letters` rows of letters that stand alone, `private_signs` glyphs of a font of its own.
    """

    words: int
    known_words: int
    lost_signs: int
    loose_marks: int
    torn_vowels: int
    spaced_letters: int
    private_signs: int

    @property
    def known_share(self) -> float:
        """The share of the Thai words that the dictionary knows, 1.0 where there are none."""
        return self.known_words / self.words if self.words else 1.0

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Every reason to have a person look, the gravest first; none for a page to be trusted."""
        found = {
            Doubt.LOST_SIGNS: self.lost_signs > MOST_SIGNS,
            Doubt.PRIVATE_SIGNS: self.private_signs > MOST_SIGNS,
            Doubt.SPACED_LETTERS: self.spaced_letters > 0,
            Doubt.LOOSE_MARKS: self.loose_marks > MOST_SIGNS or self.torn_vowels > 0,
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
    words = [
        word for run in _RUN.findall(_SHORT_FORM.sub(" ", text)) for word in dictionary.segment(run)
    ]
    return Trust(
        words=len(words),
        known_words=sum(len(word) > 1 and dictionary.knows(word) for word in words),
        lost_signs=len(_LOST.findall(text)),
        loose_marks=len(_LOOSE.findall(text)),
        torn_vowels=len(_TORN.findall(text)),
        spaced_letters=sum(map(_is_spaced_word, _SPACED.findall(text))),
        private_signs=len(_PRIVATE.findall(text)),
    )


def _is_spaced_word(row: str) -> bool:
    """Tell `ส ภ า` and `บั ญ ญั ติ` from a list of letters (ก ข ค ง) and from short words."""
    bare = len(_BARE.findall(row))
    return bool(_BARE_VOWEL.search(row)) or 3 * bare >= len(row.split()) > bare
