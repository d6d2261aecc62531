"""The log of a bill: recording, refusing, withdrawing, and who is told."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.integration.bills.making import TO_SENATE, K, make_bill, make_session, record
from tests.support.databases import both_databases
from webapp.bills import events, service
from webapp.bills.rules.refusals import Refusal
from webapp.bills.rules.stages import Stage, StageFamily
from webapp.extensions import db
from webapp.shared.audit import staff_acted
from webapp.staff.models import AuditEntry

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def heard():
    """What was announced, as (name, bill id)."""
    announced = []
    signals = {
        "added": events.bill_added,
        "recorded": events.step_recorded,
        "withdrawn": events.step_withdrawn,
        "voted": events.vote_recorded,
    }
    ears = []
    for name, signal in signals.items():

        def hear(_sender, bill_id, name=name, **_more):
            announced.append((name, bill_id))

        ears.append(hear)
        signal.connect(hear)
    return announced, ears


@both_databases
def test_a_step_is_kept_and_moves_the_bill(app, database):
    bill = make_bill(*TO_SENATE)
    kept = service.get_bill(bill.public_id)
    assert [step.kind for step in kept.steps] == [kind for kind, _on in TO_SENATE]
    assert (kept.stage, kept.family) == (Stage.SENATE_RECEIVED, StageFamily.SENATE)
    assert (kept.began_on, kept.moved_on) == (date(2025, 12, 15), date(2026, 1, 20))


@both_databases
def test_withdrawing_a_step_keeps_it_and_restores_the_stage_before(app, database):
    bill = make_bill(*TO_SENATE)
    wrong = record(bill, K.SENATE_R1_REJECTED, "2026-02-01")
    service.withdraw_step(bill.public_id, wrong.id, "It was another bill.", None)
    db.session.expire_all()
    bill = service.get_bill(bill.public_id)
    assert bill.stage == Stage.SENATE_RECEIVED
    assert len(bill.steps) == len(TO_SENATE) + 1
    assert bill.steps[-1].withdrawn_why == "It was another bill."
    record(bill, K.SENATE_R1_ACCEPTED, "2026-02-01")
    assert service.get_bill(bill.public_id).stage == Stage.SENATE_R2


def test_what_is_kept_for_lists_is_what_the_log_says(app):
    bill = make_bill(*TO_SENATE)
    state = service.bill_state(bill)
    assert (bill.stage, bill.family) == (state.stage, state.family)


def test_a_step_that_the_constitution_does_not_allow_is_refused_and_leaves_nothing(app, heard):
    bill = make_bill(*TO_SENATE[:2])
    told = len(heard[0])
    with pytest.raises(service.StepRefused) as refused:
        record(bill, K.SENATE_R1_ACCEPTED, "2026-02-01")
    assert refused.value.why.reason == Refusal.NOT_FROM_STAGE
    db.session.expire_all()
    assert len(service.get_bill(bill.public_id).steps) == 2
    assert len(heard[0]) == told


def test_a_step_on_which_later_steps_stand_cannot_be_withdrawn_before_them(app):
    bill = make_bill(*TO_SENATE)
    with pytest.raises(service.StepRefused):
        service.withdraw_step(bill.public_id, bill.steps[2].id, "wrong", None)
    assert service.get_bill(bill.public_id).stage == Stage.SENATE_RECEIVED


def test_a_withdrawn_step_cannot_be_withdrawn_again(app):
    bill = make_bill(*TO_SENATE)
    last = bill.steps[-1].id
    service.withdraw_step(bill.public_id, last, "wrong", None)
    with pytest.raises(service.StepNotFound):
        service.withdraw_step(bill.public_id, last, "wrong", None)


def test_an_exception_takes_its_place_among_the_days(app):
    bill = make_bill(*TO_SENATE)
    reason = "The minutes were found later."
    record(bill, K.HOUSE_COMMITTEE_REPORTED, "2026-01-05", exception_reason=reason)
    days = [step.on for step in service.get_bill(bill.public_id).steps]
    assert days == sorted(days)
    assert service.get_bill(bill.public_id).stage == Stage.SENATE_RECEIVED


def test_followers_are_told_of_steps_and_of_their_withdrawal(app, heard):
    bill = make_bill(TO_SENATE[0])
    service.withdraw_step(bill.public_id, bill.steps[0].id, "wrong", None)
    assert heard[0] == [("added", bill.id), ("recorded", bill.id), ("withdrawn", bill.id)]


def test_each_deed_of_staff_is_audited_with_who_did_it(app):
    deeds = []

    def hear(_sender, account_id, action, subject):
        deeds.append((account_id, action, subject))

    staff_acted.connect(hear)
    bill = make_bill(TO_SENATE[0])
    service.withdraw_step(bill.public_id, bill.steps[0].id, "wrong", None)
    assert [action for _who, action, _what in deeds] == [
        "bills.add_bill",
        "bills.record_step",
        "bills.withdraw_step",
    ]
    assert len(db.session.scalars(select(AuditEntry)).all()) == 3


def test_the_last_day_follows_the_sessions_that_staff_enter(app, clock):
    bill = make_bill(*TO_SENATE)
    assert service.bill_state(bill).deadline.due is None
    make_session("2025-12-12", "2026-04-10")
    state = service.bill_state(bill)
    # 60 days in session from 20 January 2026, that day included.
    assert state.deadline.due == date(2026, 3, 20)
    assert state.deadline.days_left == 18
    clock.advance(days=30)
    late = service.bill_state(bill)
    assert late.deemed_approved_on == date(2026, 3, 21)


def test_a_bill_of_a_proposer_that_may_not_propose_it_is_refused(app):
    facts = service.BillFacts(
        service.BillKind.BUDGET,
        service.ProposerKind.CITIZENS,
        (service.TitleFacts(service.TitleKind.DRAFT, "ร่าง"),),
    )
    with pytest.raises(service.ProposerRefused):
        service.add_bill(facts, None)


def test_a_kind_that_does_not_fit_the_steps_recorded_is_refused(app):
    bill = make_bill(*TO_SENATE)
    facts = service.BillFacts(
        service.BillKind.EMERGENCY_DECREE,
        service.ProposerKind.CABINET,
        (service.TitleFacts(service.TitleKind.DRAFT, "ร่าง"),),
    )
    with pytest.raises(service.StepRefused):
        service.change_bill(bill.public_id, facts, None)


def test_the_end_of_the_house_lets_what_was_not_approved_lapse(app, heard):
    waiting = make_bill(*TO_SENATE)
    approved = make_bill(
        *TO_SENATE,
        (K.SENATE_R1_ACCEPTED, "2026-01-25"),
        (K.SENATE_R2_DONE, "2026-01-26"),
        (K.SENATE_R3_APPROVED, "2026-01-26"),
    )
    later = make_bill((K.SUBMITTED_HOUSE, "2026-03-01"))
    heard[0].clear()
    assert service.end_house(date(2026, 2, 20), "decree", "", None) == 1
    assert service.get_bill(waiting.public_id).stage == Stage.LAPSED
    assert service.get_bill(approved.public_id).stage == Stage.PARLIAMENT_APPROVED
    assert service.get_bill(later.public_id).stage == Stage.SUBMITTED_HOUSE
    assert heard[0] == [("recorded", waiting.id)]


@pytest.mark.parametrize("asked", ["b-", "b-x", "12", "b-99999999999999", "b-0", "b-๑"])
def test_an_unknown_number_finds_no_bill(app, asked):
    with pytest.raises(service.BillNotFound):
        service.get_bill(asked)


def test_a_law_finds_the_bill_that_it_was(app):
    bill = make_bill()
    facts = service.BillFacts(
        service.BillKind.ORDINARY,
        service.ProposerKind.CABINET,
        (
            service.TitleFacts(service.TitleKind.DRAFT, "ร่างพระราชบัญญัติทดสอบ (ฉบับที่ ..) พ.ศ. ...."),
            service.TitleFacts(service.TitleKind.ENACTED, "พระราชบัญญัติทดสอบ (ฉบับที่ 2) พ.ศ. 2569"),
        ),
    )
    service.change_bill(bill.public_id, facts, None)
    assert service.bills_enacted_as("พ.ร.บ.ทดสอบ (ฉบับที่ ๒) พ.ศ. ๒๕๖๙") == [bill.id]
    assert service.bills_enacted_as("พระราชบัญญัติทดสอบ (ฉบับที่ 3) พ.ศ. 2569") == []
