"""Two texts as one row of words that stayed, were added and were removed; no word is cut."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from thai_text.compare.folding import folded, say_the_same
from thai_text.compare.order import in_order
from thai_text.dictionary import segment
from thai_text.numbers import ANY_DIGIT, joined

_TOKEN = re.compile(
    rf"(?P<thai>[ก-ฮะ-ฺเ-ๅ็-๎]+)|[A-Za-z]+|{joined('.,/', ANY_DIGIT)}"
    rf"|\([{ANY_DIGIT}ก-ฮ]{{1,4}}\)|\s|.",
    re.DOTALL,
)
# Up to so many pairs, everything is held against everything; above, first what stands once in each.
_MOST_PAIRS = 60_000
# What stayed between two changes is read with them where it is shorter: else one hears scraps.
_SHORTEST_SAME = 4


class RunKind(StrEnum):
    """What became of the words of a run."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class Run(NamedTuple):
    """Words that stand together and share a fate."""

    kind: RunKind
    text: str


def tokens(text: str) -> list[str]:
    """A text cut into words, numbers, spaces and signs; joined they are the text again."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "thai":
            found.extend(segment(match.group()))
        else:
            found.append(match.group())
    return found


def runs(old: str, new: str) -> tuple[Run, ...]:
    """The runs that lead from `old` to `new`, in reading order, removed before added.

    The same and added ones joined are `new`; the same and removed ones joined are `old`, but for
    the spaces and the figures of what is the same, which are those of `new`.
    """
    if say_the_same(old, new):
        return (Run(RunKind.SAME, new),) if new else ()
    return tuple(_joined(_by_lines(old, new)))


def _by_lines(old: str, new: str) -> Iterator[Run]:
    """Lines that stayed are found first, which is fast; only lines that changed are cut."""
    for before, after in _aligned(old.splitlines(keepends=True), new.splitlines(keepends=True)):
        if say_the_same("".join(before), "".join(after)):
            yield Run(RunKind.SAME, "".join(after))
        elif len(before) == len(after):
            for line_before, line_after in zip(before, after, strict=True):
                yield from _by_words(line_before, line_after)
        else:
            yield from _by_words("".join(before), "".join(after))


def _by_words(old: str, new: str) -> Iterator[Run]:
    if not (old and new):
        yield from _replaced(old, new)
        return
    blocks = _aligned(tokens(old), tokens(new))
    yield from _smooth([("".join(before), "".join(after)) for before, after in blocks])


def _aligned(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Pairs of stretches that stand for each other, held together by what they say when folded."""
    at_old = at_new = 0
    for before, after in _blocks([_key(one) for one in old], [_key(one) for one in new]):
        end_old, end_new = at_old + len(before), at_new + len(after)
        yield old[at_old:end_old], new[at_new:end_new]
        at_old, at_new = end_old, end_new


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Pairs of stretches that stand for each other, equal where they stayed."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if start:
        yield old[:start], new[:start]
    yield from _inner_blocks(old[start : len(old) - end], new[start : len(new) - end])
    if end:
        yield old[len(old) - end :], new[len(new) - end :]


def _inner_blocks(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    if not (old and new):
        if old or new:
            yield old, new
        return
    if len(old) * len(new) <= _MOST_PAIRS:
        matcher = SequenceMatcher(_is_space, old, new, autojunk=False)
        for _tag, i1, i2, j1, j2 in matcher.get_opcodes():
            yield old[i1:i2], new[j1:j2]
        return
    fixed = _fixed_points(old, new)
    if not fixed:
        yield old, new
        return
    before = after = 0
    for at_old, at_new in fixed:
        yield from _blocks(old[before:at_old], new[after:at_new])
        yield [old[at_old]], [new[at_new]]
        before, after = at_old + 1, at_new + 1
    yield from _blocks(old[before:], new[after:])


def _key(one: str) -> str:
    """What a line or a token says; where a line ends is kept, else what was removed behind it
    would be told in it."""
    return folded(one) + ("\n" if one.endswith("\n") else "")


def _is_space(key: str) -> bool:
    return not key.strip()


def _fixed_points(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Places of what stands once in each and keeps its order (Bram Cohen's patience diff)."""
    counts_old, counts_new = Counter(old), Counter(new)
    places = {item: place for place, item in enumerate(old) if counts_old[item] == 1}
    pairs = [
        (places[item], place)
        for place, item in enumerate(new)
        if counts_new[item] == 1 and item in places
    ]
    kept = in_order([pair[0] for pair in pairs])
    return [pair for pair, stays in zip(pairs, kept, strict=True) if stays]


def _smooth(blocks: list[tuple[str, str]]) -> Iterator[Run]:
    """Join changes between which only a scrap stayed, a space or a short word."""
    before = after = ""
    for place, (old, new) in enumerate(blocks):
        if not say_the_same(old, new):
            before, after = before + old, after + new
            continue
        inside = before or after
        scrap = len(new.strip()) < _SHORTEST_SAME and "\n" not in new
        if inside and scrap and place + 1 < len(blocks):
            before, after = before + old, after + new
            continue
        yield from _replaced(before, after)
        before = after = ""
        yield Run(RunKind.SAME, new)
    yield from _replaced(before, after)


def _replaced(old: str, new: str) -> Iterator[Run]:
    if old:
        yield Run(RunKind.REMOVED, old)
    if new:
        yield Run(RunKind.ADDED, new)


def _joined(parts: Iterator[Run]) -> Iterator[Run]:
    """Neighbouring runs of one kind as one; changes that touch as one removed and one added, and
    as none where only spaces or figures differ between them."""
    removed = added = same = ""
    for kind, text in (*parts, Run(RunKind.SAME, "")):
        if kind is RunKind.REMOVED:
            removed += text
            continue
        if kind is RunKind.ADDED:
            added += text
            continue
        if say_the_same(removed, added):
            same += added + text
        else:
            if same:
                yield Run(RunKind.SAME, same)
            yield from _replaced(removed, added)
            same = text
        removed = added = ""
    if same:
        yield Run(RunKind.SAME, same)
