"""SEARCH_ENGINE is switched on a running site, and back: no page breaks, nothing is lost."""

from contextlib import contextmanager
from dataclasses import replace

import pytest

from tests.support.databases import settings
from tests.support.page import PageClient
from tests.support.records import keep_law
from webapp import create_app
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.search import service
from webapp.search.index import current_index
from webapp.shared import outbox


@contextmanager
def started(config, engine):
    """The site, started again with an engine; its worker has not come yet."""
    app = create_app(replace(config, SEARCH_ENGINE=engine))
    with app.app_context():
        outbox.enqueue_at_start()
        try:
            yield app
        finally:
            current_index().forget()
            db.session.remove()
            db.engine.dispose()


def forest(name):
    return keep_law(f"มาตรา ๑ ให้ปลูก{name}", key=name, title=f"พระราชบัญญัติ{name} พ.ศ. 2560")


def found(app, words):
    """The ids that programs are told, once the page has opened."""
    PageClient(app.test_client()).get(f"/search?q={words}")
    told = app.test_client().get(f"/search.json?q={words}&exact=1").json
    return {one["id"].partition("/")[0] for one in told["results"]}


def is_whole():
    return current_index().opened().count() == service.count_entries()


@pytest.mark.parametrize("there", ["tantivy", "postgresql"])
def test_an_engine_that_is_named_again_is_told_what_changed_meanwhile(
    tmp_path, there, postgres_copies
):
    url = postgres_copies.copy()
    config = settings(tmp_path, url)
    with started(config, "whoosh"):
        withdrawn = forest("ป่าสนเขา").public_id
        outbox.drain()
        assert is_whole()
    with started(config, there) as app:
        assert found(app, "ป่าสนเขา") == {withdrawn}, "names answer until it is built"
        outbox.drain()
        documents.withdraw_document(withdrawn)
        new = forest("ป่าชายเลน").public_id
        outbox.drain()
        assert found(app, "ป่าชายเลน") == {new}
        assert is_whole()
    for engine in ("whoosh", there):
        with started(config, engine) as app:
            assert found(app, "ป่าสนเขา") == set()
            outbox.drain()
            assert found(app, "ป่าชายเลน") == {new}
            assert found(app, "ป่าสนเขา") == set()
            assert is_whole()
    postgres_copies.drop(url)
