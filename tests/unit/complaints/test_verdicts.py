"""Whether a message was answered in time: what is assessed, what is missed, what is not."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from webapp.complaints.rules.clock import Count, Pause
from webapp.complaints.rules.figures import ALL, Cell, Figure, Way, figures_of
from webapp.complaints.rules.rounds import Mark, rounds_of
from webapp.complaints.rules.standard import FIRST
from webapp.complaints.rules.states import State
from webapp.complaints.rules.verdicts import Case, Measure, Office, Outcome, Verdict, verdicts

MONDAY = date(2026, 3, 2)
CLOSED = frozenset({date(2026, 3, 3)})
moments = st.builds(datetime.combine, st.dates(date(2026, 1, 1), date(2026, 6, 30)), st.times())


def at(day: int, hour: int = 10) -> datetime:
    """An hour of a day of March 2026; the 2nd is a Monday."""
    return datetime.combine(MONDAY + timedelta(days=day - 2), time(hour))


def judged(*marks, today, reply=None, closed=frozenset(), received=None):
    received = received or at(2)
    course = [Mark(State.RECEIVED, received), Mark(State.ACKNOWLEDGED, received)]
    rounds = rounds_of(received, [*course, *(Mark(*mark) for mark in marks)])
    office = Office(closed, lambda _day: FIRST, at(today).date())
    return verdicts(Case(rounds, reply), office)


@given(
    moments,
    st.integers(0, 60),
    st.integers(0, 12),
    st.lists(st.tuples(st.integers(1, 9000), st.integers(1, 9000)), max_size=3),
    st.frozensets(st.dates(date(2026, 1, 1), date(2026, 9, 30)), max_size=20),
)
def test_the_days_counted_are_within_a_limit_exactly_where_the_day_is(
    received, later, within, stretches, closed
):
    pauses, start = [], received
    for begin, length in stretches:
        begins = start + timedelta(minutes=begin)
        start = begins + timedelta(minutes=length)
        pauses.append(Pause(begins, start))
    count = Count(received, closed, FIRST.counting, pauses)
    day = received.date() + timedelta(days=later)
    assert (count.days_until(day) <= within) == (day <= count.limit_day(within))


def test_an_answer_on_the_third_working_day_is_in_time_and_on_the_fourth_missed():
    replied = judged((State.ANSWERED, at(5)), today=9, reply=at(3))
    assert replied == {Measure.FIRST: (Outcome.MET, 1), Measure.FINAL: (Outcome.MET, 3)}
    late = judged((State.ANSWERED, at(6)), today=9)
    assert late == {Measure.FIRST: (Outcome.MISSED, 4), Measure.FINAL: (Outcome.MISSED, 4)}


def test_a_day_on_which_offices_are_closed_is_not_counted():
    assert judged((State.ANSWERED, at(6)), today=9, closed=CLOSED)[Measure.FINAL].days == 3


def test_what_is_open_is_missed_once_its_day_is_past():
    assert judged(today=5)[Measure.FINAL] == (Outcome.PENDING, None)
    assert judged(today=6)[Measure.FINAL] == (Outcome.MISSED, None)


def test_the_acknowledgement_is_no_first_reply():
    assert judged((State.ACCEPTED, at(2, 11)), today=6)[Measure.FIRST] == (Outcome.MISSED, None)


def test_the_time_in_which_the_citizen_is_asked_is_not_counted():
    asked = [(State.EXAMINING, at(3)), (State.WAITING, at(3, 11))]
    waiting = judged(*asked, today=27, reply=at(3, 11))
    assert waiting == {Measure.FIRST: (Outcome.MET, 1), Measure.FINAL: (Outcome.PENDING, None)}
    heard = [*asked, (State.EXAMINING, at(18)), (State.ANSWERED, at(19))]
    assert judged(*heard, today=27, reply=at(3, 11))[Measure.FINAL] == (Outcome.MET, 2)


def test_a_question_after_the_due_day_does_not_undo_that_it_was_missed():
    asked = [(State.EXAMINING, at(9)), (State.WAITING, at(9, 11))]
    assert judged(*asked, today=10, reply=at(9, 11))[Measure.FINAL] == (Outcome.MISSED, None)


def test_what_is_taken_back_in_time_is_not_assessed_and_afterwards_missed():
    void = dict.fromkeys((Measure.FIRST, Measure.FINAL), (Outcome.VOID, None))
    assert judged((State.WITHDRAWN, at(5)), today=27) == void
    missed = dict.fromkeys((Measure.FIRST, Measure.FINAL), (Outcome.MISSED, None))
    assert judged((State.WITHDRAWN, at(6)), today=27) == missed


def test_a_reopened_message_is_assessed_again_and_the_first_answer_stays_what_it_was():
    again = [(State.ANSWERED, at(3)), (State.REOPENED, at(9))]
    assert judged(*again, today=12)[Measure.AGAIN] == (Outcome.PENDING, None)
    assert judged(*again, today=13)[Measure.AGAIN] == (Outcome.MISSED, None)
    answered = judged(*again, (State.ANSWERED, at(10)), (State.CLOSED, at(20)), today=27)
    assert answered[Measure.FINAL] == (Outcome.MET, 1)
    assert answered[Measure.AGAIN] == (Outcome.MET, 1)


def test_handing_over_a_changed_calendar_and_news_of_an_improvement_begin_no_round():
    course = [(State.ANSWERED, at(3)), (State.REOPENED, at(9))]
    handed = (State.REOPENED, at(12), "handed_over")
    recounted = (State.REOPENED, at(12), "calendar")
    improved = (State.REOPENED, at(12), "improvement")
    assert judged(*course, handed, recounted, improved, today=13) == judged(*course, today=13)


def figure(*cells) -> Figure:
    made = [Cell(Way.WHOLE, ALL, Measure.FINAL, *cell) for cell in cells]
    return figures_of(made)[Way.WHOLE][ALL][Measure.FINAL]


def test_nothing_to_assess_is_no_share_of_a_hundred_percent():
    found = figure((Outcome.PENDING, None, 7), (Outcome.VOID, None, 2))
    assert (found.assessed, found.percent, found.median) == (0, None, None)


def test_a_case_worked_by_hand():
    # 3 in one day, 4 in three, 2 in five, 1 open and late; 2 within their time.
    found = figure(
        (Outcome.MET, 1, 3), (Outcome.MET, 3, 4), (Outcome.MISSED, 5, 2),
        (Outcome.MISSED, None, 1), (Outcome.PENDING, None, 2),
    )  # fmt: skip
    assert (found.met, found.missed, found.undone, found.messages) == (7, 3, 1, 12)
    assert found.percent == 70
    assert found.median == 3
    assert found.distribution() == [0, 3, 0, 4, 2, 0, 0]


def test_what_is_undone_is_longer_than_any_number_of_days():
    assert figure((Outcome.MET, 1, 2), (Outcome.MISSED, None, 1)).median == 1
    assert figure((Outcome.MET, 1, 1), (Outcome.MISSED, None, 1)).median is None


outcomes = st.one_of(
    st.tuples(st.sampled_from([Outcome.MET, Outcome.MISSED]), st.integers(0, 30)),
    st.tuples(st.sampled_from([Outcome.MISSED, Outcome.PENDING, Outcome.VOID]), st.none()),
)


@given(st.lists(outcomes, min_size=1, max_size=60))
def test_every_message_is_counted_once_and_the_median_is_that_of_a_sorted_list(found):
    counted = figure(*((outcome, days, 1) for outcome, days in found))
    assert counted.messages == len(found)
    done = [days for _outcome, days in found if days is not None]
    assert sum(counted.distribution()) == len(done)
    late = sum(one == (Outcome.MISSED, None) for one in found)
    ordered = sorted(done) + [10**6] * late
    if ordered:
        middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
        assert counted.median == (middle if middle < 1000 else None)


def test_of_several_rounds_the_gravest_stands():
    met, late = Verdict(Outcome.MET, 2), Verdict(Outcome.MISSED, 9)
    answers = [(State.ANSWERED, at(3)), (State.REOPENED, at(9)), (State.ANSWERED, at(20))]
    twice = [*answers, (State.REOPENED, at(23)), (State.ANSWERED, at(25))]
    assert judged(*twice, today=27)[Measure.AGAIN] == late
    assert judged(*answers[:2], (State.ANSWERED, at(11)), today=27)[Measure.AGAIN] == met
