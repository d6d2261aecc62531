"""Several workers send at the same time, and slowly: every message goes once all the same."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from tests.support.databases import both_databases, settings
from tests.support.followers import follows
from tests.support.following import deliveries
from tests.support.letters import letters_in
from tests.support.ports import wait_until
from tests.support.records import keep_bill
from tests.support.two_workers import two_workers
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.following import service
from webapp.following.events import passed
from webapp.following.service import Channel, DeliveryState
from webapp.shared import outbox

PEOPLE = 40


def people_follow(bill, count):
    for number in range(count):
        follows(f"n{number}@example.org", "bill", bill.id)
    outbox.drain()


def something_happens(bill):
    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    return bills.record_vote(bill.public_id, facts, None)


@pytest.fixture
def bill(app, clock):
    kept = keep_bill()
    outbox.drain()
    return kept


@pytest.fixture
def each_takes():
    """Let handing a message over take so long by the site's clock, and another worker look for
    messages meanwhile; gives what it found."""
    found, hooks = [], []

    def each_takes(clock, **long):
        def pass_time(_sender, boundary):
            if boundary == "sent":
                clock.advance(**long)
                found.extend(one.delivery_id for one in service.claim(Channel.EMAIL, 100))

        passed.connect(pass_time)
        hooks.append(pass_time)
        return found

    yield each_takes
    for hook in hooks:
        passed.disconnect(hook)


@both_databases
def test_no_other_worker_takes_what_goes_slowly(app, clock, bill, each_takes):
    people_follow(bill, 15)
    found = each_takes(clock, minutes=1)
    something_happens(bill)
    outbox.drain()
    assert found == []
    assert [one.state for one in deliveries()] == [DeliveryState.SENT] * 15
    assert len(letters_in(app.extensions["settings"].INSTANCE_DIR)) == 15


@both_databases
def test_a_worker_that_hung_too_long_leaves_the_rest_to_whoever_took_it(
    app, clock, bill, each_takes
):
    people_follow(bill, 5)
    found = each_takes(clock, minutes=11)
    something_happens(bill)
    outbox.drain()
    # Of its own claim it sent the one letter that took so long, and none that another has in hand.
    first, *others = deliveries()
    assert first.state is DeliveryState.SENT
    assert {one.state for one in others} == {DeliveryState.WAITING}
    assert {one.id for one in others} <= set(found)
    assert len(letters_in(app.extensions["settings"].INSTANCE_DIR)) == 1


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
class TestTwoRealWorkers:
    """On PostgreSQL, with jobs in Redis, to a mail server."""

    @pytest.fixture
    def config(self, tmp_path, database, redis_url, letters):
        config = settings(tmp_path / "instance", database)
        return replace(config, JOBS_URL=redis_url, MAIL_URL=letters.url)

    def test_two_workers_send_together_and_each_letter_once(self, app, config, letters):
        bill = keep_bill()
        people_follow(bill, PEOPLE)
        letters.received.clear()
        before = letters.connections
        letters.together = before + 2
        with two_workers(config):
            something_happens(bill)
            wait_until(lambda: len(letters.received) >= PEOPLE, 60, "every letter")
        outbox.drain()
        came = Counter(letter["X-Envelope-To"] for letter in letters.received)
        assert came == Counter(f"n{number}@example.org" for number in range(PEOPLE))
        assert letters.connections >= before + 2
        assert {one.state for one in deliveries()} == {DeliveryState.SENT}
