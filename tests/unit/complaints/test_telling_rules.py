"""What an officer has to tell by telephone or letter counts once it is told, and is owed in time."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.complaints.rules.alerts import SECRETARY_GENERAL, Alert, addresses_of
from webapp.complaints.rules.alerts import telling_alert_owed as owed
from webapp.complaints.rules.channels import ReplyBy, TellBy, tell_by
from webapp.complaints.rules.clock import Count, StandsStill
from webapp.complaints.rules.drafts import Question, questions
from webapp.complaints.rules.rounds import Mark, pauses_of, rounds_of
from webapp.complaints.rules.standard import FIRST
from webapp.complaints.rules.states import State
from webapp.complaints.rules.verdicts import Case, Measure, Office, Outcome, verdicts

MONDAY = date(2026, 3, 2)


def at(day: int, hour: int = 10) -> datetime:
    """An hour of a day of March 2026; the 2nd is a Monday."""
    return datetime.combine(MONDAY + timedelta(days=day - 2), time(hour))


def typed(state: State, day: int, told: datetime | None) -> Mark:
    """A step that an officer typed at ten, and told the person of at `told`, or not yet."""
    return Mark(state, at(day), by_hand=True, told_at=told)


def final(*marks: Mark, today: int):
    course = [Mark(State.RECEIVED, at(2)), Mark(State.ACKNOWLEDGED, at(2)), *marks]
    office = Office(frozenset(), lambda _day: FIRST, at(today).date())
    return verdicts(Case(rounds_of(at(2), course), None), office)[Measure.FINAL]


def test_an_answer_typed_in_time_and_told_on_the_fourth_working_day_is_late():
    # Received on Monday the 2nd, typed on Wednesday, told on Friday: the limit was Thursday.
    assert final(typed(State.ANSWERED, 4, at(6)), today=9) == (Outcome.MISSED, 4)
    assert final(typed(State.ANSWERED, 4, at(5)), today=9) == (Outcome.MET, 3)
    assert final(Mark(State.ANSWERED, at(4)), today=9) == (Outcome.MET, 2)


def test_an_answer_that_nobody_was_told_is_owed_until_it_is_missed():
    untold = typed(State.ANSWERED, 4, None)
    assert final(untold, today=5) == (Outcome.PENDING, None)
    assert final(untold, Mark(State.CLOSED, at(5), by_hand=True), today=6) == (Outcome.MISSED, None)


def test_the_clock_runs_until_the_question_is_told():
    # Asked on Tuesday, told on Thursday morning, heard on Monday the 9th, answered on Tuesday: the
    # 3rd, the 4th, the 9th and the 10th count. By letter at once only the 9th and the 10th would.
    heard, answered = Mark(State.EXAMINING, at(9)), Mark(State.ANSWERED, at(10))
    asked = typed(State.WAITING, 3, at(5, 9))
    assert final(asked, heard, answered, today=11) == (Outcome.MISSED, 4)
    assert final(Mark(State.WAITING, at(3)), heard, answered, today=11) == (Outcome.MET, 2)


def test_a_question_told_after_all_was_over_held_nothing_up():
    asked = typed(State.WAITING, 3, at(9))
    assert pauses_of([asked, Mark(State.EXAMINING, at(5))]) == []
    assert pauses_of([typed(State.WAITING, 3, None)]) == []


@given(st.integers(0, 9000), st.integers(0, 9000), st.integers(1, 20_000))
def test_telling_later_never_gives_the_office_more_time(first, longer, until_heard):
    asked = at(2, 12)

    def due(told: datetime) -> date:
        heard = Mark(State.EXAMINING, asked + timedelta(minutes=until_heard))
        marks = [Mark(State.WAITING, asked, by_hand=True, told_at=told), heard]
        return Count(at(2), frozenset(), FIRST.counting, pauses_of(marks)).limit_day(3)

    soon = asked + timedelta(minutes=first)
    assert due(soon + timedelta(minutes=longer)) <= due(soon)


def test_while_a_question_waits_to_be_told_the_clock_does_not_stand_still():
    untold = pauses_of([typed(State.WAITING, 3, None)])
    assert Count(at(2), frozenset(), FIRST.counting, untold).limit_day(3) == date(2026, 3, 5)
    told = pauses_of([typed(State.WAITING, 3, at(3))])
    with pytest.raises(StandsStill):
        Count(at(2), frozenset(), FIRST.counting, told).limit_day(3)


@pytest.mark.parametrize(
    ("chosen", "by_line", "by_mail", "by_hand", "told"),
    [
        (ReplyBy.PAGE, True, True, True, TellBy.PAGE),
        (ReplyBy.MAIL, False, True, True, TellBy.MAIL),
        (ReplyBy.CALL, False, True, True, TellBy.OFFICER),
        (ReplyBy.LETTER, False, True, False, TellBy.PAGE),
        (ReplyBy.LINE, True, True, True, TellBy.LINE),
        (ReplyBy.LINE, False, True, True, TellBy.MAIL),
        (ReplyBy.LINE, False, False, True, TellBy.OFFICER),
        (ReplyBy.LINE, False, False, False, TellBy.PAGE),
    ],
)
def test_a_person_is_told_by_the_way_chosen_and_by_another_only_where_line_is_not_linked(
    chosen, by_line, by_mail, by_hand, told
):
    assert tell_by(chosen, by_line=by_line, by_mail=by_mail, by_hand=by_hand) is told


def test_who_is_not_told_in_time_is_the_bureaus_matter_and_then_the_top_s():
    due, far = date(2026, 3, 3), date(2026, 3, 6)
    assert owed(due, due, far) is None
    assert owed(date(2026, 3, 4), due, far) is Alert.UNTOLD
    assert owed(date(2026, 3, 7), due, far) is Alert.UNTOLD_LONG
    assert addresses_of(Alert.UNTOLD, "central") == ["central"]
    assert addresses_of(Alert.UNTOLD_LONG, "central") == ["central", SECRETARY_GENERAL]


def test_a_number_is_asked_for_only_of_who_chose_to_be_called_or_written_to():
    assert Question.CONTACT not in questions({"reply_by": "mail"})
    assert Question.CONTACT in questions({"reply_by": "letter"})
    assert Question.CONTACT in questions({"contact": "02 831 9000"}), "it has to be taken out"
    anonymous = {"identity": "anonymous", "reply_by": "page"}
    assert Question.REACH not in questions(anonymous)
    assert Question.REACH in questions({**anonymous, "reply_by": "call"})
