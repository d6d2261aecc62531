"""The monitor fails loudly, in words and by its exit code, where news is 15 minutes late."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from tests.support.followers import follower, follows
from tests.support.following import deliveries
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.extensions import db
from webapp.following import service
from webapp.following.service import Cadence
from webapp.shared import clock as site_clock
from webapp.shared import outbox
from webapp.shared.outbox import OutboxRow


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


def said(work=0, unmatched=0, unsent=0, resting=0, stuck=0):
    return (
        f"work not done: {work}; events without their followers: {unmatched}; "
        f"messages not sent: {unsent}; put off by the other side: {resting}, "
        f"of which while nothing went at all: {stuck}\n"
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

    # What the other side put off is no fault of ours, and is said.
    first, second = deliveries()
    service.note_put_off(first.id, "451 try later")
    assert check() == (1, said(unsent=1, resting=1, stuck=1))
    service.note_sent([second.id])
    assert check() == (0, said(resting=1))


def test_a_server_that_puts_everything_off_is_late(bill, check, clock):
    for name in ("nok", "ple"):
        follows(f"{name}@example.org", "bill", bill.id)
    service.match(service.announce(service.of_step(something_happens(bill))).id)
    worker_forgets()
    for one in deliveries():
        service.note_put_off(one.id, "452 out of room")
    clock.advance(minutes=15)
    assert check() == (1, said(resting=2, stuck=2))


def test_what_waits_for_its_hour_or_for_the_end_of_a_pause_is_not_late(bill, check, clock):
    follows("nok@example.org", "bill", bill.id, cadence=Cadence.WEEKLY)
    follows("ple@example.org", "bill", bill.id)
    service.pause(follower("ple@example.org"), clock() + timedelta(days=3))
    something_happens(bill)
    outbox.drain()
    clock.advance(days=1)
    assert check() == (0, said())
