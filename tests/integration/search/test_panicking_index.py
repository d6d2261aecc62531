"""tantivy's compiled part panics at a broken file: the page is whole, and the index is built anew."""

from dataclasses import replace

import pytest

from tests.support.broken_index import spoil_so_that_it_panics
from tests.support.databases import settings
from tests.support.records import keep_law
from webapp.search.index import current_index
from webapp.shared import outbox

WORDS = '"สหกรณ์"'
ADDRESSES = ("/search", "/search.json", "/search.csv", "/search/feed.atom")


@pytest.fixture
def config(tmp_path, sqlite_copies):
    instance = tmp_path / "instance"
    url = sqlite_copies.copy_to(instance / "siang.db")
    return replace(settings(instance, url), SEARCH_ENGINE="tantivy")


@pytest.fixture
def panicking(app, build):
    """An index that opens well and panics when it is asked for WORDS."""
    keep_law()
    build()
    current_index().forget()
    spoil_so_that_it_panics(current_index().folder / "tantivy", WORDS)


def test_where_the_index_panics_names_answer_until_it_is_built_anew(app, page, panicking):
    for shown in page.both(f"/search?q={WORDS}"):
        assert shown.select_one(".notice--warning")
        assert shown.select("main li h3")
    for address in ADDRESSES:
        assert app.test_client().get(address, query_string={"q": WORDS}).status_code == 200

    outbox.drain()

    for shown in page.both(f"/search?q={WORDS}"):
        assert not shown.select_one(".notice--warning")
        assert shown.select("main li h3")
