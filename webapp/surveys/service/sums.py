"""Sums of scores of different people, none of which tells what one to four of them said.

What is hidden of a survey in a quarter stands in two kinds of sums. In that of all services it may
stand beside a survey that was hidden for it (`shielding`): five people or more are on each side of
that one, and it is in no other sum. In the sum of a survey's quarters hidden ones may stand
together once five people or more are on each side of them, and in that order for ever: what comes
later joins no sum that was told. So each of them could be five people more or fewer, whatever is
solved: what it would change in its quarter the shield takes up, in its row another quarter, and
there again that quarter's shield. (`tests/unit/surveys/test_no_cell_is_solved.py` solves it.) All
other sums are of what is told by itself.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from webapp.shared import disclosure
from webapp.surveys.rules.satisfaction import Attitude
from webapp.surveys.service.scores import Hidden, Score, added_up

Attitudes = Mapping[Attitude, Score]
_Scores = Iterable[Score | None]


def told_among(scores: _Scores) -> Score | None:
    """What is told by itself, added up; the rest is left out. None for none."""
    held = [one for one in scores if one]
    told = [one for one in held if not one.hidden.parts]
    return _of(told, [one for one in held if one.hidden.parts])


def joined(scores: _Scores) -> Score | None:
    """All of them added up, not told where one is not; surveys that are hidden for others alone
    are left out. None for none."""
    held = [one for one in scores if one]
    shields = [one for one in held if one.hidden.parts and one.is_shield]
    return _of([one for one in held if one not in shields], shields)


def over_services(scores: _Scores) -> Score | None:
    """Surveys of one quarter as one: what is told by itself, and what is hidden with its shield."""
    held = [one for one in scores if one]
    shields = {one.shield for one in held if one.is_shield}
    hidden = [one for one in held if one.hidden.parts and one.shield not in shields]
    told = [replace(one, hidden=Hidden()) for one in held if one not in hidden]
    return _of(told, hidden)


def over_quarters(scores: _Scores) -> Score | None:
    """A survey's quarters as one, the oldest first: what is told by itself, and what is hidden once
    there is enough of it on each side."""
    told: list[Score] = []
    waiting: list[Score] = []
    shields: list[Score] = []
    for one in scores:
        if one and not one.hidden.parts:
            told.append(one)
        elif one and one.is_shield:
            shields.append(one)
        elif one:
            waiting.append(one)
            if _hide_each_other(waiting):
                told += [replace(hidden, hidden=Hidden()) for hidden in waiting]
                waiting = []
    return _of(told, [*waiting, *shields])


def _hide_each_other(cells: Sequence[Score]) -> bool:
    """Whether the sum of hidden parts may be told: of two or more, with five people or more on
    each side."""
    sides = zip(*(one.hidden.people_on_sides for one in cells), strict=True)
    return len(cells) > 1 and all(sum(side) >= disclosure.FEWEST for side in sides)


def _of(told: Sequence[Score], rest: Sequence[Score]) -> Score | None:
    """The sum of what is told, with how many are left out; where nothing is told, of the rest."""
    if not told:
        return replace(_added(rest), shield=0) if rest else None
    found = _added(told)
    return replace(found, left_out=found.left_out + sum(one.people for one in rest))


def _added(held: Sequence[Score]) -> Score:
    found = added_up(held, sum(one.people for one in held))
    # Of hidden parts only that there are any goes on.
    return replace(found, hidden=found.hidden.uncounted)


def across_surveys(parts: Iterable[Attitudes]) -> dict[Attitude, Score]:
    """What the people of all surveys said in one quarter, attitude by attitude."""
    return _each(parts, over_services)


def across_quarters(parts: Iterable[Attitudes]) -> dict[Attitude, Score]:
    """What the people of one survey said in all quarters, the oldest first."""
    return _each(parts, over_quarters)


def across_sums(parts: Iterable[Attitudes]) -> dict[Attitude, Score]:
    """What is told by itself of several sums, attitude by attitude."""
    return _each(parts, told_among)


def across_versions(parts: Iterable[Attitudes]) -> dict[Attitude, Score]:
    """What the people of all versions of a survey said in one quarter."""
    return _each(parts, joined)


def _each(
    parts: Iterable[Attitudes], satisfied: Callable[[_Scores], Score | None]
) -> dict[Attitude, Score]:
    """Satisfaction in its own way; the others are told where all of their parts are, as nothing of
    them is hidden for others."""
    held = list(parts)
    ways = dict.fromkeys(Attitude, joined) | {Attitude.SATISFIED: satisfied}
    found = {attitude: ways[attitude](one.get(attitude) for one in held) for attitude in ways}
    return {attitude: one for attitude, one in found.items() if one}
