"""Grade 1 of Thai braille: vowels that print writes around the consonants follow them in one cell.

Within a word: เ-า, เ-ีย, เ-ือ, -ัว, เ-อ, เ-ิ and every vowel with ะ; a tone stands last. In which
words two consonants are one onset is a matter of reading: the sets below say it by pairs.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from braille.signs import (
    CONSONANTS,
    THAI,
    TONES,
    VOWEL_AO,
    VOWEL_IA,
    VOWEL_OE,
    VOWEL_UA,
    VOWEL_UEA,
    VOWELS,
)

C = "[ก-ฮ]"
T = "([่-๋]?)"
# A consonant with a mark of its own begins another syllable or is silent.
BARE = "(?![ะ-ู็-์])"
_CLUSTERS = [
    "กร", "กล", "กว", "ขร", "ขล", "ขว", "คร", "คล", "คว", "ตร", "ทร", "ปร", "ปล", "ผล", "พร",
    "พล", "ศร", "หง", "หญ", "หน", "หม", "หย", "หล", "หว", "อย",
]  # fmt: skip

# Onsets before เ-อ and เ-ิ alike.
_OF_OE = ("ขย", "ฉล", "บร", "บล", "ผย", "หร")


def onset(*more: str) -> str:
    """A group for one onset: a cluster, one of `more`, or a consonant."""
    pairs = "|".join([*_CLUSTERS, *more])
    return f"({pairs}|{C})"


Writer = Callable[[re.Match[str]], str]


def _letters(text: str) -> str:
    return "".join(THAI[letter] for letter in text)


def _after(vowel: str) -> Writer:
    """Onset, the vowel's cell, ะ where it is written, the tone."""

    def write(found: re.Match[str]) -> str:
        onset, tone, short = found[1], found[2], found[3] if found.re.groups > 2 else ""
        return _letters(onset) + vowel + (VOWELS["ะ"] if short else "") + TONES.get(tone, "")

    return write


def _leading(found: re.Match[str]) -> str:
    """เ-ะ, แ-ะ, โ-ะ: onset, the leading vowel, ะ, the tone."""
    vowel, onset, tone = found.groups()
    return _letters(onset) + VOWELS[vowel] + VOWELS["ะ"] + TONES.get(tone, "")


# Tried in this order at each place of a word.
_RULES: list[tuple[re.Pattern[str], Writer]] = [
    (re.compile(f"เ({C}{{1,2}})ี{T}ย{BARE}()"), _after(VOWEL_IA)),
    (re.compile(f"เ({C}{{1,2}})ี{T}ย(ะ)"), _after(VOWEL_IA)),
    (re.compile(f"เ({C}{{1,2}})ื{T}อ(ะ?)"), _after(VOWEL_UEA)),
    (re.compile(f"({C})ั{T}ว(ะ)"), _after(VOWEL_UA)),
    (re.compile(f"({C})ั{T}ว{BARE}"), _after(VOWEL_UA)),
    (re.compile(f"เ({C}{{1,2}}){T}า(ะ)"), _after(CONSONANTS["อ"])),
    (re.compile(f"เ{onset('หร(?=[่-๋])', 'ขม', 'ขย', 'ฉล', 'ถล', 'สล')}{T}า"), _after(VOWEL_AO)),
    (
        re.compile(f"เ{onset(*_OF_OE, 'จร', 'ตล', 'ถก', 'ถล', 'ผช', 'ผด', 'ผอ', 'สร')}ิ{T}"),
        _after(VOWEL_OE),
    ),
    (re.compile(f"เ{onset(*_OF_OE, 'ชล', 'สน', 'สม')}{T}อ(ะ)"), _after(VOWEL_OE)),
    (
        re.compile(f"(?!เทอม)เ{onset(*_OF_OE, 'ชล', 'สน', 'สม')}{T}อ{BARE}"),
        _after(VOWEL_OE),
    ),
    (re.compile(f"([เแโ]){onset('สย', 'ขย')}{T}ะ"), _leading),
    (re.compile(f"({C}){T}ะ"), _after(VOWELS["ะ"])),
]


def in_reading_order(word: str) -> str:
    """Cells of one Thai word in grade 1; KeyError for a letter that is not Thai."""
    done: list[str] = []
    place = 0
    while place < len(word):
        written, place = reading_order_at(word, place)
        done.append(written)
    return "".join(done)


def reading_order_at(word: str, place: int) -> tuple[str, int]:
    """The cells of what begins at a place of a word, and the place after it."""
    for pattern, write in _RULES:
        if found := pattern.match(word, place):
            return write(found), found.end()
    return THAI[word[place]], place + 1
