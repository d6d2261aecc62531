"""A message that cannot be put together holds up no other, and a name may have two lines."""

from datetime import date

import pytest

from tests.support.followers import follows
from tests.support.following import deliveries, files_sent, first_reading, step
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.bills.entry import bill_facts, bill_form
from webapp.bills.forms import BillForm
from webapp.following import service
from webapp.following.messages import copies
from webapp.following.service import DeliveryState
from webapp.shared import outbox

pytestmark = pytest.mark.usefixtures("clock")
TWO_LINES = "ร่างพระราชบัญญัติสหกรณ์\r\n(ฉบับที่ ..) พ.ศ. ...."


def test_a_bill_whose_name_has_two_lines_is_told_with_its_name_in_one(app):
    bill = keep_bill(TWO_LINES)
    outbox.drain()
    follows("nok@example.org", "bill", bill.id)
    first_reading(bill)
    (letter,) = files_sent()
    assert str(letter["Subject"]).startswith("ร่างพระราชบัญญัติสหกรณ์ (ฉบับที่ ..) พ.ศ. ....: ")


def test_a_name_typed_in_two_lines_is_kept_in_one(app):
    typed = {"kind": "ordinary", "proposer_kind": "cabinet", "draft_title": TWO_LINES}
    with app.test_request_context(method="POST", data=typed):
        facts = bill_facts(bill_form(BillForm()))
    assert [title.text for title in facts.titles] == ["ร่างพระราชบัญญัติสหกรณ์ (ฉบับที่ ..) พ.ศ. ...."]


def test_a_letter_that_cannot_be_put_together_rests_and_the_others_go(app, monkeypatch):
    good, bad = keep_bill(), keep_bill("ร่างที่แต่งจดหมายไม่ได้")
    outbox.drain()
    follows("nok@example.org", "bill", bad.id)
    follows("ple@example.org", "bill", good.id)
    whole = copies.news_letter

    def broken(told, *more):
        if "แต่งจดหมายไม่ได้" in told[0].name:
            raise ValueError("no such letter")
        return whole(told, *more)

    monkeypatch.setattr(copies, "news_letter", broken)
    entry = bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2))
    bills.record_step(bad.public_id, entry, None)
    step(good, bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2))

    assert [letter["To"] for letter in files_sent()] == ["ple@example.org"]
    waiting, sent = sorted(deliveries(), key=lambda one: one.state != DeliveryState.WAITING)
    assert sent.state is DeliveryState.SENT
    assert (waiting.put_off, waiting.claim) == (1, None)
    assert "no such letter" in waiting.failure


def test_the_monitor_says_that_a_message_waits_that_cannot_be_put_together(app, monkeypatch, clock):
    bill = keep_bill()
    outbox.drain()
    follows("nok@example.org", "bill", bill.id)
    monkeypatch.setattr(copies, "news_letter", lambda *_all: 1 / 0)
    first_reading(bill)
    clock.advance(minutes=15)
    late = service.late()
    assert (late.unsent, late.put_off, late.is_late) == (1, 0, True)
