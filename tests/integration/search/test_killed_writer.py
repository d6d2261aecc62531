"""A writer that is killed, an index that is broken or old: nothing is lost, no page is broken.

`KILL_ROUNDS=200 pytest tests/integration/search/test_killed_writer.py` is the full proof.
"""

import os
import random
from datetime import timedelta

import psycopg
import pytest
from sqlalchemy import func, select

from search_index import analysis, engines
from search_index.errors import IndexUnusable
from tests.support.killed_worker import kill_while_working, work_to_the_end
from tests.support.records import keep_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.search import jobs, service
from webapp.search.index import CHOICE_FILE, current_index
from webapp.search.models import SearchChange, SearchEntry
from webapp.shared import clock, outbox
from webapp.shared.outbox import OutboxRow

ROUNDS = int(os.environ.get("KILL_ROUNDS", "5"))
# Longer than any lease: what a killed worker had in hand is free for the next.
LATER = timedelta(hours=2)
LONGEST_WORK = 0.6


@pytest.fixture
def config(each_engine):
    return each_engine


@pytest.fixture
def indexed(app, closing):
    # The service's own pages would only take time here.
    app.extensions["searched_pages"] = {}
    keep_law("มาตรา ๑ ให้ปลูกป่าชายเลน", key="law-0", title="ป่าชายเลน 0")
    service.request_rebuild()
    outbox.drain()


def rows():
    """How many entries the database keeps: so many are in a whole index."""
    return db.session.scalar(select(func.count()).select_from(SearchEntry))


def found(page):
    """The titles of every document found, on all pages."""
    titles = set()
    for number in range(1, 100):
        shown = page.get(f"/search?q=ป่าชายเลน&kind=document&page={number}")
        heads = [head.get_text(strip=True) for head in shown.select("main li h3")]
        if not heads:
            return titles
        titles.update(heads)
    return titles


def leave(name):
    """Have the work of this name tried no more, as after so many workers that died of it."""
    for row in db.session.scalars(select(OutboxRow).filter_by(name=name, done_at=None)):
        row.handed_at, row.attempts = clock.now(), 2 * outbox.MAX_ATTEMPTS
    db.session.commit()


def test_however_often_a_worker_is_killed_no_change_is_lost_and_no_page_is_broken(
    page, indexed, config
):
    # Chance that is the same at every run; nothing secret hangs on it.
    chance = random.Random(133)  # noqa: S311
    wanted = {"ป่าชายเลน 0": None}
    for number in range(1, ROUNDS + 1):
        title = f"ป่าชายเลน {number}"
        law = keep_law("มาตรา ๑ ให้ปลูกป่าชายเลน", key=f"law-{number}", title=title)
        wanted[title] = law.public_id
        if number % 3 == 0:
            documents.withdraw_document(wanted.pop(f"ป่าชายเลน {number - 2}"))
        kill_while_working(config, number * LATER, chance.uniform(0, LONGEST_WORK))
        assert page.get("/search?q=ป่าชายเลน").select("main li h3")
    # A job in whose hands a worker dies time after time is left in the end: a start makes up for it.
    outbox.enqueue_at_start()
    work_to_the_end(config, (ROUNDS + 1) * LATER)

    left = select(OutboxRow).where(
        OutboxRow.name.startswith("search."), OutboxRow.done_at.is_(None)
    )
    assert not [(row.name, row.payload, row.attempts) for row in db.session.scalars(left)]
    assert found(page) == set(wanted)
    assert not page.get("/search?q=ป่าชายเลน").select(".notice--warning")
    # What was withdrawn is in the index no more, not even as one of a number.
    assert current_index().opened().count() == rows()
    assert not db.session.scalars(select(SearchChange)).all()


def test_what_each_worker_died_of_is_found_after_the_next_start(page, indexed):
    keep_law("มาตรา ๑ ให้ปลูกป่าชายเลน", key="law-1", title="ป่าชายเลน 1")
    leave("search.index_document")
    outbox.drain()
    assert found(page) == {"ป่าชายเลน 0"}

    outbox.enqueue_at_start()
    outbox.drain()

    assert found(page) == {"ป่าชายเลน 0", "ป่าชายเลน 1"}
    assert not db.session.scalars(select(OutboxRow).filter_by(done_at=None)).all()


def spoil_index(config, monkeypatch):
    if config.SEARCH_ENGINE == "postgresql":
        with psycopg.connect(config.postgresql_url) as connection:
            connection.execute("DROP SCHEMA search_index CASCADE")
    for file in config.search_dir.rglob("*"):
        if file.is_file() and file.name != CHOICE_FILE:
            file.write_bytes(b"broken")


def spoil_choice(config, monkeypatch):
    (config.search_dir / CHOICE_FILE).write_text("")


def change_rules(config, monkeypatch):
    monkeypatch.setattr(analysis, "version", lambda: "another")


@pytest.mark.parametrize("harm", [spoil_index, spoil_choice, change_rules])
def test_at_start_an_unusable_index_is_found_and_built_anew_while_names_answer(
    page, indexed, config, monkeypatch, harm
):
    current_index().forget()
    harm(config, monkeypatch)
    if harm is spoil_choice:
        current_index().setting = "auto"
    with pytest.raises(IndexUnusable):
        current_index().opened()
    assert page.get("/search?q=ป่าชายเลน").select("main li h3")
    current_index().forget()

    outbox.enqueue_at_start()
    outbox.drain()

    assert current_index().opened().count() == rows()
    assert not page.get("/search?q=ป่าชายเลน").select(".notice--warning")


def test_a_usable_index_is_left_as_it_is(indexed, monkeypatch):
    monkeypatch.setattr(jobs, "rebuild", lambda: pytest.fail("built anew without need"))
    jobs.check_index()


def test_more_entries_than_suit_the_engine_are_put_into_the_other_where_the_choice_is_free(
    indexed, monkeypatch
):
    index = current_index()
    index.setting = "auto"
    jobs.rebuild()
    assert (index.folder / CHOICE_FILE).read_text() == "whoosh"
    monkeypatch.setattr(engines, "MOST_FOR_WHOOSH", 1)

    jobs.check_index()

    assert (index.folder / CHOICE_FILE).read_text() == "tantivy"
    assert index.opened().count() == rows()
