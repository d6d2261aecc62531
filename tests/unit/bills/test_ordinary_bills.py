"""Ordinary bills: constitution s.133 to s.139, s.145 to s.148."""

from datetime import date

import pytest

from tests.unit.bills.logs import SESSIONS, TO_APPROVAL, TO_SENATE, TO_SENATE_R3, TODAY, K, daily
from webapp.bills.rules.kinds import BillKind, ProposerKind
from webapp.bills.rules.machine import allowed_steps, check_step
from webapp.bills.rules.refusals import Refusal, StepNotAllowed
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import Step
from webapp.bills.rules.trail import stage_after

ORDINARY = BillKind.ORDINARY
START = date(2022, 5, 22)


def stage(*kinds):
    return stage_after(ORDINARY, daily(kinds))


def refusal(steps, step, **kwargs):
    with pytest.raises(StepNotAllowed) as refused:
        check_step(ORDINARY, steps, step, today=TODAY, sessions=SESSIONS, **kwargs)
    return refused.value


def test_a_bill_becomes_law_by_the_whole_path():
    assert stage() == Stage.NO_STEP
    assert stage(*TO_SENATE) == Stage.SENATE_RECEIVED
    assert stage(*TO_SENATE_R3) == Stage.SENATE_R3
    assert stage(*TO_APPROVAL) == Stage.PARLIAMENT_APPROVED
    assert stage(*TO_APPROVAL, K.SENT_TO_PM, K.PRESENTED) == Stage.ROYAL_ASSENT
    assert stage(*TO_APPROVAL, K.SENT_TO_PM, K.PRESENTED, K.ASSENTED, K.GAZETTED) == Stage.GAZETTED


def test_a_senate_vote_before_the_house_has_voted_is_refused_with_its_section():
    refused = refusal(daily((K.SUBMITTED_HOUSE,)), Step(K.SENATE_R1_ACCEPTED, START))
    assert refused.reason == Refusal.NOT_FROM_STAGE
    assert refused.section == "constitution s.136"


def test_next_steps_in_the_senate_name_their_sections():
    offered = {step.kind: step.section for step in allowed_steps(ORDINARY, daily(TO_SENATE_R3))}
    assert offered[K.SENATE_R3_APPROVED] == "constitution s.137(1)"
    assert offered[K.SENATE_R3_REJECTED] == "constitution s.137(2)"
    assert offered[K.SENATE_R3_AMENDED] == "constitution s.137(3)"
    assert offered[K.SENATE_TIME_EXTENDED] == "constitution s.136"
    assert K.HOUSE_CONFIRMED not in offered


def test_amendments_that_the_house_refuses_go_to_a_joint_committee_and_need_both_houses():
    amended = (*TO_SENATE_R3, K.SENATE_R3_AMENDED, K.RETURNED_TO_HOUSE)
    assert stage(*amended, K.HOUSE_AGREED_AMENDMENTS) == Stage.PARLIAMENT_APPROVED
    reported = (*amended, K.HOUSE_REFUSED_AMENDMENTS, K.JOINT_COMMITTEE_REPORTED)
    assert stage(*reported) == Stage.JOINT_COMMITTEE
    assert stage(*reported, K.HOUSE_APPROVED_JOINT_REPORT) == Stage.JOINT_COMMITTEE
    for first, second in (
        (K.HOUSE_APPROVED_JOINT_REPORT, K.SENATE_APPROVED_JOINT_REPORT),
        (K.SENATE_APPROVED_JOINT_REPORT, K.HOUSE_APPROVED_JOINT_REPORT),
    ):
        assert stage(*reported, first, second) == Stage.PARLIAMENT_APPROVED
    assert (
        stage(*reported, K.HOUSE_APPROVED_JOINT_REPORT, K.SENATE_REJECTED_JOINT_REPORT)
        == Stage.WITHHELD
    )


def test_one_house_cannot_approve_the_joint_text_twice_nor_before_the_report():
    amended = (*TO_SENATE_R3, K.SENATE_R3_AMENDED, K.HOUSE_REFUSED_AMENDMENTS)
    vote = Step(K.HOUSE_APPROVED_JOINT_REPORT, START)
    assert refusal(daily(amended), vote).needs == K.JOINT_COMMITTEE_REPORTED
    once = daily((*amended, K.JOINT_COMMITTEE_REPORTED, K.HOUSE_APPROVED_JOINT_REPORT))
    assert refusal(once, vote).reason == Refusal.NOT_FROM_STAGE


def test_a_withheld_bill_is_confirmed_only_after_180_days_from_its_return():
    steps = daily((*TO_SENATE_R3, K.SENATE_R3_REJECTED))
    confirm = Step(K.HOUSE_CONFIRMED, date(2022, 12, 1))
    assert refusal(steps, confirm).reason == Refusal.CLOCK_UNKNOWN
    steps.append(Step(K.RETURNED_TO_HOUSE, date(2022, 6, 1)))
    # Day 1 is 1 June, day 180 is 27 November.
    early = refusal(steps, Step(K.HOUSE_CONFIRMED, date(2022, 11, 27)))
    assert (early.reason, early.day) == (Refusal.TOO_EARLY, date(2022, 11, 28))
    assert early.section == "constitution s.138"
    on_time = Step(K.HOUSE_CONFIRMED, date(2022, 11, 28))
    assert check_step(ORDINARY, steps, on_time, today=TODAY) == Stage.PARLIAMENT_APPROVED


def test_a_house_that_does_not_confirm_leaves_the_bill_withheld():
    steps = daily((*TO_SENATE_R3, K.SENATE_R3_REJECTED, K.RETURNED_TO_HOUSE))
    vote = Step(K.HOUSE_NOT_CONFIRMED, date(2023, 1, 10))
    assert check_step(ORDINARY, steps, vote, today=TODAY) == Stage.SENATE_REJECTED_WITHHELD


def test_silence_of_the_senate_is_approval_only_after_the_last_day():
    steps = daily(TO_SENATE)
    # 60 days in session from 22 May, that day included, end on 20 July.
    early = refusal(steps, Step(K.SENATE_DEEMED_APPROVED, date(2022, 7, 20)))
    assert (early.reason, early.day) == (Refusal.TOO_EARLY, date(2022, 7, 21))
    deemed = Step(K.SENATE_DEEMED_APPROVED, date(2022, 7, 21))
    assert (
        check_step(ORDINARY, steps, deemed, today=TODAY, sessions=SESSIONS)
        == Stage.PARLIAMENT_APPROVED
    )


def test_the_senate_cannot_reject_after_its_silence_has_counted_as_approval():
    late = refusal(daily(TO_SENATE_R3), Step(K.SENATE_R3_REJECTED, date(2022, 7, 21)))
    assert (late.reason, late.day) == (Refusal.TOO_LATE, date(2022, 7, 20))


def test_a_rejected_bill_not_sent_back_in_time_counts_as_approved():
    steps = daily((*TO_SENATE_R3, K.SENATE_R3_REJECTED))
    late = refusal(steps, Step(K.RETURNED_TO_HOUSE, date(2022, 7, 21)))
    assert (late.reason, late.section) == (Refusal.TOO_LATE, "constitution s.137")
    deemed = Step(K.SENATE_DEEMED_APPROVED, date(2022, 7, 21))
    assert (
        check_step(ORDINARY, steps, deemed, today=TODAY, sessions=SESSIONS)
        == Stage.PARLIAMENT_APPROVED
    )


def test_the_senate_extends_by_thirty_days_in_all():
    steps = daily(TO_SENATE)

    def extend(days):
        return Step(K.SENATE_TIME_EXTENDED, START, days=days)

    assert refusal(steps, extend(None)).reason == Refusal.EXTENSION_LENGTH
    assert refusal(steps, extend(31)).reason == Refusal.EXTENSION_LENGTH
    assert check_step(ORDINARY, steps, extend(20), today=TODAY, sessions=SESSIONS)
    twice = refusal([*steps, extend(20)], extend(11))
    assert twice.reason == Refusal.EXTENSION_TOO_LONG


def test_the_court_returns_a_bill_to_where_it_was_or_lets_it_fall():
    at_court = (*TO_APPROVAL, K.SENT_TO_PM, K.COURT_REFERRED)
    assert stage(*at_court) == Stage.CONSTITUTIONAL_COURT
    assert stage(*at_court, K.COURT_CLEARED) == Stage.PM_WAIT
    assert stage(*at_court, K.COURT_STRUCK_PART) == Stage.PM_WAIT
    assert stage(*at_court, K.COURT_STRUCK_WHOLE) == Stage.FELL_AT_COURT
    presenting = refusal(daily(at_court), Step(K.PRESENTED, START))
    assert presenting.reason == Refusal.NOT_FROM_STAGE


def test_in_the_senate_the_court_can_only_clear_or_end_a_bill():
    steps = daily((*TO_SENATE, K.COURT_REFERRED))
    assert refusal(steps, Step(K.COURT_STRUCK_PART, START)).reason == Refusal.NOT_FROM_STAGE


def test_a_bill_without_assent_needs_two_thirds_of_parliament():
    presented = (*TO_APPROVAL, K.SENT_TO_PM, K.PRESENTED)
    assert stage(*presented, K.RETURNED_BY_KING) == Stage.RECONSIDERATION
    refused = stage(*presented, K.RETURNED_BY_KING, K.PARLIAMENT_NOT_CONFIRMED)
    assert refused == Stage.REJECTED
    again = (*presented, K.RETURNED_BY_KING, K.PARLIAMENT_CONFIRMED, K.PRESENTED_AGAIN)
    steps = daily(again)
    early = refusal(steps, Step(K.GAZETTED, date(2022, 6, 20)))
    assert (early.reason, early.day) == (Refusal.TOO_EARLY, date(2022, 6, 21))
    published = Step(K.GAZETTED, date(2022, 6, 21))
    assert check_step(ORDINARY, steps, published, today=TODAY) == Stage.GAZETTED


def test_ninety_days_without_assent_bring_the_bill_back_to_parliament():
    steps = daily((*TO_APPROVAL, K.SENT_TO_PM, K.PRESENTED))
    early = refusal(steps, Step(K.NINETY_DAYS_PASSED, date(2022, 8, 19)))
    assert early.day == date(2022, 8, 20)


def test_what_parliament_has_not_approved_lapses_and_may_be_taken_up_again():
    lapsed = (*TO_SENATE, K.LAPSED)
    assert stage(*lapsed) == Stage.LAPSED
    without_asking = refusal(daily(lapsed), Step(K.RESUMED, START))
    assert without_asking.needs == K.RESUMPTION_ASKED
    assert stage(*lapsed, K.RESUMPTION_ASKED, K.RESUMED) == Stage.SENATE_RECEIVED


def test_what_parliament_has_approved_does_not_lapse():
    refused = refusal(daily((*TO_APPROVAL, K.SENT_TO_PM)), Step(K.LAPSED, START))
    assert (refused.reason, refused.section) == (Refusal.NOT_FROM_STAGE, "constitution s.147")


def test_a_bill_at_the_court_lapses_only_if_parliament_had_not_approved_it():
    before = (*TO_SENATE, K.COURT_REFERRED, K.LAPSED)
    assert stage(*before) == Stage.LAPSED
    resumed = (*before, K.RESUMPTION_ASKED, K.RESUMED)
    assert stage(*resumed) == Stage.CONSTITUTIONAL_COURT
    assert stage(*resumed, K.COURT_CLEARED) == Stage.SENATE_RECEIVED
    approved = daily((*TO_APPROVAL, K.COURT_REFERRED))
    assert refusal(approved, Step(K.LAPSED, START)).reason == Refusal.NOT_FROM_STAGE


def test_a_bill_that_the_king_returned_lapses_for_good():
    lapsed = (*TO_APPROVAL, K.SENT_TO_PM, K.PRESENTED, K.RETURNED_BY_KING, K.LAPSED)
    refused = refusal(daily(lapsed), Step(K.RESUMPTION_ASKED, START))
    assert refused.reason == Refusal.NOT_FROM_STAGE


def test_the_new_cabinet_has_sixty_days_from_the_first_sitting():
    steps = daily((*TO_SENATE, K.LAPSED))
    # First sitting 3 July 2566; day 60 is 31 August.
    late = refusal(steps, Step(K.RESUMPTION_ASKED, date(2023, 9, 1)))
    assert (late.reason, late.day) == (Refusal.TOO_LATE, date(2023, 8, 31))
    asked = Step(K.RESUMPTION_ASKED, date(2023, 8, 31))
    assert check_step(ORDINARY, steps, asked, today=TODAY, sessions=SESSIONS) == Stage.RESUMPTION


def test_once_asked_parliament_decides_and_nobody_asks_again():
    asked = daily((*TO_SENATE, K.LAPSED, K.RESUMPTION_ASKED))
    offered = [step.kind for step in allowed_steps(ORDINARY, asked)]
    assert offered == [K.RESUMED, K.RESUMPTION_REFUSED, K.LAPSED]
    refused = stage(*TO_SENATE, K.LAPSED, K.RESUMPTION_ASKED, K.RESUMPTION_REFUSED)
    assert refused == Stage.REJECTED


def test_a_request_that_the_next_end_of_the_house_overtakes_may_be_made_again():
    twice = (*TO_SENATE, K.LAPSED, K.RESUMPTION_ASKED, K.LAPSED)
    assert stage(*twice) == Stage.LAPSED
    assert stage(*twice, K.RESUMPTION_ASKED, K.RESUMED) == Stage.SENATE_RECEIVED


def test_a_money_question_in_the_second_reading_returns_there_even_if_refused():
    in_r2 = (K.SUBMITTED_HOUSE, K.HOUSE_AGENDA_PLACED, K.HOUSE_R1_ACCEPTED, K.MONEY_CHECK_ASKED)
    assert stage(*in_r2, K.MONEY_BILL_FOUND, K.PM_REFUSED) == Stage.HOUSE_R2
    assert stage(*in_r2, K.MONEY_BILL_NOT_FOUND) == Stage.HOUSE_R2
    at_start = (K.SUBMITTED_HOUSE, K.MONEY_CHECK_ASKED, K.MONEY_BILL_FOUND)
    assert stage(*at_start, K.PM_REFUSED) == Stage.LAPSED_PM_REFUSED
    assert stage(*at_start, K.PM_CERTIFIED) == Stage.SUBMITTED_HOUSE


def test_voters_submit_only_after_their_signatures_are_verified():
    early = refusal([], Step(K.SUBMITTED_HOUSE, START), proposer=ProposerKind.CITIZENS)
    assert (early.reason, early.needs) == (Refusal.NEEDS_STEP, K.SIGNATURES_VERIFIED)
    signing = refusal([], Step(K.SIGNATURES_OPENED, START), proposer=ProposerKind.CABINET)
    assert signing.reason == Refusal.NOT_FOR_PROPOSER
    signed = daily((K.SIGNATURES_OPENED, K.SIGNATURES_VERIFIED))
    submitted = check_step(
        ORDINARY,
        signed,
        Step(K.SUBMITTED_HOUSE, START),
        today=TODAY,
        proposer=ProposerKind.CITIZENS,
    )
    assert submitted == Stage.SUBMITTED_HOUSE


@pytest.mark.parametrize(
    ("ending", "final"),
    [
        (K.MERGED, Stage.MERGED),
        (K.WITHDRAWN, Stage.WITHDRAWN),
        (K.STRUCK_OUT, Stage.STRUCK_OUT),
        (K.HOUSE_R1_REJECTED, Stage.REJECTED),
    ],
)
def test_an_ended_bill_takes_no_further_step(ending, final):
    steps = daily((K.SUBMITTED_HOUSE, K.HOUSE_AGENDA_PLACED, ending))
    assert stage_after(ORDINARY, steps) == final
    assert allowed_steps(ORDINARY, steps) == []
    assert refusal(steps, Step(K.GAZETTED, START)).reason == Refusal.ENDED


def test_a_step_in_the_future_is_refused_even_as_an_exception():
    refused = refusal([], Step(K.SUBMITTED_HOUSE, date(2030, 1, 1), exception_reason="typed ahead"))
    assert refused.reason == Refusal.IN_FUTURE


def test_a_step_before_an_earlier_one_is_refused():
    refused = refusal(daily(TO_SENATE), Step(K.SENATE_R1_ACCEPTED, date(2022, 5, 21)))
    assert (refused.reason, refused.day) == (Refusal.BEFORE_EARLIER_STEP, START)


def test_a_step_without_a_day_needs_a_reason():
    assert refusal([], Step(K.SUBMITTED_HOUSE, None)).reason == Refusal.NO_DATE
    known = Step(K.SUBMITTED_HOUSE, None, exception_reason="the record does not tell the day")
    assert check_step(ORDINARY, [], known, today=TODAY) == Stage.SUBMITTED_HOUSE


def test_an_exception_with_a_reason_fills_a_gap_in_the_record():
    gazetted = Step(K.GAZETTED, date(2022, 9, 1), exception_reason="record incomplete")
    steps = daily((K.SUBMITTED_HOUSE,))
    assert check_step(ORDINARY, steps, gazetted, today=TODAY) == Stage.GAZETTED


def test_an_exception_cannot_give_a_bill_a_step_of_another_kind():
    decree = Step(K.DECREE_GAZETTED, START, exception_reason="mistyped")
    assert refusal([], decree).reason == Refusal.NOT_FOR_KIND


def test_withdrawn_steps_count_for_nothing():
    steps = [*daily(TO_SENATE), Step(K.SENATE_R1_REJECTED, START, withdrawn=True)]
    assert stage_after(ORDINARY, steps) == Stage.SENATE_RECEIVED


def test_a_log_with_a_hole_is_refused_as_a_whole():
    with pytest.raises(StepNotAllowed):
        stage_after(ORDINARY, daily((K.SUBMITTED_HOUSE, K.SENATE_R1_ACCEPTED)))
