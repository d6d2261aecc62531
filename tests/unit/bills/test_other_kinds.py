"""Money, budget, organic bills, amendments, decrees and treaties, by cases of the project's own."""

from datetime import date

import pytest

from tests.unit.bills.logs import (
    SESSIONS,
    TO_HOUSE_APPROVAL,
    TO_JOINT_R3,
    TO_SENATE,
    TO_SENATE_R3,
    TODAY,
    K,
    daily,
)
from webapp.bills.rules.kinds import BillKind, ProposerKind, may_propose
from webapp.bills.rules.machine import check_step
from webapp.bills.rules.refusals import Refusal, StepNotAllowed
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import Step
from webapp.bills.rules.trail import stage_after

START = date(2022, 5, 22)


def check(kind, kinds, step, **kwargs):
    return check_step(kind, daily(kinds), step, today=TODAY, sessions=SESSIONS, **kwargs)


def refusal(kind, kinds, step, **kwargs):
    with pytest.raises(StepNotAllowed) as refused:
        check(kind, kinds, step, **kwargs)
    return refused.value


def test_a_money_bill_of_members_needs_the_prime_ministers_certificate():
    agenda = Step(K.HOUSE_AGENDA_PLACED, START)
    refused = refusal(BillKind.MONEY, (K.SUBMITTED_HOUSE,), agenda, proposer=ProposerKind.MPS)
    assert (refused.reason, refused.needs) == (Refusal.NEEDS_STEP, K.PM_CERTIFIED)
    certified = (K.SUBMITTED_HOUSE, K.PM_CERTIFIED)
    assert check(BillKind.MONEY, certified, agenda, proposer=ProposerKind.MPS) == Stage.HOUSE_R1
    assert (
        check(BillKind.MONEY, (K.SUBMITTED_HOUSE,), agenda, proposer=ProposerKind.CABINET)
        == Stage.HOUSE_R1
    )


def test_a_withheld_money_bill_may_be_confirmed_after_ten_days():
    kinds = (*TO_SENATE_R3, K.SENATE_R3_REJECTED, K.RETURNED_TO_HOUSE)
    early = refusal(BillKind.MONEY, kinds, Step(K.HOUSE_CONFIRMED, date(2022, 5, 31)))
    assert (early.reason, early.day) == (Refusal.TOO_EARLY, date(2022, 6, 1))
    confirmed = check(BillKind.MONEY, kinds, Step(K.HOUSE_CONFIRMED, date(2022, 6, 1)))
    assert confirmed == Stage.PARLIAMENT_APPROVED


def test_the_senate_has_thirty_days_for_a_money_bill():
    late = refusal(BillKind.MONEY, TO_SENATE, Step(K.SENATE_R1_ACCEPTED, date(2022, 6, 21)))
    assert (late.reason, late.day) == (Refusal.TOO_LATE, date(2022, 6, 20))


def test_the_senate_cannot_amend_a_budget():
    amended = Step(K.SENATE_R3_AMENDED, START, exception_reason="someone said so")
    assert refusal(BillKind.BUDGET, TO_SENATE, amended).reason == Refusal.NOT_FOR_KIND


def test_a_budget_that_the_senate_refuses_may_be_confirmed_at_once():
    refused = (*TO_SENATE, K.SENATE_REFUSED)
    assert stage_after(BillKind.BUDGET, daily(refused)) == Stage.SENATE_REJECTED_WITHHELD
    confirmed = check(BillKind.BUDGET, refused, Step(K.HOUSE_CONFIRMED, START))
    assert confirmed == Stage.PARLIAMENT_APPROVED


def test_a_budget_is_deemed_approved_after_105_days_and_then_20():
    in_house = (K.SUBMITTED_HOUSE, K.HOUSE_AGENDA_PLACED)
    # Day 105 from 22 May is 3 September.
    early = refusal(BillKind.BUDGET, in_house, Step(K.HOUSE_DEEMED_APPROVED, date(2022, 9, 3)))
    assert early.day == date(2022, 9, 4)
    late = refusal(BillKind.BUDGET, in_house, Step(K.HOUSE_R1_ACCEPTED, date(2022, 9, 4)))
    assert late.reason == Refusal.TOO_LATE
    deemed = check(BillKind.BUDGET, TO_SENATE, Step(K.SENATE_DEEMED_APPROVED, date(2022, 6, 11)))
    assert deemed == Stage.PARLIAMENT_APPROVED
    too_early = Step(K.SENATE_DEEMED_APPROVED, date(2022, 6, 10))
    assert refusal(BillKind.BUDGET, TO_SENATE, too_early).day == date(2022, 6, 11)


def test_a_budget_at_the_court_goes_on_without_what_was_forbidden():
    at_court = (*TO_SENATE, K.COURT_REFERRED)
    assert (
        check(BillKind.BUDGET, at_court, Step(K.COURT_STRUCK_PART, START)) == Stage.SENATE_RECEIVED
    )
    whole = refusal(BillKind.BUDGET, at_court, Step(K.COURT_STRUCK_WHOLE, START))
    assert whole.reason == Refusal.NOT_FROM_STAGE


def test_an_organic_bill_passes_a_joint_sitting_and_the_opinion_of_the_body_concerned():
    approved = (*TO_JOINT_R3, K.JOINT_R3_APPROVED)
    to_pm = refusal(BillKind.ORGANIC, approved, Step(K.SENT_TO_PM, START))
    assert to_pm.reason == Refusal.NOT_FROM_STAGE
    sent = (*approved, K.SENT_FOR_OPINION)
    assert check(BillKind.ORGANIC, sent, Step(K.OPINION_NO_OBJECTION, START)) == (
        Stage.OPINION_SETTLED
    )
    silence = refusal(BillKind.ORGANIC, sent, Step(K.OPINION_SILENCE, date(2022, 5, 31)))
    assert silence.day == date(2022, 6, 1)
    late = refusal(BillKind.ORGANIC, sent, Step(K.OPINION_OBJECTION, date(2022, 6, 1)))
    assert late.reason == Refusal.TOO_LATE
    settled = (*sent, K.OPINION_OBJECTION, K.JOINT_RECONSIDERED, K.SENT_TO_PM)
    assert stage_after(BillKind.ORGANIC, daily(settled)) == Stage.PM_WAIT


def test_an_organic_bill_is_deemed_approved_after_180_days():
    agenda = (K.SUBMITTED_PARLIAMENT, K.JOINT_AGENDA_PLACED)
    # Day 180 from 22 May is 17 November.
    deemed = Step(K.PARLIAMENT_DEEMED_APPROVED, date(2022, 11, 18))
    assert check(BillKind.ORGANIC, agenda, deemed) == Stage.PARLIAMENT_APPROVED
    vote = Step(K.JOINT_R1_ACCEPTED, date(2022, 11, 18))
    assert refusal(BillKind.ORGANIC, agenda, vote).reason == Refusal.TOO_LATE


def test_an_amendment_waits_fifteen_days_before_its_last_vote_and_again_before_assent():
    vote = refusal(
        BillKind.CONSTITUTION_AMENDMENT, TO_JOINT_R3, Step(K.JOINT_R3_APPROVED, date(2022, 6, 5))
    )
    assert (vote.reason, vote.day) == (Refusal.TOO_EARLY, date(2022, 6, 6))
    assert vote.section == "constitution s.256(5)"
    steps = [*daily(TO_JOINT_R3), Step(K.JOINT_R3_APPROVED, date(2022, 6, 6))]
    with pytest.raises(StepNotAllowed) as early:
        check_step(
            BillKind.CONSTITUTION_AMENDMENT,
            steps,
            Step(K.PRESENTED, date(2022, 6, 20)),
            today=TODAY,
        )
    assert early.value.day == date(2022, 6, 21)


def test_a_referendum_decides_an_amendment_where_the_constitution_asks_for_one():
    called = (*TO_JOINT_R3, K.JOINT_R3_APPROVED, K.REFERENDUM_CALLED)
    amendment = BillKind.CONSTITUTION_AMENDMENT
    rejected = stage_after(amendment, daily((*called, K.REFERENDUM_REJECTED)))
    assert rejected == Stage.REJECTED
    approved = (*called, K.REFERENDUM_APPROVED)
    presented = check(amendment, approved, Step(K.PRESENTED, date(2022, 7, 1)))
    assert presented == Stage.ROYAL_ASSENT


def test_an_amendment_that_lapses_may_be_taken_up_again():
    lapsed = (*TO_JOINT_R3, K.LAPSED, K.RESUMPTION_ASKED, K.RESUMED)
    assert stage_after(BillKind.CONSTITUTION_AMENDMENT, daily(lapsed)) == Stage.JOINT_R3


DECREE = (K.DECREE_GAZETTED, K.DECREE_SUBMITTED)


def test_a_decree_stays_law_when_both_houses_approve():
    approved = (*DECREE, K.DECREE_HOUSE_APPROVED, K.DECREE_SENATE_APPROVED, K.GAZETTED)
    assert stage_after(BillKind.EMERGENCY_DECREE, daily(approved)) == Stage.GAZETTED


def test_a_decree_refused_by_the_house_falls_and_one_refused_by_the_senate_may_be_confirmed():
    decree = BillKind.EMERGENCY_DECREE
    assert stage_after(decree, daily((*DECREE, K.DECREE_HOUSE_REFUSED))) == Stage.REJECTED
    senate = (*DECREE, K.DECREE_HOUSE_APPROVED, K.DECREE_SENATE_REFUSED)
    confirmed = stage_after(decree, daily((*senate, K.DECREE_HOUSE_CONFIRMED)))
    assert confirmed == Stage.PARLIAMENT_APPROVED
    fallen = stage_after(decree, daily((*senate, K.DECREE_HOUSE_NOT_CONFIRMED)))
    assert fallen == Stage.REJECTED


def test_the_court_decides_on_a_decree_before_the_houses_go_on():
    at_court = (*DECREE, K.COURT_REFERRED)
    vote = refusal(BillKind.EMERGENCY_DECREE, at_court, Step(K.DECREE_HOUSE_APPROVED, START))
    assert vote.reason == Refusal.NOT_FROM_STAGE
    cleared = stage_after(BillKind.EMERGENCY_DECREE, daily((*at_court, K.COURT_CLEARED)))
    assert cleared == Stage.DECREE_HOUSE
    void = stage_after(BillKind.EMERGENCY_DECREE, daily((*at_court, K.COURT_STRUCK_WHOLE)))
    assert void == Stage.FELL_AT_COURT


def test_a_decree_does_not_lapse_with_the_house():
    lapse = Step(K.LAPSED, START, exception_reason="mistaken")
    assert refusal(BillKind.EMERGENCY_DECREE, DECREE, lapse).reason == Refusal.NOT_FOR_KIND


TREATY = (K.SUBMITTED_PARLIAMENT, K.JOINT_AGENDA_PLACED)


def test_a_treaty_is_approved_refused_or_deemed_approved_after_sixty_days():
    approved = check(BillKind.TREATY, TREATY, Step(K.TREATY_APPROVED, date(2022, 7, 20)))
    assert approved == Stage.PARLIAMENT_APPROVED
    refused = check(BillKind.TREATY, TREATY, Step(K.TREATY_REFUSED, date(2022, 7, 20)))
    assert refused == Stage.REJECTED
    late = refusal(BillKind.TREATY, TREATY, Step(K.TREATY_REFUSED, date(2022, 7, 21)))
    assert (late.reason, late.day) == (Refusal.TOO_LATE, date(2022, 7, 20))
    deemed = Step(K.PARLIAMENT_DEEMED_APPROVED, date(2022, 7, 21))
    assert check(BillKind.TREATY, TREATY, deemed) == Stage.PARLIAMENT_APPROVED
    bound = (*TREATY, K.TREATY_APPROVED, K.TREATY_BOUND)
    assert stage_after(BillKind.TREATY, daily(bound)) == Stage.TREATY_CONCLUDED


def test_the_cabinet_may_ask_the_court_whether_a_treaty_needs_approval():
    asked = (K.SUBMITTED_PARLIAMENT, K.COURT_REFERRED)
    back = stage_after(BillKind.TREATY, daily((*asked, K.COURT_CLEARED)))
    assert back == Stage.SUBMITTED_PARLIAMENT


def test_a_bill_without_an_arrival_at_the_senate_is_still_on_its_way():
    assert stage_after(BillKind.MONEY, daily(TO_HOUSE_APPROVAL)) == Stage.HOUSE_APPROVED


def test_senators_alone_propose_no_bill_and_voters_no_organic_one():
    assert not may_propose(BillKind.ORDINARY, ProposerKind.MPS_AND_SENATORS)
    assert may_propose(BillKind.CONSTITUTION_AMENDMENT, ProposerKind.MPS_AND_SENATORS)
    assert not may_propose(BillKind.ORGANIC, ProposerKind.CITIZENS)
    assert not may_propose(BillKind.BUDGET, ProposerKind.MPS)
