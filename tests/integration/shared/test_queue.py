"""The queue behind the outbox, with a real worker: in a SQLite file and in Redis."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.support.databases import settings
from tests.support.ports import wait_until
from webapp.extensions import db
from webapp.shared.outbox import Job, OutboxRow, enqueue
from webapp.shared.transaction import transaction


@pytest.fixture(params=["sqlite", "redis"])
def config(request, tmp_path, database):
    url = "" if request.param == "sqlite" else request.getfixturevalue("redis_url")
    return replace(settings(tmp_path / "instance", database), JOBS_URL=url)


@pytest.fixture
def worker(app):
    """One worker, as `flask jobs work` starts it."""
    consumer = app.extensions["jobs"].queue.create_consumer(
        workers=1, periodic=False, max_delay=0.1
    )
    consumer.start()
    yield consumer
    consumer.stop(graceful=True)


def is_done() -> bool:
    db.session.rollback()
    return db.session.scalar(select(OutboxRow.done_at)) is not None


def test_a_worker_does_what_a_page_left_to_it(app, worker):
    called = []
    app.extensions["jobs"].registry["test.note"] = Job(lambda number: called.append(number))
    with transaction():
        enqueue("test.note", number=7)
    wait_until(is_done, 15, "the worker")
    assert called == [7]
