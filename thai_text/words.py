"""Thai and English text cut into the terms that searching compares, index and query alike.

`fold` makes spellings alike, `words` cuts, `index_terms` adds the words inside compounds,
`cluster_bigrams` lets any piece of text be found, also one that does not end where a word ends.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import metadata, resources
from itertools import pairwise
from typing import NamedTuple

from thai_text import dictionary, short_forms
from thai_text.clean import clean
from thai_text.numbers import ARABIC_DIGITS, lists_apart, ungrouped, whole
from thai_text.stems import stem

_DOUBLED_VOWEL = re.compile("([\u0e30\u0e32\u0e33\u0e40-\u0e45])\\1+")
# Five and more: สสส. and ททท. are agencies.
_ELONGATED = re.compile("([\u0e01-\u0e2e])\\1{4,}")
# ฯ and ๆ are signs between words, not letters of one.
_THAI = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"
_RUN = re.compile(f"(?P<thai>[{_THAI}]+)|(?P<number>{whole()})|(?P<other>[^\\W_{_THAI}ฯๆ]+)")
_SHORTEST_STEMMED = 4
_RULES = (".py", ".tsv", ".txt")
_BUDDHIST_YEARS = range(2430, 2601)
_BUDDHIST_OFFSET = 543


class Span(NamedTuple):
    """A term and the characters `start` to `end` of the folded text that it stands for."""

    term: str
    start: int
    end: int


@lru_cache(maxsize=8)
def fold(text: str) -> str:
    """Make spellings of one thing alike: faults, Thai digits, capitals, drawn-out letters."""
    folded = lists_apart(clean(text).translate(ARABIC_DIGITS))
    return _ELONGATED.sub("\\1", _DOUBLED_VOWEL.sub("\\1", folded)).lower()


def spans(text: str) -> Iterator[Span]:
    """Every term of a folded text with its place, in reading order.

    A sure abbreviation gives the words of its long form, all at its own place.
    """
    done = 0
    for found in short_forms.PATTERN.finditer(text):
        yield from _plain_spans(text, done, found.start())
        for term in _abbreviation(found.group()):
            yield Span(term, found.start(), found.end())
        done = found.end()
    yield from _plain_spans(text, done, len(text))


def words(text: str) -> list[str]:
    """The terms of any text, in reading order; abbreviations written out, English words stemmed."""
    return [span.term for span in spans(fold(text))]


def index_terms(text: str) -> list[str]:
    """The terms by which a text is found: words, words inside compounds, unsure long forms."""
    found: list[str] = []
    for term in words(text):
        found.append(term)
        found.extend(_inside(term))
    return found


def other_forms(term: str) -> tuple[str, ...]:
    """How a term may also be written: a year in the other era, an unsure abbreviation in full."""
    year = _other_era(term)
    return (year,) if year else _unsure_words(term)


def clusters(text: str) -> list[str]:
    """Any text as character clusters; English words and numbers are one cluster each."""
    found: list[str] = []
    for match in _RUN.finditer(_written_out(fold(text))):
        if match.lastgroup == "thai":
            found.extend(dictionary.cut_clusters(match.group()))
        else:
            found.append(match.group())
    return found


def cluster_bigrams(text: str) -> list[str]:
    """Neighbouring pairs of a text's clusters (see `pairs`)."""
    return pairs(clusters(text))


def pairs(found: Iterable[str]) -> list[str]:
    """Neighbouring pairs of clusters, joined by an underscore."""
    return [f"{first}_{second}" for first, second in pairwise(found)]


@cache
def analyser_version() -> str:
    """Sixteen hexadecimal digits that change with the cutter, the dictionary or the rules here."""
    parts = [metadata.version(name) for name in ("nlpo3", "pythainlp")]
    parts.append(dictionary.fingerprint())
    # Every file beside this one, as mending has tables and modules of its own.
    files = sorted(resources.files("thai_text").iterdir(), key=lambda path: path.name)
    parts += [path.read_text(encoding="utf-8") for path in files if path.name.endswith(_RULES)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _plain_spans(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _RUN.finditer(text, start, end):
        if match.lastgroup == "thai":
            yield from _thai_spans(match.group(), match.start())
        elif match.lastgroup == "number":
            yield Span(_number(match.group()), match.start(), match.end())
        else:
            yield Span(_stem(match.group()), match.start(), match.end())


def _thai_spans(run: str, start: int) -> Iterator[Span]:
    cut = (run,) if run in short_forms.DOTLESS_ALONE else dictionary.segment(run)
    for word in cut:
        end = start + len(word)
        for term in _dotless(word, alone=len(cut) == 1):
            yield Span(term, start, end)
        start = end


def _dotless(word: str, alone: bool) -> tuple[str, ...]:
    long = short_forms.DOTLESS.get(word)
    if long is None and alone:
        long = short_forms.DOTLESS_ALONE.get(word)
    return _long_words(long) if long else (word,)


def _abbreviation(found: str) -> tuple[str, ...]:
    long = short_forms.sure_form(found)
    if long:
        return _long_words(long)
    unsure = short_forms.unsure_form(found)
    return (unsure[0],) if unsure else (found,)


def _long_words(long: str) -> tuple[str, ...]:
    """The words of a long form; some have spaces (กิจการกระจายเสียง กิจการโทรทัศน์)."""
    return tuple(word for run in long.split() for word in dictionary.segment(run))


def _unsure_words(term: str) -> tuple[str, ...]:
    long = short_forms.UNSURE.get(term)
    return _long_words(long) if long else ()


def _inside(term: str) -> tuple[str, ...]:
    if term in short_forms.UNSURE:
        return _unsure_words(term)
    return dictionary.sub_words(term) if term[0] >= "\u0e01" else ()


def _written_out(text: str) -> str:
    """The folded text with sure abbreviations in full."""
    return short_forms.PATTERN.sub(
        lambda found: short_forms.sure_form(found.group()) or found.group(), text
    )


def _number(found: str) -> str:
    # 2,560 stays an amount, not to be taken for a year; from 10,000 on the comma says nothing.
    return ungrouped(found) if len(found) > len("2,560") else found


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    is_english = word.isascii() and word.isalpha() and len(word) >= _SHORTEST_STEMMED
    return stem(word) if is_english else word


def _other_era(term: str) -> str | None:
    if len(term) != 4 or not term.isascii() or not term.isdigit():
        return None
    year = int(term)
    if year in _BUDDHIST_YEARS:
        return str(year - _BUDDHIST_OFFSET)
    return str(year + _BUDDHIST_OFFSET) if year + _BUDDHIST_OFFSET in _BUDDHIST_YEARS else None
