"""What cleaning changed: the places of raw text and of its clean text that differ, word by word."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from thai_text import dictionary

# Repairs are local: after one, raw and clean text agree again for at least so many characters,
_AGREEING = 8
# and no single repair is longer than this.
_FURTHEST = 400
_WORD = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]+|[^\\Wก-๎]+")


class Change(NamedTuple):
    """Characters `start` to `end` of the raw text became `clean_start` to `clean_end`."""

    start: int
    end: int
    clean_start: int
    clean_end: int


def changed_spans(raw: str, cleaned: str) -> list[Change]:
    """The whole words of `raw` that cleaning changed, each with what stands for it in `cleaned`.

    In reading order, without overlaps; text outside them is equal. Either side may be empty.
    """
    return _joined([_by_words(cleaned, change) for change in differences(raw, cleaned)])


def differences(raw: str, cleaned: str) -> Iterator[Change]:
    """The characters that differ, as few as can be, in reading order."""
    at, clean_at = 0, 0
    while True:
        equal = _equal_from(raw, at, cleaned, clean_at)
        at, clean_at = at + equal, clean_at + equal
        if at == len(raw) and clean_at == len(cleaned):
            return
        end, clean_end = _agree_again(raw, at, cleaned, clean_at)
        yield Change(at, end, clean_at, clean_end)
        at, clean_at = end, clean_end


def _equal_from(raw: str, at: int, cleaned: str, clean_at: int) -> int:
    """The number of characters that are equal from there on, found by halves."""
    least, most = 0, min(len(raw) - at, len(cleaned) - clean_at)
    step = 64
    while least < most:
        length = min(step, most - least)
        here, there = at + least, clean_at + least
        if raw[here : here + length] == cleaned[there : there + length]:
            least += length
            step *= 2
        elif length == 1:
            break
        else:
            step = max(1, length // 2)
            most = least + length
    return least


def _agree_again(raw: str, at: int, cleaned: str, clean_at: int) -> tuple[int, int]:
    left, clean_left = len(raw) - at, len(cleaned) - clean_at
    for total in range(1, min(_FURTHEST, left + clean_left) + 1):
        for skipped in range(max(0, total - clean_left), min(total, left) + 1):
            here, there = at + skipped, clean_at + total - skipped
            following = raw[here : here + _AGREEING]
            if following == cleaned[there : there + _AGREEING] and (
                following or (here == len(raw) and there == len(cleaned))
            ):
                return here, there
    return len(raw), len(cleaned)


def _by_words(cleaned: str, change: Change) -> Change:
    """Widen a change to the borders of the clean text's words."""
    start, end = change.clean_start, change.clean_end
    first = _word_borders(cleaned, start)[0]
    if start == end == first:
        return change
    before, after = start - first, _word_borders(cleaned, max(start, end - 1))[1] - end
    before, after = min(before, change.start), max(0, after)
    return Change(change.start - before, change.end + after, start - before, end + after)


def _word_borders(text: str, place: int) -> tuple[int, int]:
    """Start and end of the word at `place`, or `place` twice where no word is."""
    line = text.rfind("\n", 0, place) + 1
    for run in _WORD.finditer(text, line):
        if run.start() > place:
            break
        start = run.start()
        for word in dictionary.segment(run[0]) if run[0] >= "ก" else (run[0],):
            if start <= place < start + len(word):
                return start, start + len(word)
            start += len(word)
    return place, place


def _joined(changes: list[Change]) -> list[Change]:
    joined: list[Change] = []
    for change in changes:
        if joined and change.start <= joined[-1].end:
            last = joined.pop()
            change = Change(last.start, change.end, last.clean_start, change.clean_end)
        joined.append(change)
    return joined
