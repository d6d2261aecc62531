"""Work done later: written with the change, done at least once, tried again after a failure."""

import pytest
from sqlalchemy import select

from tests.support.databases import both_databases
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.errors import Refused
from webapp.shared.outbox import Job, OutboxRow, enqueue, enqueue_once
from webapp.shared.sending import Away
from webapp.shared.transaction import transaction


@pytest.fixture
def done(app, clock) -> list[int]:
    """What the job `test.note` was called with, in order; a 0 makes it fail."""
    called: list[int] = []

    def note(number: int) -> None:
        called.append(number)
        if number == 0:
            raise OSError("the other end is away")

    app.extensions["jobs"].registry["test.note"] = Job(note, lease_minutes=5)
    return called


def ask(number: int) -> int:
    """Write one row; return its id."""
    with transaction():
        enqueue("test.note", number=number)
    return db.session.scalars(select(OutboxRow.id).order_by(OutboxRow.id.desc())).first()


@both_databases
def test_work_waits_until_it_is_done_once(done):
    ask(1)
    assert done == []
    assert outbox.drain() == 1
    assert outbox.drain() == 0
    assert done == [1]


@both_databases
def test_a_refused_change_leaves_no_work(done):
    def change() -> None:
        with transaction():
            enqueue("test.note", number=1)
            raise Refused

    with pytest.raises(Refused):
        change()
    assert outbox.drain() == 0


def test_an_unknown_name_is_an_error_at_once(done):
    with pytest.raises(KeyError), transaction():
        enqueue("test.no_such_job")


@both_databases
def test_failed_work_is_tried_again_later_and_its_failure_is_kept(done, clock):
    row_id = ask(0)
    assert outbox.drain() == 0
    assert done == [0]
    assert "away" in db.session.get(OutboxRow, row_id).failure
    assert outbox.waiting() == []
    clock.advance(minutes=1)
    outbox.drain()
    clock.advance(minutes=1)
    assert outbox.waiting() == []
    clock.advance(minutes=1)
    assert outbox.waiting() == [row_id]


def test_work_is_given_up_after_twelve_tries(done, clock):
    ask(0)
    for _ in range(20):
        outbox.drain()
        clock.advance(days=1)
    assert len(done) == outbox.MAX_ATTEMPTS


def test_after_the_other_side_was_away_one_fault_of_ours_gives_nothing_up(app, clock):
    faults = [Away("no answer")] * 100 + [OSError("a fault of ours")] * 3
    given_up: list[int] = []

    def note(number: int) -> None:
        if faults:
            raise faults.pop(0)

    def tell(number: int, error: Exception) -> None:
        given_up.append(number)

    app.extensions["jobs"].registry["test.note"] = Job(note, given_up=tell)
    row_id = ask(1)
    for _hour in range(120):
        outbox.drain()
        clock.advance(hours=1)
    assert not faults
    assert given_up == []
    assert db.session.get(OutboxRow, row_id).done_at is not None


@both_databases
def test_what_a_crash_left_in_hand_is_taken_up_after_its_lease(done, clock):
    row_id = ask(1)
    with transaction():
        db.session.get(OutboxRow, row_id).handed_at = clock()
    assert outbox.drain() == 0
    clock.advance(minutes=6)
    assert outbox.drain() == 1
    assert done == [1]


@both_databases
def test_two_workers_do_not_both_do_it(done, app):
    row_id = ask(1)
    assert outbox.run(row_id)
    assert not outbox.run(row_id)
    assert done == [1]


@both_databases
def test_the_same_work_waits_once_until_somebody_has_begun_it(done):
    for number in (7, 7, 8):
        with transaction():
            enqueue_once("test.note", number=number)
    assert outbox.drain() == 2
    with transaction():
        enqueue_once("test.note", number=7)
    outbox.drain()
    assert done == [7, 8, 7]
