"""The monitor fails loudly, in words and by its exit code, where news is 15 minutes late."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from tests.support.databases import both_databases
from tests.support.followers import follower, follows
from tests.support.following import deliveries
from tests.support.page_rules import words
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.extensions import db
from webapp.following import service
from webapp.following.service import Cadence, Channel
from webapp.shared import clock as site_clock
from webapp.shared import outbox
from webapp.shared.outbox import OutboxRow
from webapp.shared.transaction import transaction


@pytest.fixture
def bill(app, clock):
    kept = keep_bill()
    outbox.drain()
    return kept


@pytest.fixture
def check(app, page):
    """What the monitor says, and that /health says the same of it."""

    def check():
        done = app.test_cli_runner().invoke(args=["following", "check"])
        health = page.client.get("/health")
        assert (health.status_code, health.json["status"]) == (
            (503, "news is late") if done.exit_code else (200, "ok")
        )
        return done.exit_code, done.output

    return check


def something_happens(bill):
    entry = bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2))
    return bills.record_step(bill.public_id, entry, None)


def worker_forgets():
    """All work counts as done though nobody did it."""
    db.session.execute(update(OutboxRow).values(done_at=site_clock.now()))
    db.session.commit()


OUTAGE = "so many are put off that it is a provider's trouble, or ours\n"


def said(work=0, unmatched=0, unsent=0, put_off=0, people=0):
    return (
        f"work not done: {work}; events without their followers: {unmatched}; "
        f"messages not sent: {unsent}, of which put off by the other side: {put_off} "
        f"(people: {people})\n"
    )


def test_where_all_has_gone_the_monitor_is_content(bill, check, clock):
    follows("nok@example.org", "bill", bill.id)
    assert check() == (0, said())
    something_happens(bill)
    outbox.drain()
    clock.advance(hours=1)
    assert check() == (0, said())


def test_work_that_nobody_does_is_late_after_fifteen_minutes(bill, check, clock):
    something_happens(bill)
    clock.advance(minutes=14)
    assert check() == (0, said())
    clock.advance(minutes=1)
    assert check() == (1, said(work=1))
    outbox.drain()
    assert check() == (0, said())


def test_an_event_whose_followers_were_never_looked_for_is_late(bill, check, clock):
    service.announce(service.of_step(something_happens(bill)))
    worker_forgets()
    clock.advance(minutes=15)
    assert check() == (1, said(unmatched=1))


def test_an_immediate_message_that_has_not_gone_is_late(bill, check, clock):
    for name in ("nok", "ple"):
        follows(f"{name}@example.org", "bill", bill.id)
    service.match(service.announce(service.of_step(something_happens(bill))).id)
    worker_forgets()
    assert check() == (0, said())
    clock.advance(minutes=15)
    assert check() == (1, said(unsent=2))

    # What the other side put off for one person is that person's trouble, the other one is ours.
    first, second = deliveries()
    service.note_put_off(first.id, "451 try later")
    assert check() == (1, said(unsent=2, put_off=1, people=1))
    service.note_sent([second.id])
    assert check() == (0, said(unsent=1, put_off=1, people=1))
    service.note_sent([first.id])
    assert check() == (0, said())


def test_what_waits_for_an_address_whose_letters_came_back_is_not_late(bill, check, clock):
    follows("nok@example.org", "bill", bill.id)
    service.match(service.announce(service.of_step(something_happens(bill))).id)
    worker_forgets()
    # A worker has it in hand, so it keeps its name.
    service.claim(Channel.EMAIL, 1)
    clock.advance(minutes=15)
    assert check() == (1, said(unsent=1))
    service.note_refusal(follower("nok@example.org").id, "5.1.1")
    assert check() == (0, said())


@both_databases
def test_the_page_of_speed_counts_what_still_waits_as_slow(bill, page, clock):
    for name in ("nok", "ple"):
        follows(f"{name}@example.org", "bill", bill.id)
    service.match(service.announce(service.of_step(something_happens(bill))).id)
    worker_forgets()
    first, second = deliveries()
    service.note_sent([first.id])
    service.note_put_off(second.id, "451 try later")
    clock.advance(minutes=14)
    assert "1 message was to go at once; 1 went within" in seen(page)
    clock.advance(minutes=60)
    thai, english = (words(shown.main) for shown in page.both("/following/speed"))
    assert "2 messages were to go at once; 1 of them went within 15 minutes" in english
    assert "1 still waits after 15 minutes and counts as slow." in english
    assert "1 hour 14 minutes" in english
    assert "อีก 1 ข้อความยังรออยู่แม้เกิน 15 นาทีแล้ว" in thai


def seen(page):
    return words(page.get("/en/following/speed").main)


def test_what_waits_for_its_hour_or_for_the_end_of_a_pause_is_not_late(bill, check, clock):
    follows("nok@example.org", "bill", bill.id, cadence=Cadence.WEEKLY)
    follows("ple@example.org", "bill", bill.id)
    service.pause(follower("ple@example.org"), clock() + timedelta(days=3))
    something_happens(bill)
    outbox.drain()
    clock.advance(days=1)
    assert check() == (0, said())


def test_an_immediate_message_that_one_wish_left_to_another_is_late(bill, check, clock):
    first = follows("nok@example.org", "bill", bill.id)
    follows("nok@example.org", "everything", language="en")
    service.match(service.announce(service.of_step(something_happens(bill))).id)
    service.stop_one(follower("nok@example.org"), first.id)
    service.claim(Channel.EMAIL, 1)
    assert service.make_digests() == 1
    worker_forgets()
    assert check() == (0, said())
    clock.advance(minutes=15)
    assert check() == (1, said(unsent=1))
    waiting = deliveries()[-1]
    service.note_put_off(waiting.id, "451 try later")
    assert check() == (0, said(unsent=1, put_off=1, people=1))
    # Nobody tries it again in time: that is ours.
    clock.advance(minutes=25)
    assert check() == (1, said(unsent=1))
    service.note_refusal(follower("nok@example.org").id, "5.1.1")
    assert check() == (0, said())


def test_a_missed_round_is_late_and_one_that_another_made_up_for_is_not(bill, check, clock):
    with transaction():
        outbox.enqueue("following.go_round")
    assert check() == (0, said())
    clock.advance(minutes=15)
    assert check() == (1, said(work=1))
    with transaction():
        outbox.enqueue("following.go_round")
    last = db.session.query(OutboxRow).order_by(OutboxRow.id.desc()).first()
    assert outbox.run(last.id)
    assert check() == (0, said())
    clock.advance(minutes=31)
    assert check() == (1, said(work=1))
