"""The clock on cases worked out by hand."""

from datetime import date

import pytest

from tests.unit.bills.logs import (
    SESSIONS,
    TO_APPROVAL,
    TO_JOINT_R3,
    TO_SENATE,
    TO_SENATE_R3,
    K,
    daily,
    log,
)
from webapp.bills.rules.clock import Unknown, deadline, deemed_approved_on
from webapp.bills.rules.kinds import BillKind
from webapp.bills.rules.limits.limit import Effect, Unit
from webapp.bills.rules.sessions import Session
from webapp.bills.rules.steps import Step

ORDINARY = BillKind.ORDINARY


def in_senate(arrival):
    return [*daily(TO_SENATE[:-1], date(2022, 5, 1)), Step(K.SENATE_RECEIVED, arrival)]


def test_sixty_session_days_within_one_session():
    found = deadline(ORDINARY, in_senate(date(2022, 5, 23)), SESSIONS, today=date(2022, 6, 1))
    assert found.due == date(2022, 7, 21)
    assert (found.days_allowed, found.days_elapsed, found.days_left) == (60, 10, 50)
    assert found.unit is Unit.SESSION_DAYS
    assert found.basis == "constitution s.136"
    assert found.effect is Effect.DEEMED_APPROVED


def test_days_between_sessions_do_not_count():
    # From 1 to 18 September are 18 session days; the other 42 run from 1 November.
    found = deadline(ORDINARY, in_senate(date(2022, 9, 1)), SESSIONS, today=date(2022, 10, 10))
    assert found.due == date(2022, 12, 12)
    assert found.days_elapsed == 18


def test_a_bill_that_arrives_between_sessions_waits_for_the_next():
    found = deadline(ORDINARY, in_senate(date(2022, 10, 1)), SESSIONS, today=date(2022, 11, 1))
    assert (found.days_elapsed, found.due) == (1, date(2022, 12, 30))


def test_the_day_of_arrival_may_be_set_not_to_count():
    steps = in_senate(date(2022, 5, 23))
    later = deadline(ORDINARY, steps, SESSIONS, today=date(2022, 6, 1), first_day_counts=False)
    assert later.due == date(2022, 7, 22)


def test_a_money_bill_has_thirty_days_and_an_extension_adds_to_it():
    steps = in_senate(date(2022, 5, 23))
    today = date(2022, 6, 1)
    assert deadline(BillKind.MONEY, steps, SESSIONS, today=today).due == date(2022, 6, 21)
    steps.append(Step(K.SENATE_TIME_EXTENDED, today, days=30))
    extended = deadline(BillKind.MONEY, steps, SESSIONS, today=today)
    assert (extended.due, extended.days_allowed) == (date(2022, 7, 21), 60)


def test_time_at_the_court_does_not_count():
    steps = [
        *in_senate(date(2022, 5, 23)),
        *log((K.COURT_REFERRED, "2022-06-01"), (K.COURT_CLEARED, "2022-06-11")),
    ]
    found = deadline(ORDINARY, steps, SESSIONS, today=date(2022, 6, 11))
    assert found.due == date(2022, 7, 31)
    assert found.days_elapsed == 10


def test_the_clock_stands_still_while_the_court_considers():
    steps = [*in_senate(date(2022, 5, 23)), *log((K.COURT_REFERRED, "2022-06-01"))]
    for today in (date(2022, 6, 2), date(2022, 8, 1)):
        found = deadline(ORDINARY, steps, SESSIONS, today=today)
        assert found.due is None
        assert found.unknown_because is Unknown.STANDS_STILL
        assert (found.days_elapsed, found.days_left) == (9, 51)


def test_a_lapsed_bill_that_is_resumed_keeps_the_days_it_had_left():
    steps = [
        *in_senate(date(2023, 2, 20)),
        *log(
            (K.LAPSED, "2023-03-20"),
            (K.RESUMPTION_ASKED, "2023-08-01"),
            (K.RESUMED, "2023-08-10"),
        ),
    ]
    # 20 to 28 February are 9 days; 51 more from 10 August.
    found = deadline(ORDINARY, steps, SESSIONS, today=date(2023, 8, 10))
    assert (found.days_elapsed, found.due) == (10, date(2023, 9, 29))


def test_without_a_day_of_arrival_the_last_day_is_not_known():
    steps = [
        *daily(TO_SENATE[:-1]),
        Step(K.SENATE_RECEIVED, None, exception_reason="no source tells the day"),
    ]
    found = deadline(ORDINARY, steps, SESSIONS, today=date(2022, 6, 1))
    assert found.due is None
    assert found.unknown_because is Unknown.START_NOT_RECORDED
    assert found.days_elapsed is None


def test_without_the_sessions_of_that_time_the_last_day_is_not_known():
    steps = in_senate(date(2022, 5, 21))
    for sessions in ((), SESSIONS):
        found = deadline(ORDINARY, steps, sessions, today=date(2022, 6, 1))
        assert (found.due, found.unknown_because) == (None, Unknown.SESSIONS_UNKNOWN)
        assert found.days_left is None


def test_a_session_without_a_known_end_leaves_the_last_day_open_but_counts_what_is_left():
    running = (Session(date(2022, 5, 22), None),)
    steps = in_senate(date(2022, 5, 23))
    found = deadline(ORDINARY, steps, running, today=date(2022, 6, 1))
    assert (found.due, found.unknown_because) == (None, Unknown.SESSION_END_UNKNOWN)
    assert found.days_left == 50
    past = deadline(ORDINARY, steps, running, today=date(2022, 8, 1))
    assert past.due == date(2022, 7, 21)


def test_after_the_last_known_session_the_last_day_is_open():
    found = deadline(ORDINARY, in_senate(date(2023, 10, 1)), SESSIONS, today=date(2023, 12, 1))
    assert (found.due, found.unknown_because) == (None, Unknown.NEXT_SESSION_UNKNOWN)
    assert found.days_left == 30


def test_overlapping_rows_of_sessions_count_a_day_once():
    doubled = (*SESSIONS, Session(date(2022, 6, 1), date(2022, 6, 30)))
    steps = in_senate(date(2022, 5, 23))
    assert deadline(ORDINARY, steps, doubled, today=date(2022, 6, 1)).due == date(2022, 7, 21)


def test_silence_counts_as_approval_from_the_day_after_the_last():
    steps = in_senate(date(2022, 5, 23))
    deemed = deemed_approved_on(ORDINARY, steps, SESSIONS, today=date(2022, 6, 1))
    assert deemed == date(2022, 7, 22)
    approved = daily(TO_APPROVAL)
    assert deemed_approved_on(ORDINARY, approved, SESSIONS, today=date(2022, 6, 1)) is None


def test_the_prime_minister_waits_five_days_and_presents_within_twenty():
    steps = [*daily(TO_APPROVAL), Step(K.SENT_TO_PM, date(2022, 6, 1))]
    found = deadline(ORDINARY, steps, (), today=date(2022, 6, 1))
    assert (found.not_before, found.due) == (date(2022, 6, 6), date(2022, 6, 25))
    assert found.effect is Effect.MUST_PRESENT


def test_assent_has_ninety_days_and_thirty_after_a_confirmation():
    presented = [*daily((*TO_APPROVAL, K.SENT_TO_PM)), Step(K.PRESENTED, date(2022, 6, 1))]
    found = deadline(ORDINARY, presented, (), today=date(2022, 6, 1))
    assert (found.due, found.unit) == (date(2022, 8, 29), Unit.CALENDAR_DAYS)
    again = [
        *presented,
        *log(
            (K.RETURNED_BY_KING, "2022-07-01"),
            (K.PARLIAMENT_CONFIRMED, "2022-07-02"),
            (K.PRESENTED_AGAIN, "2022-07-03"),
        ),
    ]
    assert deadline(ORDINARY, again, (), today=date(2022, 7, 3)).due == date(2022, 8, 1)


def test_a_budget_in_the_senate_has_twenty_days_of_any_kind():
    steps = in_senate(date(2022, 9, 10))
    found = deadline(BillKind.BUDGET, steps, (), today=date(2022, 9, 12))
    assert (found.due, found.unit) == (date(2022, 9, 29), Unit.CALENDAR_DAYS)
    assert (found.days_elapsed, found.days_left) == (3, 17)


def test_a_budgets_days_stand_still_at_the_court_which_has_fifteen():
    steps = [*in_senate(date(2022, 9, 10)), *log((K.COURT_REFERRED, "2022-09-12"))]
    court = deadline(BillKind.BUDGET, steps, (), today=date(2022, 9, 13))
    assert (court.due, court.basis) == (date(2022, 9, 26), "constitution s.144")
    steps.append(Step(K.COURT_CLEARED, date(2022, 9, 20)))
    back = deadline(BillKind.BUDGET, steps, (), today=date(2022, 9, 20))
    assert back.due == date(2022, 10, 7)


def test_an_organic_bill_has_180_days_then_15_10_and_30():
    organic = BillKind.ORGANIC
    steps = daily(TO_JOINT_R3, date(2022, 2, 17))
    assert deadline(organic, steps, (), today=date(2022, 3, 1)).due == date(2022, 8, 15)
    steps.append(Step(K.JOINT_R3_APPROVED, date(2022, 7, 1)))
    assert deadline(organic, steps, (), today=date(2022, 7, 1)).due == date(2022, 7, 15)
    steps.append(Step(K.SENT_FOR_OPINION, date(2022, 7, 10)))
    assert deadline(organic, steps, (), today=date(2022, 7, 10)).due == date(2022, 7, 19)
    steps.append(Step(K.OPINION_OBJECTION, date(2022, 7, 12)))
    assert deadline(organic, steps, (), today=date(2022, 7, 12)).due == date(2022, 8, 10)


def test_a_decree_has_no_number_of_days_only_the_first_opportunity():
    steps = daily((K.DECREE_GAZETTED, K.DECREE_SUBMITTED))
    found = deadline(BillKind.EMERGENCY_DECREE, steps, (), today=date(2022, 6, 1))
    assert found.unknown_because is Unknown.FIRST_OPPORTUNITY
    steps.append(Step(K.COURT_REFERRED, date(2022, 6, 1)))
    court = deadline(BillKind.EMERGENCY_DECREE, steps, (), today=date(2022, 6, 1))
    assert (court.due, court.basis) == (date(2022, 7, 30), "constitution s.173")


def test_a_treaty_has_sixty_days_from_its_receipt_in_or_out_of_session():
    steps = daily((K.SUBMITTED_PARLIAMENT,), date(2022, 9, 1))
    found = deadline(BillKind.TREATY, steps, (), today=date(2022, 9, 1))
    assert (found.due, found.basis) == (date(2022, 10, 30), "constitution s.178")


def test_the_joint_meeting_on_a_money_question_has_fifteen_days():
    steps = daily((K.SUBMITTED_HOUSE, K.MONEY_CHECK_ASKED), date(2022, 6, 1))
    found = deadline(ORDINARY, steps, (), today=date(2022, 6, 1))
    assert (found.due, found.basis) == (date(2022, 6, 15), "constitution s.134")
    steps.append(Step(K.MONEY_BILL_FOUND, date(2022, 6, 10)))
    assert deadline(ORDINARY, steps, (), today=date(2022, 6, 10)) is None


def test_before_the_first_sitting_is_known_the_time_to_ask_again_is_open():
    steps = [*in_senate(date(2023, 2, 20)), Step(K.LAPSED, date(2023, 3, 20))]
    found = deadline(ORDINARY, steps, SESSIONS[:2], today=date(2023, 6, 1))
    assert found.unknown_because is Unknown.NO_FIRST_SITTING
    known = deadline(ORDINARY, steps, SESSIONS, today=date(2023, 7, 5))
    assert (known.due, known.effect) == (date(2023, 8, 31), Effect.MAY_ASK_AGAIN)


@pytest.mark.parametrize(
    "kinds", [(), TO_SENATE[:3], TO_APPROVAL, (*TO_APPROVAL, K.COURT_REFERRED)]
)
def test_where_the_constitution_sets_no_limit_there_is_none(kinds):
    assert deadline(ORDINARY, daily(kinds), SESSIONS, today=date(2022, 6, 1)) is None


def test_a_missing_day_at_the_court_leaves_the_last_day_open():
    steps = [
        *in_senate(date(2022, 5, 23)),
        Step(K.COURT_REFERRED, None, exception_reason="day not recorded"),
        Step(K.COURT_CLEARED, date(2022, 6, 11)),
    ]
    found = deadline(ORDINARY, steps, SESSIONS, today=date(2022, 6, 11))
    assert (found.due, found.unknown_because) == (None, Unknown.DATES_MISSING)


def test_the_wait_for_a_confirmation_begins_when_a_house_rejects_the_joint_text():
    kinds = (*TO_SENATE_R3, K.SENATE_R3_AMENDED, K.HOUSE_REFUSED_AMENDMENTS)
    steps = [
        *daily((*kinds, K.JOINT_COMMITTEE_REPORTED)),
        Step(K.SENATE_REJECTED_JOINT_REPORT, date(2022, 6, 1)),
    ]
    found = deadline(ORDINARY, steps, SESSIONS, today=date(2022, 6, 1))
    assert (found.due, found.not_before) == (date(2022, 11, 27), date(2022, 11, 28))
    assert found.effect is Effect.MAY_CONFIRM


def test_the_newest_session_without_an_end_counts_no_further_than_its_120_days():
    running = (Session(date(2022, 5, 22), None),)
    steps = in_senate(date(2022, 9, 1))
    found = deadline(ORDINARY, steps, running, today=date(2023, 3, 1))
    # 18 September is the session's 120th day.
    assert (found.due, found.days_elapsed) == (None, 18)
    assert found.unknown_because is Unknown.SESSION_END_UNKNOWN


def test_an_older_session_without_an_end_leaves_what_it_touches_open():
    table = (
        Session(date(2022, 5, 22), date(2022, 9, 18)),
        Session(date(2022, 10, 1), None),
        Session(date(2022, 11, 1), date(2023, 2, 28)),
    )
    before = deadline(ORDINARY, in_senate(date(2022, 9, 1)), table, today=date(2023, 3, 1))
    assert (before.due, before.unknown_because) == (None, Unknown.SESSION_END_UNKNOWN)
    after = deadline(ORDINARY, in_senate(date(2022, 11, 1)), table, today=date(2023, 3, 1))
    assert after.due == date(2022, 12, 30)
    early = deadline(ORDINARY, in_senate(date(2022, 6, 1)), table, today=date(2023, 3, 1))
    assert early.due == date(2022, 7, 30)
