"""What staff corrected stays when the same records are imported again; undated steps keep their place."""

from dataclasses import replace
from datetime import date

from webapp.bills import service
from webapp.bills.service import (
    BillFacts,
    BillKind,
    ProposerKind,
    StepEntry,
    StepKind,
    TitleFacts,
    TitleKind,
)

FACTS = BillFacts(
    BillKind.ORDINARY,
    ProposerKind.CABINET,
    (TitleFacts(TitleKind.DRAFT, "ร่างพระราชบัญญัติสหกรณ์ พ.ศ. ...."),),
    proposer_name="คณะรัฐมนตรี",
)
STEPS = [
    StepEntry(StepKind.SUBMITTED_HOUSE, date(2020, 1, 6)),
    StepEntry(StepKind.SENATE_RECEIVED, date(2020, 6, 1)),
    StepEntry(StepKind.GAZETTED, date(2020, 12, 1)),
]


def test_a_correction_by_staff_outlives_the_next_import(app):
    bill, _outcome = service.add_or_update_bill("r-1", FACTS, STEPS, service.STEPS)
    corrected = replace(FACTS, proposer_name="คณะรัฐมนตรี ชุดที่ 62", acceptance_number="12/2563")
    service.change_bill(bill.public_id, corrected, None)

    again, outcome = service.add_or_update_bill("r-1", FACTS, STEPS, service.STEPS)

    assert outcome == "unchanged"
    assert again.proposer_name == "คณะรัฐมนตรี ชุดที่ 62"
    assert again.acceptance_number == "12/2563"


def test_a_record_still_adds_what_staff_left_empty(app):
    bill, _outcome = service.add_or_update_bill("r-1", FACTS, STEPS, service.STEPS)
    service.change_bill(bill.public_id, replace(FACTS, proposer_name="ครม."), None)
    richer = replace(FACTS, gazette_volume="137", gazette_on=date(2020, 12, 1))

    again, outcome = service.add_or_update_bill("r-1", richer, STEPS, service.STEPS)

    assert (outcome, again.gazette_volume, again.proposer_name) == ("changed", "137", "ครม.")


def test_an_undated_step_that_comes_later_stands_where_its_record_tells_it(app):
    service.add_or_update_bill("r-1", FACTS, STEPS, service.STEPS)
    more = [*STEPS[:2], StepEntry(StepKind.SENATE_R3_APPROVED, None), STEPS[2]]

    bill, outcome = service.add_or_update_bill("r-1", FACTS, more, service.STEPS)

    assert outcome == "changed"
    assert [step.kind for step in bill.steps] == [entry.kind for entry in more]
    assert bill.stage is service.Stage.GAZETTED
