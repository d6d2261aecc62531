"""What holds for every log: random walks of bills over the machine."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.bills.logs import SESSIONS, TODAY
from webapp.bills.rules.clock import Calendar, deadline
from webapp.bills.rules.kinds import BillKind, House
from webapp.bills.rules.machine import allowed_steps, check_step
from webapp.bills.rules.paths.by_kind import landing_of, moves_of
from webapp.bills.rules.paths.move import Whither
from webapp.bills.rules.refusals import NEVER_LIFTED, StepNotAllowed
from webapp.bills.rules.stages import FINAL_STAGES, Stage
from webapp.bills.rules.steps import Result, Step, StepKind
from webapp.bills.rules.trail import (
    Trail,
    advance,
    explain_gaps,
    follow,
    open_moves,
    stage_after,
)

kinds = st.sampled_from(list(BillKind))
any_step = st.builds(
    Step,
    kind=st.sampled_from(list(StepKind)),
    on=st.dates(date(2022, 5, 22), date(2023, 12, 31)),
    days=st.one_of(st.none(), st.integers(1, 40)),
)


@st.composite
def histories(draw):
    """A kind of bill and a log that the machine let through, each step drawn from those offered."""
    kind = draw(kinds)
    steps: list[Step] = []
    day = date(2022, 5, 22)
    for _ in range(draw(st.integers(0, 14))):
        offered = allowed_steps(kind, steps)
        if not offered:
            break
        day += timedelta(days=draw(st.integers(0, 40)))
        step = Step(draw(st.sampled_from(offered)).kind, day, days=draw(st.integers(1, 30)))
        try:
            check_step(kind, steps, step, today=TODAY, sessions=SESSIONS)
        except StepNotAllowed:
            continue
        steps.append(step)
    return kind, steps


def outcome(call, *args, **kwargs):
    """What a call returns, or the refusal it raises."""
    try:
        return call(*args, **kwargs), None
    except StepNotAllowed as refused:
        return None, refused


def may_reach(kind):
    """Each line of a kind's path by its step and the stage it is taken from."""
    return {(move.step, source): move for move in moves_of(kind) for source in move.sources}


@given(histories())
def test_every_accepted_step_is_a_line_of_the_path_with_its_section(history):
    kind, steps = history
    table = may_reach(kind)
    for mark in follow(kind, steps).marks:
        assert (mark.step.kind, mark.before) in table
        assert mark.section


@given(histories(), any_step)
def test_a_step_that_is_not_offered_is_refused(history, step):
    kind, steps = history
    if step.kind in {offered.kind for offered in allowed_steps(kind, steps)}:
        return
    with pytest.raises(StepNotAllowed):
        check_step(kind, steps, step, today=TODAY, sessions=SESSIONS)


@given(histories(), any_step)
def test_an_offered_step_within_its_days_is_accepted(history, step):
    kind, steps = history
    calendar = Calendar(SESSIONS, TODAY)
    offered = {option.kind: option for option in allowed_steps(kind, steps, None, calendar)}
    option = offered.get(step.kind)
    last = follow(kind, steps).last_on or step.on
    if option is None or option.clock_unknown or step.kind is StepKind.SENATE_TIME_EXTENDED:
        return
    step = replace(step, on=max(step.on, last, option.not_before or step.on))
    if option.not_after and step.on > option.not_after:
        with pytest.raises(StepNotAllowed):
            check_step(kind, steps, step, today=TODAY, sessions=SESSIONS)
        return
    assert check_step(kind, steps, step, today=TODAY, sessions=SESSIONS) in Stage


@given(histories())
def test_withdrawing_the_last_step_restores_the_stage_before(history):
    kind, steps = history
    for end in range(1, len(steps) + 1):
        corrected = [*steps[: end - 1], replace(steps[end - 1], withdrawn=True)]
        assert stage_after(kind, corrected) == stage_after(kind, steps[: end - 1])
        before = deadline(kind, steps[: end - 1], SESSIONS, today=TODAY)
        assert deadline(kind, corrected, SESSIONS, today=TODAY) == before


@given(histories())
def test_the_same_log_always_leads_to_the_same_stage(history):
    kind, steps = history
    assert stage_after(kind, steps) == stage_after(kind, list(steps)) == follow(kind, steps).stage


@given(histories())
def test_a_final_stage_offers_nothing_and_any_other_offers_something(history):
    kind, steps = history
    stage = stage_after(kind, steps)
    offered = allowed_steps(kind, steps)
    if stage in FINAL_STAGES:
        assert offered == []
    elif stage is not Stage.LAPSED:
        assert offered


@given(histories(), any_step)
def test_an_exception_lifts_everything_but_kind_future_and_order(history, step):
    kind, steps = history
    step = replace(step, exception_reason="the record is incomplete")
    last = follow(kind, steps).last_on
    in_order = last is None or step.on >= last
    after, refused = outcome(check_step, kind, steps, step, today=TODAY, sessions=SESSIONS)
    if refused:
        assert refused.reason in NEVER_LIFTED or not in_order
        return
    landing = landing_of(kind, step.kind)
    assert isinstance(landing, Whither) or after in {
        move.to for move in moves_of(kind) if move.step == step.kind
    }


@given(kinds, st.lists(any_step, max_size=12))
def test_a_history_with_gaps_is_explained_or_refused_but_never_changed(kind, steps):
    steps.sort(key=lambda step: step.on)
    explained, refused = outcome(explain_gaps, kind, steps, "the record is incomplete")
    if refused:
        assert landing_of(kind, refused.step) is None
        return
    assert [(step.kind, step.on) for step in explained] == [(s.kind, s.on) for s in steps]
    assert stage_after(kind, explained) in Stage


@given(histories())
def test_a_history_without_gaps_gets_no_exceptions(history):
    kind, steps = history
    assert explain_gaps(kind, steps, "the record is incomplete") == steps


@pytest.mark.parametrize("kind", list(BillKind))
def test_every_stage_of_a_kind_can_be_reached_from_the_beginning(kind):
    """Walk the tables, ignoring what a clock asks, and meet every stage that they name."""
    frontier = [Trail(kind)]
    seen = set()
    while frontier:
        trail = frontier.pop()
        for move in open_moves(trail):
            longer = advance(trail, Step(move.step, date(2022, 5, 22)))
            inside = frozenset(step.kind for step in longer.since_entry())
            key = (longer.stage, longer.back.get(longer.stage), inside)
            if key not in seen:
                seen.add(key)
                frontier.append(longer)
    named = {move.to for move in moves_of(kind) if isinstance(move.to, Stage)}
    assert named <= {stage for stage, _, _ in seen}


def test_every_kind_of_step_belongs_to_some_path_and_names_who_takes_it():
    used = {move.step for kind in BillKind for move in moves_of(kind)}
    assert used == set(StepKind)
    assert StepKind.SENATE_R3_AMENDED.house is House.SENATE
    assert StepKind.SENATE_R3_AMENDED.reading == 3
    assert StepKind.SENATE_R3_AMENDED.result is Result.AMENDED
    assert StepKind.JOINT_R1_REJECTED.house is House.JOINT
    assert StepKind.JOINT_R1_REJECTED.result is Result.REJECTED
    assert StepKind.HOUSE_NOT_CONFIRMED.result is Result.REJECTED
    assert StepKind.HOUSE_APPROVED_JOINT_REPORT.result is Result.APPROVED
    assert StepKind.JOINT_COMMITTEE_REPORTED.house is House.JOINT_COMMITTEE
    assert StepKind.MONEY_BILL_NOT_FOUND.result is Result.DONE
    assert StepKind.OPINION_NO_OBJECTION.result is Result.APPROVED
    assert StepKind.GAZETTED.house is House.GAZETTE
