"""Improvements: what comes first, and how one ends."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.improvement.rules import (
    FOLLOWED_UP,
    NEXT,
    Rank,
    State,
    counts,
    in_order,
    success,
)

OLD, NEW = date(2026, 1, 5), date(2026, 2, 5)
RANKS = st.builds(Rank, st.integers(1, 3), st.integers(1, 3), st.dates())


def test_urgent_times_important_decides():
    assert in_order([Rank(3, 1, OLD), Rank(2, 2, NEW)]) == [Rank(2, 2, NEW), Rank(3, 1, OLD)]


def test_with_equal_points_the_more_urgent_comes_first_then_the_older():
    assert in_order([Rank(2, 3, OLD), Rank(3, 2, NEW)])[0].urgent == 3
    assert in_order([Rank(2, 2, NEW), Rank(2, 2, OLD)])[0].proposed_on == OLD


@given(st.lists(RANKS))
def test_nothing_with_more_points_stands_behind(ranks):
    points = [rank.points for rank in in_order(ranks)]
    assert points == sorted(points, reverse=True)
    assert len(points) == len(ranks)


@pytest.mark.parametrize(("urgent", "important"), [(0, 1), (4, 1), (1, 0), (1, 4)])
def test_points_outside_the_scale_are_refused(urgent, important):
    with pytest.raises(ValueError, match="use 1 to 3"):
        Rank(urgent, important, OLD)


def ways(state):
    """Return every way from a state to an end."""
    if not NEXT[state]:
        return [[state]]
    return [[state, *way] for following in NEXT[state] for way in ways(following)]


def test_every_way_ends_with_telling_the_people_who_asked():
    found = ways(State.PROPOSED)
    assert len(found) == 4
    assert {way[-1] for way in found} == {State.TOLD_BACK}


def test_what_stands_in_the_plan_is_followed_up_until_it_is_done_or_declined():
    assert FOLLOWED_UP == (State.PLANNED, State.UNDER_WAY)
    assert all(State.DECLINED in NEXT[state] for state in FOLLOWED_UP)


def test_success_counts_every_target_that_is_due():
    assert success(3, 4) == 75
    assert success(0, 2) == 0
    assert success(0, 0) is None
    with pytest.raises(ValueError, match="5 of 4"):
        success(5, 4)


def test_a_target_counts_that_was_set_before_its_quarter_began():
    begins = date(2026, 4, 1)
    assert counts("Ten", date(2026, 3, 31), begins)
    assert counts("Ten", None, begins), "those from before the day was kept"
    assert not counts("Ten", begins, begins)
    assert not counts("", date(2026, 3, 31), begins)
