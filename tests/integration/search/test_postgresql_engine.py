"""The site on PostgreSQL alone: records and index in one database, no folder shared."""

from dataclasses import replace

import pytest

from tests.support.databases import settings
from tests.support.page import PageClient
from tests.support.records import keep_bill, keep_law
from webapp import create_app
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.search import service
from webapp.search.index import current_index
from webapp.shared import outbox


@pytest.fixture
def site(tmp_path, postgres_copies):
    url = postgres_copies.copy()
    app = create_app(replace(settings(tmp_path, url), SEARCH_ENGINE="postgresql"))
    with app.app_context():
        yield app
        current_index().forget()
        db.session.remove()
        db.engine.dispose()
    postgres_copies.drop(url)


def test_what_is_published_is_found_and_what_is_withdrawn_is_not(site):
    bill, law = keep_bill(), keep_law()
    service.request_rebuild()
    outbox.drain()
    answer = service.ask("สหกรณ์", {})
    assert answer.from_index
    assert {bill.public_id, law.public_id} <= {item.entry.id for item in answer.items}

    documents.withdraw_document(law.public_id)
    outbox.drain()

    left = service.ask("สหกรณ์", {})
    assert {item.entry.id for item in left.items} == {bill.public_id}
    assert not list(site.extensions["settings"].search_dir.glob("postgresql*"))


def test_the_page_is_whole_without_an_index_and_has_one_made(site):
    bill = keep_bill()
    page = PageClient(site.test_client())
    assert page.get("/search?q=สหกรณ์").select_one(".notice--warning")

    outbox.drain()

    shown = page.get("/search?q=สหกรณ์")
    assert shown.select_one(f'main li h3 a[href^="/bills/{bill.public_id}"]')
    assert not shown.select_one(".notice--warning")
