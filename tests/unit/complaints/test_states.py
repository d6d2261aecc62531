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
    way_to,
    within_reach,
)


def test_the_published_course_leads_from_receipt_to_closing():
    state = State.RECEIVED
    for move in (Move.ACKNOWLEDGE, Move.ACCEPT, Move.EXAMINE, Move.ASK, Move.HEAR, Move.ANSWER,
                 Move.CLOSE):  # fmt: skip
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
        (State.WAITING, Move.ANSWER),
        (State.WITHDRAWN, Move.REOPEN),
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
        assert walked[-2] in {Move.ANSWER, Move.REFER, Move.DECLINE}


def test_a_quick_answer_is_accepted_and_examined_on_the_way():
    assert way_to(State.ACKNOWLEDGED, Move.ANSWER) == [Move.ACCEPT, Move.EXAMINE, Move.ANSWER]
    assert way_to(State.REOPENED, Move.ASK) == [Move.ACCEPT, Move.EXAMINE, Move.ASK]
    assert way_to(State.ACKNOWLEDGED, Move.REFER) == [Move.REFER]
    with pytest.raises(MoveNotAllowed):
        way_to(State.WAITING, Move.ANSWER)


@pytest.mark.parametrize("state", list(State))
def test_what_is_within_reach_can_be_walked(state):
    for move in within_reach(state):
        reached = state
        for made in way_to(state, move):
            reached = after(reached, made)


@pytest.mark.parametrize("state", sorted(set(State) - {State.WITHDRAWN}))
def test_every_state_but_what_was_taken_back_has_a_way_on(state):
    assert allowed(state)


@pytest.mark.parametrize("state", sorted(set(State) - {State.WITHDRAWN}))
def test_a_citizen_can_always_either_add_or_reopen(state):
    assert can_add(state) is (Move.REOPEN not in allowed(state))
    assert can_add(state) is (state in OWED)


def test_only_the_officer_who_took_it_up_sees_who_wrote():
    assert may_see_person(3, 3)
    assert not may_see_person(3, 4)
    assert not may_see_person(None, None)
