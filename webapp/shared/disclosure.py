"""What may be shown of answers, so that no figure, and no difference of two, is of a few people.

Answers are let out in blocks that never change again. The whole moves on when five people or more
have answered since. The groups (point of service, segment, channel) are let out for a larger lot at
once: of each way to group, a group of fewer than five goes into the remainder, the remainder has
nobody or five people or more, and neither a group nor a remainder lies in another one or in a
stretch of time, nor do two of them fill the whole, with one to four people left over. How many
chose each answer is told by the same bound (`hidden_cells`). Plain Python.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations, groupby

# Fewer people than this are never shown by themselves (the issue's own bound for this service).
FEWEST = 5
# A lot this large is let out even where some of its groups are too small to be shown.
LARGE_LOT = 100
# The key of those whose group is too small to be shown.
REMAINDER = ""
Groups = dict[str, set[int]]


def groups_of(keys: Mapping[int, str]) -> Groups:
    """People by their group; `keys` says the group of each person of a lot."""
    groups: Groups = {}
    for person, key in keys.items():
        groups.setdefault(key, set()).add(person)
    return groups


def is_ready(lot: Iterable[Groups], size: int, is_over: bool) -> bool:
    """Whether a lot's groups may be let out: all large enough, or the lot is, or time is up."""
    if size < FEWEST:
        return False
    whole = all(len(group) >= FEWEST for groups in lot for group in groups.values())
    return whole or size >= LARGE_LOT or is_over


def protected(
    lot: Mapping[str, Groups], shown: Iterable[set[int]] = (), blocks: Sequence[set[int]] = ()
) -> dict[str, Groups]:
    """The groups that may be shown, with what may not under REMAINDER.

    `lot`: the groups by each way to group the same people. `shown`: people of that lot that other
    figures have shown. `blocks`: the lot divided, five people or more at a time, as the whole moved
    on by them, in that order; the difference of two whole figures has shown each run of these.
    """
    safe = {way: _merged(groups) for way, groups in lot.items()}
    spans = {frozenset(span) for span in shown}
    while hidden := _nested(safe, spans, blocks):
        way, key = hidden
        groups = safe[way]
        groups[REMAINDER] = groups.get(REMAINDER, set()) | groups.pop(key)
        safe[way] = _merged(groups)
    return safe


def _merged(groups: Groups) -> Groups:
    """Small groups put into the remainder, and the smallest others too until it has five people."""
    merged = {key: set(people) for key, people in groups.items()}
    rest = merged.pop(REMAINDER, set())
    for key in [key for key, people in merged.items() if len(people) < FEWEST]:
        rest |= merged.pop(key)
    while 0 < len(rest) < FEWEST and merged:
        rest |= merged.pop(min(merged, key=lambda key: (len(merged[key]), key)))
    return {**merged, **({REMAINDER: rest} if rest else {})}


def _nested(
    safe: Mapping[str, Groups], spans: Iterable[frozenset[int]], blocks: Sequence[set[int]]
) -> tuple[str, str] | None:
    """A group to put into its remainder, as one to four people stand between it and another set."""
    named = [(way, key, people) for way, groups in safe.items() for key, people in groups.items()]
    everyone = set().union(*(people for _way, _key, people in named))
    for (way, key, people), (other, other_key, others) in combinations(named, 2):
        if way != other and _is_told_apart(people, others, everyone):
            return _foldable(safe, [(way, key), (other, other_key)])
    for way, key, people in named:
        near = any(_is_told_apart(people, span, everyone) for span in spans)
        if near or _is_near_a_run(people, everyone, blocks):
            return _foldable(safe, [(way, key)])
    return None


def _is_near_a_run(people: set[int], everyone: set[int], blocks: Sequence[set[int]]) -> bool:
    """Whether people, or what they leave of the whole, and a run of blocks have few between them.

    A block is of FEWEST or more, so that of all runs around these people only the shortest can be
    near, and of those within them only the longest: n blocks have n² runs of up to n blocks.
    """
    return any(
        too_near(held, set().union(*run))
        for held in (people, everyone - people)
        for run in [_around(held, blocks), *_within(held, blocks)]
        if 0 < len(run) < len(blocks)
    )


def _around(people: set[int], blocks: Sequence[set[int]]) -> Sequence[set[int]]:
    """The shortest run of blocks that holds all these people."""
    touched = [place for place, block in enumerate(blocks) if not people.isdisjoint(block)]
    return blocks[touched[0] : touched[-1] + 1] if touched else []


def _within(people: set[int], blocks: Sequence[set[int]]) -> list[list[set[int]]]:
    """The longest runs of blocks that lie wholly in these people."""
    runs = groupby(blocks, key=people.issuperset)
    return [list(run) for is_within, run in runs if is_within]


def _is_told_apart(one: set[int], other: Iterable[int], everyone: set[int]) -> bool:
    """Whether two sets, or one and what the other leaves of the whole, have so few between them."""
    return too_near(one, other) or too_near(one, everyone - set(other))


def _foldable(
    safe: Mapping[str, Groups], found: Iterable[tuple[str, str]]
) -> tuple[str, str] | None:
    """The first of these groups that is no remainder; else the smallest beside a remainder."""
    pairs = list(found)
    for way, key in pairs:
        if key != REMAINDER:
            return way, key
    for way, _key in pairs:
        others = [key for key in safe[way] if key != REMAINDER]
        if others:
            return way, min(others, key=lambda key: (len(safe[way][key]), key))
    return None


def too_near(one: Iterable[int], other: Iterable[int]) -> bool:
    """Whether one lies within the other and one to four people are left over."""
    first, second = set(one), set(other)
    within = first <= second or second <= first
    return within and 0 < len(first ^ second) < FEWEST


def hidden_cells(
    steps: Mapping[int, int], people: int, is_exclusive: bool, unknown: Collection[int] = ()
) -> set[int]:
    """Which cells of a table may not be told, by how many people each would be told of anew.

    `steps`: of each cell how many more people than were told before, of one that was hidden
    (`unknown`) how many in all; `people`: how many more answered. Where each person is in one cell
    (`is_exclusive`), what is hidden can be told from the whole by the rest: it is then two cells or
    more, of five people or more, and so is its step. Else a cell is hidden as well where what it
    leaves of all is few.
    """
    hidden = {cell for cell, count in steps.items() if 0 < count < FEWEST}
    if not is_exclusive:
        return hidden | {cell for cell, count in steps.items() if 0 < people - count < FEWEST}
    others = sorted(steps.keys() - hidden, key=lambda cell: (steps[cell], cell))
    others = [cell for cell in others if steps[cell]]
    while others and not _is_enough(steps, people, hidden, unknown):
        hidden.add(others.pop(0))
    return hidden


def is_few(count: int, people: int) -> bool:
    """Whether one to four of the people chose it, or one to four did not."""
    return 0 < count < FEWEST or 0 < people - count < FEWEST


def untold_shares(parts: Mapping[int, tuple[int, int]]) -> set[int]:
    """The parts of a whole whose share may not be told beside that of the whole.

    `parts`: of each how many chose it, and how many people there are. Not told are those of few
    (`is_few`), with others, the smallest first, until together they are of five or more and each
    could be another's. One that nobody chose, or everybody, hides nothing.
    """
    untold = {part for part, (count, people) in parts.items() if is_few(count, people)}
    divided = {part for part, (count, people) in parts.items() if 0 < count < people}
    others = sorted(divided - untold, key=lambda part: (parts[part][1], part))
    while untold and others and not _is_safe_together([parts[part] for part in untold]):
        untold.add(others.pop(0))
    return untold


def _is_safe_together(parts: Collection[tuple[int, int]]) -> bool:
    count, people = (sum(one) for one in zip(*parts, strict=True))
    return len(parts) > 1 and not is_few(count, people)


def is_hidden_well(
    steps: Mapping[int, int], people: int, hidden: set[int], unknown: Collection[int] = ()
) -> bool:
    """Whether what `hidden_cells` hides, one person in one cell, is hidden by the rest."""
    return _is_enough(steps, people, hidden, unknown)


def _is_enough(
    steps: Mapping[int, int], people: int, hidden: set[int], unknown: Collection[int]
) -> bool:
    """Whether what is hidden, and its step since it was told last, is nobody or five and more."""
    count = sum(steps[cell] for cell in hidden)
    known = sum(count for cell, count in steps.items() if cell not in {*hidden, *unknown})
    is_wide = not hidden or (len(hidden) > 1 and count >= FEWEST)
    return is_wide and not 0 < people - known < FEWEST
