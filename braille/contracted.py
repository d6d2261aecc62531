"""Grade 2 of Thai braille: known words by their short forms, other syllables by their rhymes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from braille.families import short_forms
from braille.rhymes import rhyme_at
from braille.signs import cells, tone_after_am
from braille.syllables import reading_order_at
from thai_text.syllables import syllables

_REMEMBERED = 50_000
_MORE = "ก"
# The sign that a word is shortened; one serves two such parts.
_SHORTENED = cells("36")


class Contracted(NamedTuple):
    """Words written as one, their cells, and whether they stand between blanks."""

    text: str
    cells: str
    alone: bool


def contracted(words: Sequence[str]) -> Iterator[Contracted]:
    """The words of a run of Thai in grade 2, several together where they have one short form."""
    known = short_forms()
    run = "".join(words)
    borders = [0, *accumulate(map(len, words))]
    at = 0
    while at < len(words):
        until = _short_until(run, borders, at)
        text = run[borders[at] : borders[until]]
        form = known.get(text)
        if form and form.place != "followed":
            yield Contracted(text, form.cells, form.place == "alone")
        else:
            yield Contracted(text, contracted_word(text, until < len(words)), alone=False)
        at = until


def _short_until(run: str, borders: list[int], at: int) -> int:
    """The border where the longest short form that begins at a border ends, else the next one."""
    known, longest = short_forms(), _longest()
    furthest = at + 1
    for until in range(at + 2, len(borders)):
        if borders[until] - borders[at] > longest:
            break
        if run[borders[at] : borders[until]] in known:
            furthest = until
    return furthest


@cache
def _longest() -> int:
    return max(map(len, short_forms()))


def contracted_word(word: str, more: bool) -> str:
    """The cells of one word; `more` says whether Thai letters follow without a blank."""
    return "".join(cells for _text, cells in contracted_parts(word, more))


@lru_cache(maxsize=_REMEMBERED)
def contracted_parts(word: str, more: bool) -> tuple[tuple[str, str], ...]:
    """The syllables of one word with their cells, several together that have one short form."""
    cut = syllables(word)
    done: list[tuple[str, str]] = []
    at = 0
    while at < len(cut):
        form, until = _short_syllables(cut, at, more)
        if done and form.startswith(_SHORTENED) and done[-1][1].endswith(_SHORTENED):
            form = form.removeprefix(_SHORTENED)
        written = form or _syllable(cut[at], more or until < len(cut))
        done.append(("".join(cut[at:until]), written))
        at = until
    return tuple(done)


def _short_syllables(cut: Sequence[str], at: int, more: bool) -> tuple[str, int]:
    """The short form of the most syllables from a place on, or none and the next place.

    A word of several syllables is also a part of compounds, a word of one seldom is.
    """
    for until in range(len(cut), at, -1):
        form = short_forms().get("".join(cut[at:until]))
        if form and _may_stand(form.place, until - at, more or until < len(cut)):
            return form.cells, until
    return "", at + 1


def _may_stand(place: str, length: int, followed: bool) -> bool:
    if place == "followed":
        return followed
    return place == "syllable" or (place == "word" and length > 1)


def _syllable(syllable: str, more: bool) -> str:
    written = tone_after_am(syllable)
    end = len(written)
    seen = written + _MORE if more else written
    done: list[str] = []
    place = 0
    while place < end:
        piece, place = rhyme_at(seen, place, end) or reading_order_at(written, place)
        done.append(piece)
    return "".join(done)
