"""What people call a bill leads to that bill first, on the page itself, for every bill of the sample."""

import pytest
from bs4 import BeautifulSoup

from tests.integration.search.conftest import results
from tests.support.page import PageClient
from webapp.bills import service as bills

LEAST = 50
# So many are looked at as pages of both languages, with every rule of the house.
LOOKED_AT = 2


@pytest.fixture(scope="module")
def nicknames(site):
    """Each nickname of the sample in Thai, with the addresses of the bills that bear it."""
    found: dict[str, set[str]] = {}
    with site.app.app_context():
        for bill in bills.iter_bills():
            for name in bill.nicknames("th"):
                found.setdefault(name, set()).add(f"/bills/{bill.public_id}")
    return found


def test_the_sample_has_enough_of_them(nicknames):
    assert len(nicknames) >= LEAST


def test_the_first_answer_of_the_page_is_the_bill_of_that_name(site, nicknames):
    client = site.app.test_client()
    wrong = {}
    for name, bearers in nicknames.items():
        shown = BeautifulSoup(client.get("/search", query_string={"q": name}).text, "html.parser")
        first = next(iter(results(shown)), "nothing")
        if first not in bearers:
            wrong[name] = first
    assert not wrong


def test_both_languages_of_the_page_put_it_first(site, nicknames):
    page = PageClient(site.app.test_client())
    for name, bearers in list(nicknames.items())[:LOOKED_AT]:
        for shown in page.both(f"/search?q={name}"):
            assert results(shown)[0].removeprefix("/en") in bearers
