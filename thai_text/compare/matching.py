"""Which entry of the old text became which of the new: by anchor, by text, by likeness."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from zlib import crc32

from thai_text.compare.entries import Entry
from thai_text.compare.folding import folded

Pair = tuple[int, int]
# The kind, the heading and the paragraphs, folded.
Content = tuple[str, str, tuple[str, ...]]
# Shared pieces of text that make two entries one that was changed (0 to 1).
_ALIKE = 0.5
# An entry with the same anchor needs less; a numbered section none at all, its number says it.
_ALIKE_AT_PLACE = 0.2
# A piece that stands in more entries than this tells nothing of any of them.
_COMMON = 20
_PIECE = 12
_STEP = 4
_MOST_PIECES = 600
# Of a longer text its beginning and its end tell enough.
_BEGINNING, _END = 4_000, 2_000
_CANDIDATES = 5


def matched(old: list[Entry], new: list[Entry]) -> list[Pair]:
    """Pairs of places in `old` and `new`, each place in one pair at most, by place in `new`."""
    pairs = dict(_same_text(old, new))
    _add(pairs, old, new, _alike(*_left(pairs, old, new), old, new))
    _add(pairs, old, new, _same_anchor(*_left(pairs, old, new), old, new))
    return sorted(((before, after) for after, before in pairs.items()), key=lambda pair: pair[1])


def _same_text(old: list[Entry], new: list[Entry]) -> Iterator[Pair]:
    """Equal texts, first those that kept their anchor, then each by its order."""
    waiting: dict[Content, list[int]] = defaultdict(list)
    anchors = {entry.anchor: place for place, entry in enumerate(old)}
    taken = set()
    for after, entry in enumerate(new):
        before = anchors.get(entry.anchor)
        if before is not None and _content(old[before]) == _content(entry):
            taken.add(before)
            yield after, before
    for before, entry in enumerate(old):
        # Every repealed section says the same.
        if before not in taken and entry.text and not entry.is_repealed:
            waiting[_content(entry)].append(before)
    kept = {entry.anchor for before, entry in enumerate(old) if before in taken}
    for after, entry in enumerate(new):
        found = waiting.get(_content(entry))
        if entry.anchor not in kept and found:
            yield after, found.pop(0)


def _content(entry: Entry) -> Content:
    return entry.kind, *entry.words


def _left(pairs: dict[int, int], old: list[Entry], new: list[Entry]) -> tuple[list[int], list[int]]:
    used = set(pairs.values())
    return (
        [place for place in range(len(old)) if place not in used],
        [place for place in range(len(new)) if place not in pairs],
    )


def _add(
    pairs: dict[int, int], old: list[Entry], new: list[Entry], found: Iterable[tuple[float, Pair]]
) -> None:
    """Take the pairs in the order of their likeness, each place once."""
    used = set(pairs.values())
    for _score, (before, after) in sorted(found, key=lambda item: (-item[0], item[1])):
        if after not in pairs and before not in used and old[before].kind == new[after].kind:
            pairs[after] = before
            used.add(before)


def _alike(
    old_left: list[int], new_left: list[int], old: list[Entry], new: list[Entry]
) -> Iterator[tuple[float, Pair]]:
    """Pairs that share much of their text; each new entry is held only against a few."""
    index: dict[int, list[int]] = defaultdict(list)
    sizes = {}
    for before in old_left:
        pieces = _pieces(old[before])
        sizes[before] = len(pieces)
        for piece in pieces:
            index[piece].append(before)
    for after in new_left:
        pieces = _pieces(new[after])
        shared: Counter[int] = Counter()
        for piece in pieces:
            holders = index.get(piece, [])
            if len(holders) <= _COMMON:
                shared.update(holders)
        for before, count in shared.most_common(_CANDIDATES):
            likeness = 2 * count / ((len(pieces) + sizes[before]) or 1)
            at_place = old[before].anchor == new[after].anchor
            if likeness >= (_ALIKE_AT_PLACE if at_place else _ALIKE):
                yield likeness + 0.2 * at_place, (before, after)


def _pieces(entry: Entry) -> set[int]:
    """Overlapping pieces of a text, chosen by their content so that shifts do not matter;
    of a repealed section none, for it says what every other one says."""
    if entry.is_repealed:
        return set()
    text = f"{entry.heading}{entry.text}"
    if len(text) > _BEGINNING + _END:
        text = text[:_BEGINNING] + text[-_END:]
    text = folded(text)
    if len(text) <= _PIECE:
        return {crc32(text.encode())} if text else set()
    # Not `hash`, which is another one in every process.
    found = {crc32(text[at : at + _PIECE].encode()) for at in range(len(text) - _PIECE + 1)}
    if len(found) > _STEP * _PIECE:
        found = {piece for piece in found if piece % _STEP == 0}
    return set(sorted(found)[:_MOST_PIECES])


def _same_anchor(
    old_left: list[int], new_left: list[int], old: list[Entry], new: list[Entry]
) -> Iterator[tuple[float, Pair]]:
    """Sections of one number: written anew they are still the same section."""
    places = {old[before].anchor: before for before in old_left if old[before].kind == "section"}
    for after in new_left:
        before = places.get(new[after].anchor)
        if before is None:
            continue
        both_empty = not old[before].text and not new[after].text
        if old[before].label or both_empty:
            yield 1.0, (before, after)
