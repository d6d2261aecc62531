"""The two ends of a scale: which of them, and which of its points, may be told at each edition.

Satisfied are the points 4 and 5, dissatisfied 1 and 2. How many people stand at an end is told
where nobody or five people and more do, and as many do not, of those who are new since it was told
last; a point is told by the same bound among the points of its end. From what is told here every
percentage, range and average is computed, so that people times percent never tell what one to four
chose. Plain counts; `choices` keeps them.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from webapp.shared import disclosure
from webapp.surveys.rules.satisfaction import DISSATISFIED, POINTS, SATISFIED

TOP, BOTTOM = 5, 1
_ENDS = {TOP: SATISFIED, BOTTOM: DISSATISFIED}
# Which ends may be told, the best first: the lower one never alone.
_CHOICES = ((TOP, BOTTOM), (TOP,), ())
Counts = Mapping[int, int]


class Plan(NamedTuple):
    """Which points are hidden, and which ends are not told."""

    hidden: set[int]
    untold: set[int]


def at_ends(counts: Counts) -> dict[int, int]:
    """How many stand at each end of a scale."""
    return {end: sum(counts.get(point, 0) for point in _ENDS[end]) for end in _ENDS}


def plan(
    steps: Counts,
    ends: Counts,
    people: int,
    unknown: Collection[int] = (),
    untold: Collection[int] = (),
) -> Plan:
    """What of a scale may be told anew.

    `steps`, `people`, `unknown`: as for `disclosure.hidden_cells`; `ends`: how many more stand at
    each end; `untold`: ends that are not told, or were not told before and never are again.
    """
    for told in _CHOICES:
        hidden = None if set(told) & set(untold) else _hidden(steps, ends, people, unknown, told)
        if hidden is not None:
            return Plan(hidden, set(_ENDS) - set(told))
    # All five points together, of five people or more, can always be hidden.
    return Plan(set(steps), set(_ENDS))


def hides_end(hidden: set[int], steps: Counts, end: int) -> set[int]:
    """The hidden points with as few others as keep this end from being told by the rest: points of
    five people or more at the end and as many elsewhere, or all there are.

    `steps`: how many more people chose each point than is known.
    """
    found = set(hidden)
    for inside in (True, False):
        points = [p for p, n in steps.items() if p > 0 and n and (p in _ENDS[end]) == inside]
        for point in sorted(points, key=lambda point: (steps[point], point)):
            if sum(steps[one] for one in found.intersection(points)) >= disclosure.FEWEST:
                break
            found.add(point)
    return found


def _hidden(
    steps: Counts, ends: Counts, people: int, unknown: Collection[int], told: Collection[int]
) -> set[int] | None:
    """The points to hide where these ends are told; None where that tells what few chose."""
    hidden: set[int] = set()
    for points, size in _blocks(ends, people, told):
        if 0 < size < disclosure.FEWEST:
            return None
        mine = {point: steps[point] for point in points if point in steps}
        before = [point for point in unknown if point in points]
        found = disclosure.hidden_cells(mine, size, is_exclusive=True, unknown=before)
        if told and not disclosure.is_hidden_well(mine, size, found, before):
            return None
        hidden |= found
    return hidden


def _blocks(ends: Counts, people: int, told: Collection[int]) -> list[tuple[frozenset[int], int]]:
    """The points that stand together, with how many more people chose one of them."""
    blocks = [(_ENDS[end], ends[end]) for end in told]
    rest = frozenset(POINTS).difference(*(points for points, _size in blocks))
    return [*blocks, (rest, people - sum(size for _points, size in blocks))]
