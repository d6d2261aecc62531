"""Cells of a table of choices: which are hidden, so that no difference tells one to four people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.shared.disclosure import FEWEST, hidden_cells


@pytest.mark.parametrize(
    ("steps", "hidden"),
    [
        ({1: 0, 2: 0, 3: 5, 4: 7, 5: 9}, set()),
        # The few themselves, and the next, from which the whole would tell them.
        ({1: 0, 2: 2, 3: 5, 4: 7, 5: 9}, {2, 3}),
        # Two who are few together are a group of few.
        ({1: 1, 2: 2, 3: 5, 4: 7}, {1, 2, 3}),
        # Two who are enough together need no third.
        ({1: 2, 2: 3, 3: 5, 4: 7}, {1, 2}),
        ({1: 20, 2: 1}, {1, 2}),
        ({1: 5, 2: 0}, set()),
    ],
)
def test_who_is_few_is_hidden_with_what_would_tell_them(steps, hidden):
    assert hidden_cells(steps, sum(steps.values()), is_exclusive=True) == hidden


def test_of_several_choices_a_person_what_nearly_all_chose_tells_who_did_not():
    assert hidden_cells({1: 9, 2: 6, 3: 2, 4: 0, 5: 10}, 10, is_exclusive=False) == {1, 2, 3}


def test_what_was_hidden_together_does_not_grow_by_few():
    """Hidden before: 1 and 2, five people together. One more of them would show by the whole."""
    steps = {1: 3, 2: 3, 3: 5, 4: 6}
    assert hidden_cells(steps, 12, is_exclusive=True, unknown={1, 2}) == {1, 2, 3}


STEPS = st.dictionaries(st.integers(1, 6), st.integers(0, 12), min_size=2)


@given(STEPS.filter(lambda steps: sum(steps.values()) >= FEWEST))
def test_nothing_shown_and_nothing_left_over_is_of_one_to_four(steps):
    hidden = hidden_cells(steps, sum(steps.values()), is_exclusive=True)
    shown = [count for cell, count in steps.items() if cell not in hidden]
    assert not any(0 < count < FEWEST for count in [*shown, sum(steps.values()) - sum(shown)])
    assert len(hidden) != 1
