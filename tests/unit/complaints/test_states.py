"""The course of a message: only the published moves, and always a way on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.complaints.rules.states import (
    OWED,
    Move,
    MoveNotAllowed,
    State,
    after,
    allowed,
    can_add,
    may_see_person,
)


def test_the_published_course_leads_from_receipt_to_closing():
    state = State.RECEIVED
    for move in (Move.ACKNOWLEDGE, Move.TAKE_UP, Move.REFER, Move.ANSWER, Move.CLOSE):
        state = after(state, move)
    assert state is State.CLOSED


@pytest.mark.parametrize(
    ("state", "move"),
    [
        (State.RECEIVED, Move.ANSWER),
        (State.ACKNOWLEDGED, Move.CLOSE),
        (State.EXAMINING, Move.CLOSE),
        (State.EXAMINING, Move.REOPEN),
        (State.CLOSED, Move.ANSWER),
        (State.REOPENED, Move.ANSWER),
    ],
)
def test_a_move_from_the_wrong_state_is_refused(state, move):
    with pytest.raises(MoveNotAllowed):
        after(state, move)


@given(st.lists(st.sampled_from(Move), max_size=12))
def test_nothing_is_closed_without_an_answer_or_a_referral(moves):
    state, walked = State.RECEIVED, []
    for move in moves:
        if move in allowed(state):
            state = after(state, move)
            walked.append(move)
    if state is State.CLOSED:
        assert walked[-2] in {Move.ANSWER, Move.REFER}


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_a_way_on(state):
    assert allowed(state)


@pytest.mark.parametrize("state", list(State))
def test_a_citizen_can_always_either_add_or_reopen(state):
    assert can_add(state) is (Move.REOPEN not in allowed(state))
    assert can_add(state) is (state in OWED)


def test_only_the_officer_who_took_it_up_sees_who_wrote():
    assert may_see_person(3, 3)
    assert not may_see_person(3, 4)
    assert not may_see_person(None, None)
