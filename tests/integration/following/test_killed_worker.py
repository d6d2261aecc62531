"""A worker that is killed between any two steps loses nothing and repeats nothing visible.

SIANG_KILL_ROUNDS says how many times (10 unless said otherwise; 200 is the full proof).
"""

import os
import random
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from tests.support.databases import both_databases
from tests.support.followers import follows
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.extensions import db
from webapp.following.events import passed
from webapp.following.service import Cadence
from webapp.shared import outbox
from webapp.shared.transaction import transaction

ROUNDS = int(os.environ.get("SIANG_KILL_ROUNDS", "10"))
SENDING = ("claimed", "to be sent", "sent", "noted")
AT_ONCE = ("announced", "matched", "messages made", "ready", *SENDING)
DIGESTS = ("digests made", *SENDING)
PEOPLE = 6
KILLED = 9


@pytest.fixture
def config(config, letters):
    """The mail goes to a real server, which outlives every worker."""
    return replace(config, MAIL_URL=letters.url)


def work(app, boundary="", occurrence=1):
    """Do all waiting work in a process of its own, which ends without a word when it comes to the
    boundary for the so-manieth time; gives whether it was ended so."""
    child = os.fork()
    if child == 0:
        left = [occurrence]

        def end(_sender, boundary):
            if boundary == wanted:
                left[0] -= 1
                if left[0] == 0:
                    os._exit(KILLED)

        wanted = boundary
        try:
            # The connections of the parent are not this process's to close.
            db.session.registry.clear()
            db.engine.dispose(close=False)
            with app.app_context():
                passed.connect(end)
                outbox.drain()
        except BaseException:
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, KILLED)
    return code == KILLED


def killed_and_taken_up_again(app, clock, boundary, rounds):
    """Kill a worker at a boundary, let its leases run out, let another finish."""
    often = rounds.randint(1, PEOPLE) if boundary in ("to be sent", "sent") else 1
    was_killed = work(app, boundary, often)
    clock.advance(minutes=61)
    assert not work(app)
    # What rested for five minutes at the most.
    clock.advance(minutes=6)
    assert not work(app)
    return was_killed


def arrived(letters):
    """By address, how often each Message-ID came since the last look."""
    came: dict[str, Counter[str]] = {}
    for letter in letters.received:
        came.setdefault(letter["X-Envelope-To"], Counter())[letter["Message-ID"]] += 1
    letters.received.clear()
    return came


def once_each(came, people):
    """Everybody has one letter, or the same once more; gives how many came twice."""
    assert set(came) == set(people)
    for address, names in came.items():
        assert len(names) == 1, f"{address}: {names}"
        assert set(names.values()) <= {1, 2}
    return sum(count - 1 for names in came.values() for count in names.values())


@both_databases
def test_everybody_gets_each_event_once_wherever_the_worker_is_killed(app, clock, letters):
    bill = keep_bill()
    outbox.drain()
    now = [f"now{number}@example.org" for number in range(PEOPLE)]
    daily = [f"daily{number}@example.org" for number in range(PEOPLE)]
    for address in now:
        follows(address, "bill", bill.id)
    for address in daily:
        follows(address, "bill", bill.id, cadence=Cadence.DAILY, hour=8)
    public_id = bill.public_id
    outbox.drain()
    letters.received.clear()
    rounds = random.Random(4)  # noqa: S311 (where to kill, no secret)
    killed: Counter[str] = Counter()
    twice = 0
    for number in range(ROUNDS // 2):
        facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title=f"มติ {number}")
        bills.record_vote(public_id, facts, None)
        db.session.remove()
        boundary = AT_ONCE[number % len(AT_ONCE)]
        killed[boundary] += killed_and_taken_up_again(app, clock, boundary, rounds)
        twice += once_each(arrived(letters), now)

        # A whole day, so that the hour of the digest strikes once in every round.
        clock.advance(days=1)
        with transaction():
            outbox.enqueue("following.go_round")
        db.session.remove()
        boundary = DIGESTS[number % len(DIGESTS)]
        killed[boundary] += killed_and_taken_up_again(app, clock, boundary, rounds)
        twice += once_each(arrived(letters), daily)
        clock.advance(hours=3)
    assert sum(killed.values()) == ROUNDS // 2 * 2, killed
    assert twice <= ROUNDS * PEOPLE
