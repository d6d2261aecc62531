"""A database that does not answer gives a plain page that needs none, in both languages."""

import pytest

from tests.support.client import SeparateClient
from tests.support.databases import settings
from tests.support.page import PageClient
from tests.support.ports import free_port
from webapp import create_app


@pytest.fixture
def page_without_database(tmp_path):
    nobody = f"postgresql+psycopg://siang@127.0.0.1:{free_port()}/siang"
    app = create_app(settings(tmp_path, nobody))
    app.test_client_class = SeparateClient
    return PageClient(app.test_client())


@pytest.mark.parametrize("path", ["/health", "/bills", "/en/bills"])
def test_it_is_said_in_thai_and_english_what_to_do(page_without_database, path):
    page = page_without_database.get(path, status=503)
    assert "โปรดรอสักครู่" in page.text
    assert "Please wait a moment" in page.select_one("[lang=en]").text


def test_pages_without_records_still_answer(page_without_database):
    page_without_database.get("/accessibility")
