"""Words that a PDF damaged: found by what the dictionary does not know, read again, and mended.

Rules alone cannot tell สานักงาน from สำนักงาน. A change is made only where the words of the language
leave no doubt: it must make known words of letters that were none.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from thai_text import dictionary
from thai_text.names import Named, after_titles
from thai_text.readings import LOST, Piece, best_reading
from thai_text.split_vowels import join_vowels
from thai_text.word_costs import beginnings, run_cost, word_costs

_LETTERS = "ก-ฮะ-ฺเ-ๅ็-๎"
# With the last letter of one whose last point was left out (ต.ค).
_SHORT_FORM = f"[ก-ฮ][{_LETTERS}]{{0,3}}\\.(?:[ก-ฮ](?![{_LETTERS}.]))?"
# Letters with single spaces among them, without abbreviations, which are rows of letters by right.
_STRETCH = re.compile(
    f"(?P<short>{_SHORT_FORM})|[{_LETTERS}{LOST}]+(?: (?!{_SHORT_FORM})[{_LETTERS}{LOST}]+)*"
)
_RUN = re.compile("[^ ]+")
# Words of one letter.
_ALONE = frozenset("ณธ")
_SPACE_OR_END = frozenset((" ", ""))
_SPACE_OR_ALONE = _ALONE | {" "}
_CONSONANTS = frozenset(map(chr, range(0x0E01, 0x0E2F)))
_WORDS_AROUND = 5
_SURE = 6.0
_COMMON_SILENCED = 12.0
_FIRM, _FIRM_BY_LETTER = 3.0, 2.0
_BESIDE = 1.0
_PLAIN_FAULT = 3.0
_SOUND_AM = 12.5
_SHORTEST_SILENCED = 5
_SHORTEST_MOVED = 3
_LONG_BEGINNING = 3
_COMMON_SPACED = 12.0
_LONG_NAME = 6
_LONGEST_SPACED = 3
_SPACES_IN_ROW = 2
# No compound is built on their letters, so the ์ that ends them can be put back anywhere.
_SILENCED = frozenset((
    "เว็บไซต์", "คอมพิวเตอร์", "ออนไลน์", "อิเล็กทรอนิกส์", "ซอฟต์แวร์", "โทรศัพท์", "สหกรณ์", "ผลิตภัณฑ์",
    "รถยนต์", "ยานยนต์", "แอลกอฮอล์", "เฟอร์นิเจอร์", "เปอร์เซ็นต์", "ดอลลาร์", "อุปกรณ์", "หลักเกณฑ์",
    "กฎเกณฑ์", "ประโยชน์", "พิสูจน์", "วิเคราะห์", "สังเคราะห์", "สงเคราะห์", "สัมภาษณ์", "เหตุการณ์",
    "สถานการณ์", "ยุทธศาสตร์", "สร้างสรรค์",
))  # fmt: skip
# อำนาจ is a word too, so a search for lost circles elsewhere has made this of the kingdom.
_KINGDOM = ("ราชอานาจักร", "ราชอาณาจักร")


def mend_words(text: str) -> str:
    """Repair words whose marks a PDF lost, moved or replaced, and words that it spaced out."""
    return _STRETCH.sub(_mended, join_vowels(text).replace(*_KINGDOM))


def _mended(found: re.Match[str]) -> str:
    stretch = found[0]
    if found["short"] or len(stretch) == 1:
        return stretch
    mended, done = "", 0
    named: list[Named] | None = None
    for start, end in _doubtful(stretch):
        if named is None:
            named = after_titles(stretch, found.string[: found.start()])
        inside = tuple(name.moved(-start) for name in named if start <= name.start < end)
        mended += stretch[done:start] + _read_again(stretch[start:end], inside)
        done = end
    return mended + stretch[done:] if done else stretch


def _doubtful(stretch: str) -> Iterator[tuple[int, int]]:
    """The places, some words around them included, where letters make no words."""
    words, doubts = _cut(stretch)
    start = end = -1
    for place in doubts:
        first = words[max(0, place - _WORDS_AROUND)][0]
        last = words[min(len(words) - 1, place + _WORDS_AROUND)]
        if first > end:
            if end > 0:
                yield start, end
            start = first
        end = last[0] + last[1]
    if end > 0:
        yield start, end


def _cut(stretch: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Cut at spaces and into words: start and length of each, and which of them are doubtful."""
    known, odd, pairs = word_costs(), _odd_words(), _doubtful_pairs()
    words: list[tuple[int, int]] = []
    doubts: list[int] = []
    for run in _RUN.finditer(stretch):
        start, cut = run.start(), dictionary.segment(run[0])
        doubts += [
            len(words) + place
            for place, word in enumerate(cut)
            if (word not in known and word not in _ALONE)
            or word in odd
            or (place + 1 < len(cut) and (word, cut[place + 1]) in pairs)
        ]
        for word in cut:
            words.append((start, len(word)))
            start += len(word)
    return words, doubts


@cache
def _doubtful_pairs() -> frozenset[tuple[str, str]]:
    """Return pairs of words that stand where a longer word's า and ำ were mixed up."""
    return frozenset(
        pair
        for word in word_costs()
        for sign, other in (("ำ", "า"), ("า", "ำ"))
        if sign in word[1:]
        for pair in _changed_pairs(word, word.replace(sign, other))
        if other == "า" or not any(map(_is_sound_am, pair))
    )


def _changed_pairs(word: str, damaged: str) -> Iterator[tuple[str, str]]:
    start, known = 0, word_costs()
    for first, second in pairwise(dictionary.segment(damaged)):
        end = start + len(first) + len(second)
        if damaged[start:end] != word[start:end] and first in known and second in known:
            yield first, second
        start += len(first)


@cache
def _odd_words() -> frozenset[str]:
    """Return short words with ำ that are so rare that า is likelier (ด้ำ)."""
    return frozenset(
        word
        for word in word_costs()
        if "ำ" in word and len(word) <= _LONGEST_SPACED and not _is_sound_am(word)
    )


def _is_sound_am(word: str) -> bool:
    """Tell a word that has its ำ by right: in ผู้ค้ำ nobody need doubt it."""
    return "ำ" in word and word_costs()[word] < _SOUND_AM


@lru_cache(maxsize=20_000)
def _read_again(window: str, named: tuple[Named, ...]) -> str:
    pieces = best_reading(window, frozenset(name.start for name in named))
    units, place = list[tuple[str, str]](), 0
    while place < len(pieces):
        last = place
        # Words that a moved mark binds are right together or not at all.
        while pieces[last].carried:
            last += 1
        start, end = pieces[place].start, pieces[last].end
        raw, words = window[start:end], pieces[place : last + 1]
        beside = pieces[max(0, place - 1) : place] + pieces[last + 1 : last + 2]
        reading = "".join(piece.text for piece in words)
        stays = not _is_plain(raw, reading) and any(
            name.guards(window, start, reading) for name in named
        )
        sure = not stays and _is_sure(raw, words, beside, window[end : end + 1])
        units.append((raw, reading if sure else raw))
        place = last + 1
    mended = _closed_up(units)
    return mended if run_cost(mended) + _SURE < run_cost(window) else window


def _closed_up(units: list[tuple[str, str]]) -> str:
    """Join what was read, without the gaps in rows of spaced letters (ส่ ว น ได้ ส่ ว น)."""
    closed, row, spaced = "", "", 0
    for raw, reading in [*units, ("", "")]:
        runs = raw.split()
        if raw == " " or (runs and max(map(len, runs)) <= _LONGEST_SPACED):
            row += reading
            spaced += len(runs) - 1 if runs and raw != reading else 0
            continue
        if spaced >= _SPACES_IN_ROW:
            gap = " " if row.endswith(" ") else ""
            row = (" " if row.startswith(" ") else "") + row.replace(" ", "") + gap
        closed, row, spaced = closed + row + reading, "", 0
    return closed


def _is_sure(raw: str, words: list[Piece], beside: list[Piece], after: str) -> bool:
    """Tell whether letters may be written as the words that were read in them."""
    reading = "".join(piece.text for piece in words)
    if reading == raw or raw in word_costs():
        return reading == raw
    only_spaces = reading == raw.replace(" ", "")
    # A lost sign, a space in a word and ำ for า can hardly be anything else; a moved mark can.
    plain = only_spaces or _is_plain(raw, reading)
    more = _PLAIN_FAULT if plain else 0.0
    if not all(_is_firm(piece, more) for piece in words):
        return False
    if not plain and any(piece.faults and len(piece.text) < _SHORTEST_MOVED for piece in words):
        return False
    if not all(_is_firm(piece, _BESIDE) for piece in beside):
        return False
    if reading.count("์") > raw.count("์"):
        return _had_silencer(reading, after)
    return not (only_spaces and _is_made_of_words(raw, reading, after))


def _is_plain(raw: str, reading: str) -> bool:
    """Tell a lost sign and ำ for า from all that a name may be taken for (ปดิพัทธ์ for ปิดพัทธ์)."""
    return LOST in raw or reading.replace("ำ", "า") == raw.replace("ำ", "า")


def _is_firm(piece: Piece, more: float) -> bool:
    """Tell whether a word is read rightly: the shorter it is, the commoner it has to be."""
    if piece.text in _SPACE_OR_ALONE:
        return True
    most = _FIRM + _FIRM_BY_LETTER * len(piece.text) + more
    # A name, which stands as it was read, has no cost among the words.
    return piece.known and word_costs().get(piece.text, 0.0) < most


def _had_silencer(word: str, after: str) -> bool:
    """Tell a lost ์ from a name or a compound that is written without (ลักษณวิศิษฏ์)."""
    ends = (
        after in ("", " ") and len(word) > _SHORTEST_SILENCED and run_cost(word) < _COMMON_SILENCED
    )
    return ends or word in _SILENCED


def _is_made_of_words(raw: str, reading: str, after: str) -> bool:
    """Tell spaces between words, names and labels (ปรีดี พนมยงค์, นาย ก) from spaces inside one."""
    first, *others = raw.split()
    if _are_labels(others, after) and (first in _CONSONANTS or _is_words(first)):
        return True
    if first in _CONSONANTS and all(run in word_costs() for run in others):
        return True
    if _is_words(first):
        name = len(others) == 1 and _begins_name(others[0], reading)
        return name or all(map(_is_words, others))
    return len(first) >= _LONG_NAME and all(run in word_costs() for run in others)


def _are_labels(runs: list[str], after: str) -> bool:
    """Tell letters that stand alone and name things: items, plots, persons (ข้อ ก ข ค, แปลง ก)."""
    return all(run in _CONSONANTS for run in runs) and after in _SPACE_OR_END


def _is_words(run: str) -> bool:
    return all(word in word_costs() for word in dictionary.segment(run))


def _begins_name(run: str, reading: str) -> bool:
    """Tell a run that may stand for itself, where the word that it would end is a rare one."""
    begins = len(run) >= _LONG_BEGINNING and run[:_LONG_BEGINNING] in beginnings()
    return begins and run_cost(reading) > _COMMON_SPACED
