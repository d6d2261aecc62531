"""The words that grade 2 shortens by a rule of formation, from `word_families.tsv` and
`phrases.tsv`.

The rules are read off the public pairs: a known first part is followed by the letters that the
rest begins with, and a phrase that stands between blanks is the letters of its words. Two words
never have one form: the more frequent word takes the shorter one, and where none is left a word
is spelled. Each row says on which lines of the pairs its rule is seen, and on which a word that
looks alike is spelled and so bounds it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from pythainlp.corpus import phupha

from braille.initials import first_initials, initials
from braille.short_forms import SHORT_FORMS, ShortForm
from braille.signs import CONSONANTS, cells
from thai_text.dictionary import all_words

# Words that the corpus has more rarely are spelled, save in families of "all" words.
_SEEN_OFTEN = 5_000
_LONGEST_ENDS = 4
# No part of a word begins in the middle of a syllable. Tones are no part of learned compounds.
_WHOLE = re.compile("[เ-ไ]?[ก-ฮ](?!์)[ก-์]+")
_TONE = re.compile("[่-๋]")


class WordFamily(NamedTuple):
    """Words of one pattern, of which the part in the group is written by its letters."""

    pattern: str
    least: int
    most: int
    letters: str
    before: str
    after: str
    place: str
    which: str
    evidence: str

    def forms(self, part: str) -> Iterator[str]:
        """The forms for a word with this part, the shortest first; none where it does not fit."""
        if not self.least <= len(initials(part)) <= self.most or not _WHOLE.fullmatch(part):
            return
        if self.place == "word" and _TONE.search(part):
            return
        for letters in _least(part) if self.letters == "least" else _ends(part):
            yield self.before + "".join(CONSONANTS[letter] for letter in letters) + self.after

    def word_forms(self, counts: dict[str, int]) -> Iterator[tuple[str, list[str]]]:
        """The words of the family, none that is a compound of another one, with their forms."""
        pattern = re.compile(self.pattern)
        least = 0 if self.which == "all" else _SEEN_OFTEN
        often = (word for word, count in counts.items() if count >= least)
        fit = ((word, found[1]) for word in often if (found := pattern.fullmatch(word)))
        members = {word: forms for word, part in fit if (forms := list(self.forms(part)))}
        for word, forms in members.items():
            if not any(_part_of(word, end, members) for end in range(1, len(word))):
                yield word, forms


def _part_of(word: str, end: int, members: Container[str]) -> bool:
    """Whether a word is a compound of a member that begins or ends there."""
    return word[end:] in members or (word[:end] in members and bool(_WHOLE.fullmatch(word[end:])))


class Phrase(NamedTuple):
    """First and last parts, each of which makes a phrase with each; the letters of each."""

    heads: tuple[tuple[str, str], ...]
    tails: tuple[tuple[str, str], ...]
    evidence: str

    def forms(self) -> Iterator[tuple[str, str]]:
        """Each phrase with its form."""
        for head, head_letters in self.heads:
            for tail, letters in self.tails:
                middle, _, end = tail.rpartition("…")
                text = f"{head}{middle}{head}{end}" if middle else head + tail
                yield text, "".join(CONSONANTS[letter] for letter in head_letters + letters)


def _least(part: str) -> list[Sequence[str]]:
    letters = first_initials(part)
    return [letters[:number] for number in range(1, len(letters) + 1)]


def _ends(part: str) -> list[Sequence[str]]:
    letters = initials(part)
    if len(letters) < 2:
        return [letters]
    ends = (letters[0], letters[-1])
    return [ends, letters] if 2 < len(letters) <= _LONGEST_ENDS else [ends]


def family_forms(
    words: Iterable[WordFamily], phrases: Iterable[Phrase], known: dict[str, ShortForm]
) -> dict[str, ShortForm]:
    """The forms of all words of the families, none of them one that a known word has."""
    taken = {form.cells for form in known.values()}
    made: dict[str, ShortForm] = {}
    for phrase in phrases:
        for text, form in phrase.forms():
            if form not in taken and text not in known:
                taken.add(form)
                made[text] = ShortForm(form, "alone", phrase.evidence)
    for family in words:
        for word, forms in family.word_forms(word_counts()):
            form = next((form for form in forms if form not in taken), "")
            if form and word not in known and word not in made:
                taken.add(form)
                made[word] = ShortForm(form, family.place, family.evidence)
    return made


@cache
def word_counts() -> dict[str, int]:
    """How often the corpus has each word that may be of a family, the most frequent first."""
    counts = dict(phupha.unigram_word_freqs())
    fit = re.compile("|".join(family.pattern for family in WORD_FAMILIES)).fullmatch
    ordered = sorted(filter(fit, all_words()), key=lambda word: (-counts.get(word, 0), word))
    return {word: counts.get(word, 0) for word in ordered}


@cache
def short_forms() -> dict[str, ShortForm]:
    """Every word that has a short form: those of the table, and those of the families."""
    return family_forms(WORD_FAMILIES, PHRASES, SHORT_FORMS) | SHORT_FORMS


def _rows(name: str) -> Iterator[list[str]]:
    table = resources.files("braille").joinpath(name).read_text(encoding="utf-8")
    return (line.split("\t") for line in table.splitlines() if not line.startswith("#"))


def _word_family(row: list[str]) -> WordFamily:
    pattern, numbers, letters, before, after, place, which, evidence = row[:8]
    least, most = map(int, numbers.split("-"))
    cells_around = _dots(before), _dots(after)
    return WordFamily(pattern, least, most, letters, *cells_around, place, which, evidence)


def _dots(text: str) -> str:
    return cells(text) if text else ""


def _part(text: str) -> tuple[str, str]:
    """A part and its letters: those after a sign of equality, or its initials."""
    part, given, letters = text.partition("=")
    return part, letters if given else "".join(initials(part.replace("…", "")))


def _phrase(row: list[str]) -> Phrase:
    heads, tails = (tuple(map(_part, part.split())) for part in row[:2])
    return Phrase(heads, tails, row[2])


WORD_FAMILIES = [_word_family(row) for row in _rows("word_families.tsv")]
PHRASES = [_phrase(row) for row in _rows("phrases.tsv")]
