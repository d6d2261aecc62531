"""What a provider puts off for one person does not fail the monitor; for many it does, till it goes."""

from datetime import date

import pytest
from sqlalchemy import update

from tests.support.databases import both_databases
from tests.support.followers import follower, follows
from tests.support.following import deliveries
from tests.support.page_rules import words
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.extensions import db
from webapp.following import service
from webapp.following.rules import deferring
from webapp.following.service import DeliveryState, Scope
from webapp.shared import clock as site_clock
from webapp.shared import outbox
from webapp.shared.outbox import OutboxRow

NOK = "nok@example.org"
FULL = "(452, b'4.2.2 the mailbox is full')"


@pytest.fixture
def bill(app, clock):
    kept = keep_bill()
    outbox.drain()
    return kept


@pytest.fixture
def half(monkeypatch):
    """So that few people are enough to try it with: more than half of them are too many."""
    monkeypatch.setattr(deferring, "MANY_PERCENT", 50)


def people(count, bill, first=0):
    for number in range(first, first + count):
        follows(f"n{number}@example.org", "bill", bill.id)


def something_happens(bill):
    """Messages are made and none is sent; gives those."""
    known = {one.id for one in deliveries()}
    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    vote = bills.record_vote(bill.public_id, facts, None)
    service.match(service.announce(service.of_vote(bill.id, vote)).id)
    db.session.execute(update(OutboxRow).values(done_at=site_clock.now()))
    db.session.commit()
    return [one.id for one in deliveries() if one.id not in known]


def put_off(ids):
    for number in ids:
        wait = service.note_put_off(number, FULL)
    return wait


@both_databases
def test_one_full_mailbox_fails_nothing_in_its_72_hours(bill, clock):
    people(2, bill)
    full, fine = something_happens(bill)
    service.note_sent([fine])
    begun = clock()
    while deliveries()[0].state is DeliveryState.WAITING:
        wait = put_off([full])
        assert not service.late().is_late
        clock.advance(seconds=wait.total_seconds())
        late = service.late()
        assert not late.is_late
    assert (clock() - begun).total_seconds() >= 72 * 3600
    assert (late.unsent, late.people) == (0, 0)


@both_databases
def test_a_provider_that_puts_many_off_fails_it_until_they_have_theirs(bill, clock, half):
    people(7, bill)
    first, second, *others = something_happens(bill)
    service.note_sent([first, second])
    put_off(others)
    clock.advance(minutes=15)
    for number in others:
        service.note_put_off(number, FULL)
    late = service.late()
    assert (late.put_off, late.people, late.is_outage, late.is_late) == (5, 5, True, True)
    service.note_sent(others[:1])
    assert not service.late().is_late
    assert service.late().people == 4


@both_databases
def test_what_others_get_later_hides_no_outage_and_a_quiet_night_makes_none(bill, clock, half):
    people(6, bill)
    first, *others = something_happens(bill)
    service.note_sent([first])
    put_off(others)
    clock.advance(hours=3)
    elsewhere = keep_bill("ร่างพระราชบัญญัติประมง พ.ศ. ....")
    people(30, elsewhere, first=10)
    service.note_sent(something_happens(elsewhere))
    put_off(others)
    assert service.late().is_outage
    clock.advance(hours=4)
    put_off(others)
    assert service.late().is_outage
    service.note_sent(others)
    assert not service.late().is_outage


def test_a_full_mailbox_now_and_then_adds_up_to_no_outage(bill, clock, half):
    full = []
    for hour in range(6):
        each = keep_bill(f"ร่างที่ {hour}")
        people(3, each, first=10 * hour)
        one, *others = something_happens(each)
        service.note_sent(others)
        full.append(one)
        put_off(full)
        clock.advance(hours=1)
        put_off(full)
    clock.advance(hours=5)
    put_off(full)
    late = service.late()
    assert (late.people, late.is_outage) == (6, False)


def test_what_was_never_tried_fails_it_beside_what_was_put_off(bill, clock):
    people(2, bill)
    first, _never = something_happens(bill)
    put_off([first])
    clock.advance(minutes=15)
    put_off([first])
    late = service.late()
    assert (late.unsent, late.put_off, late.is_late) == (2, 1, True)


def test_whom_a_message_waits_for_reads_why_and_the_desk_counts_it(bill, clock, page, officer):
    follows(NOK, "bill", bill.id)
    (waiting,) = something_happens(bill)
    put_off([waiting])
    token = service.follower_token(follower(NOK), Scope.MANAGE, "test")
    page.get(f"/following/mine/{token}")
    thai, english = (words(shown.main) for shown in page.both("/following"))
    assert "1 message to you waits (E-mail)" in english
    assert "the mailbox is full (4.2.2)" in english
    assert "up to 72 hours" in english
    assert "กล่องจดหมายเต็ม" in thai
    assert "Messages to 1 person wait" in words(officer.get("/en/staff").main)
    service.note_sent([waiting])
    assert "waits" not in words(page.get("/en/following").main)
    assert "Messages to" not in words(officer.get("/en/staff").main)
