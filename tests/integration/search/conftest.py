"""What tests of search share: an index of what a test keeps."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import text

from tests.support.databases import settings
from tests.support.ports import wait_until
from webapp.extensions import db
from webapp.search import service
from webapp.search.index import current_index
from webapp.shared import outbox

_WAITING = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


@pytest.fixture
def beside(app):
    """Begin some work beside this test's, on PostgreSQL; gives it once it is done, or waits for
    this test."""
    with ThreadPoolExecutor(1) as others:

        def begin(work):
            def in_its_own_session():
                with app.app_context():
                    return work()

            begun = others.submit(in_its_own_session)
            wait_until(lambda: begun.done() or is_waited_for(), 60, "the other")
            return begun

        yield begin


def is_waited_for():
    with db.engine.connect() as looking:
        return looking.scalar(_WAITING)


@pytest.fixture(params=["whoosh", "tantivy", "postgresql"])
def each_engine(request, tmp_path):
    """The settings of a site with each engine; with PostgreSQL's its records are there too."""
    instance, copies = tmp_path / "instance", None
    if request.param == "postgresql":
        copies = request.getfixturevalue("postgres_copies")
        url = copies.copy()
    else:
        url = request.getfixturevalue("sqlite_copies").copy_to(instance / "siang.db")
    yield replace(settings(instance, url), SEARCH_ENGINE=request.param)
    if copies:
        copies.drop(url)


@pytest.fixture
def closing(app):
    """Lets go of the index before its database goes."""
    yield
    current_index().forget()


@pytest.fixture
def build(app):
    """Build the index of all that has been kept; the service's own pages only where asked for."""

    def build_index(pages=()):
        app.extensions["searched_pages"] = dict.fromkeys(pages, "page")
        service.request_rebuild()
        outbox.drain()

    return build_index


def results(shown):
    """The addresses of what was found, in their order."""
    return [link["href"] for link in shown.select("main ol h3 a")]
