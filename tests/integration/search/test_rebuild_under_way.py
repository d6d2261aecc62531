"""While the index is built anew, which takes minutes, nothing waits for it and nothing is lost."""

import json
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread

import pytest
from sqlalchemy import func, select

from tests.support.records import keep_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.search import jobs, service, sources
from webapp.search.index import current_index
from webapp.search.locks import CHANGING
from webapp.search.models import SearchChange, SearchEntry, SearchWord, Suggestion, Synonym
from webapp.search.service import keeping, remaking
from webapp.shared import outbox
from webapp.shared.outbox import OutboxRow

SECONDS = 60
DOORS = ("/search", "/en/search", "/search/feed.atom", "/search.csv", "/search.json")


@pytest.fixture
def config(each_engine):
    return each_engine


@pytest.fixture
def law(app, closing):
    """A law in the index, among others."""
    keep_law("มาตรา ๑ ให้ปลูกป่าสนเขา", key="law-0", title="พระราชบัญญัติป่าสนเขา พ.ศ. 2560")
    kept = keep_law("มาตรา ๑ ให้ปลูกป่าชายเลน", title="พระราชบัญญัติป่าชายเลน พ.ศ. 2560")
    service.request_rebuild()
    outbox.drain()
    return kept


@contextmanager
def being_rebuilt(app, monkeypatch):
    """The index is built anew by another worker, which has read all and goes on at the end."""
    has_read, goes_on, read = Event(), Event(), keeping.all_entries

    def slowly():
        entries = list(read())
        has_read.set()
        # Ends by itself where the test waits for it, and so fails.
        goes_on.wait(SECONDS)
        yield from entries

    def work():
        with app.app_context():
            jobs.rebuild()

    monkeypatch.setattr(keeping, "all_entries", slowly)
    worker = Thread(target=work)
    worker.start()
    assert has_read.wait(SECONDS)
    yield
    assert worker.is_alive(), "the test waited for the rebuild"
    goes_on.set()
    worker.join(SECONDS)
    assert not worker.is_alive()
    db.session.rollback()


def told(page, words):
    """What every answer says for words, and what is suggested for their beginning."""
    answers = [page.client.get(f"{door}?q={words}").text for door in DOORS]
    assert json.loads(answers[-1])["total"] == len(json.loads(answers[-1])["results"])
    return [*answers, page.client.get(f"/search/suggestions.json?q={words[:-1]}").text]


def named(page, words):
    """In which answers for some words the law is named that has them in its name."""
    title = f"พระราชบัญญัติ{words} พ.ศ. 2560"
    escaped = json.dumps(title)[1:-1]
    return [title in answer or escaped in answer for answer in told(page, words)]


def spelt(letters):
    """The words by which misspellings are mended that have some letters in them."""
    return db.session.scalars(select(SearchWord.word).where(SearchWord.word.contains(letters)))


def is_whole():
    """The index holds what the database keeps, and is to be told nothing more."""
    kept = db.session.scalar(select(func.count()).select_from(SearchEntry))
    return current_index().opened().count() == kept and not db.session.query(SearchChange).count()


def rebuilds():
    return db.session.query(OutboxRow).filter_by(name="search.rebuild", done_at=None).all()


def test_what_is_withdrawn_meanwhile_is_in_no_answer_and_what_is_published_is_found(
    app, page, law, monkeypatch
):
    assert all(named(page, "ป่าชายเลน"))
    assert spelt("ชายเลน").all()
    with being_rebuilt(app, monkeypatch):
        documents.withdraw_document(law.public_id)
        outbox.drain()
        assert not any(named(page, "ป่าชายเลน"))
        assert not spelt("ชายเลน").all()
        keep_law("มาตรา ๑ ให้ปลูกป่าพรุ", key="law-2", title="พระราชบัญญัติป่าพรุ พ.ศ. 2560")
        outbox.drain()
        assert all(named(page, "ป่าพรุ"))

    assert not any(named(page, "ป่าชายเลน"))
    assert all(named(page, "ป่าพรุ"))
    assert is_whole()


def test_what_is_withdrawn_is_in_no_answer_before_the_index_has_been_told(page, law):
    with current_index().held(CHANGING) as is_mine:
        assert is_mine
        documents.withdraw_document(law.public_id)
        outbox.drain()
        assert not any(named(page, "ป่าชายเลน"))
        assert not is_whole()
    jobs.check_index()
    assert is_whole()


def test_what_is_withdrawn_while_records_are_read_does_not_come_back(page, law, monkeypatch):
    read = sources.all_sources
    late = keep_law("มาตรา ๑ ให้ปลูกป่าพรุ", key="law-2", title="พระราชบัญญัติป่าพรุ พ.ศ. 2560")

    def read_then_withdrawn():
        yield from read()
        for one in (law, late):
            documents.withdraw_document(one.public_id)
        outbox.drain()

    monkeypatch.setattr(sources, "all_sources", read_then_withdrawn)
    jobs.rebuild()

    assert not any(named(page, "ป่าชายเลน"))
    assert not any(named(page, "ป่าพรุ"))
    assert is_whole()


def test_a_rebuild_that_is_asked_for_meanwhile_is_done_once_afterwards_and_no_worker_waits(
    app, law, monkeypatch
):
    with being_rebuilt(app, monkeypatch):
        for _time in range(3):
            service.request_rebuild()
            outbox.drain()
        (noted,) = rebuilds()
        assert noted.not_before is not None

    app.extensions["clock"] = later(app, keeping.AFTER_ANOTHER)
    outbox.drain()
    assert not rebuilds()
    assert is_whole()


def test_what_is_being_built_or_waits_to_be_is_asked_for_no_second_time(app, law):
    service.request_rebuild()
    service.request_rebuild()
    (row,) = rebuilds()
    row.handed_at = app.extensions["clock"]()
    db.session.commit()
    service.request_rebuild()
    assert len(rebuilds()) == 1

    # Whoever had it in hand is dead by then.
    app.extensions["clock"] = later(app, timedelta(minutes=61))
    service.request_rebuild()
    assert len(rebuilds()) == 2


def test_a_building_that_broke_off_is_found_at_start_and_done_again(page, law, monkeypatch):
    keep_law("มาตรา ๑ ให้ปลูกป่าพรุ", key="law-2", title="พระราชบัญญัติป่าพรุ พ.ศ. 2560")
    with monkeypatch.context() as broken:
        broken.setattr(keeping, "all_entries", lambda: pytest.fail("broken off"))
        with pytest.raises(pytest.fail.Exception):
            jobs.rebuild()
    db.session.query(OutboxRow).delete()
    db.session.commit()

    outbox.enqueue_at_start()
    outbox.drain()

    assert all(named(page, "ป่าพรุ"))
    assert is_whole()
    assert not service.was_broken_off()


def test_what_mends_and_suggests_is_made_anew_by_new_rules_while_the_old_answers(
    page, law, monkeypatch
):
    service.add_synonym("ป่าเลน", "ป่าชายเลน", None)
    db.session.query(SearchEntry).update({"made_with": "rules of before"})
    db.session.query(SearchWord).update({"word": SearchWord.word + "เก่า"})
    db.session.query(Suggestion).update({"key": "เก่า" + Suggestion.key})
    db.session.query(Synonym).update({"key": "by other rules"})
    db.session.commit()
    read, tries = remaking.all_entries, []

    def read_and_withdrawn():
        yield from read()
        tries.append(spelt("เก่า").first())
        if len(tries) == 1:
            documents.withdraw_document(law.public_id)
            outbox.drain()

    monkeypatch.setattr(remaking, "all_entries", read_and_withdrawn)
    outbox.enqueue_at_start()
    outbox.drain()

    assert len(tries) == 2, "what changed meanwhile makes it count again"
    assert all(tries), "the old words answer until the new ones are all there"
    assert not spelt("เก่า").all()
    assert not spelt("ชายเลน").all()
    assert spelt("ป่าสน").all()
    assert service.suggest("ป่าสน")
    assert not service.suggest("ป่าชาย")
    assert [one.says for one in service.suggest("ป่าเลน")] == ["ป่าเลน"]
    assert service.list_synonyms()[0].key == "ป่าเลน"
    monkeypatch.setattr(sources, "rebuild", lambda: pytest.fail("all is current"))
    jobs.check_index()


def later(app, wait):
    now = app.extensions["clock"]()
    return lambda: now + wait + timedelta(seconds=1)
