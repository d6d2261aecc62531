"""Every page that a visitor can open keeps the rules of the house, in both languages."""

import pytest

from tests.support.page import PageClient
from tests.support.public_pages import not_reached, walk


@pytest.fixture(scope="module")
def found(site):
    return walk(site.app)


def test_every_public_page_can_be_reached_from_the_home_page(site, found):
    assert not_reached(site.app, found) == set(), "link to these, or name them in UNLINKED"


def test_every_public_page_keeps_the_rules_in_thai_and_english(site, found):
    page = PageClient(site.app.test_client())
    broken = []
    for path in found.paths():
        try:
            page.both(path)
        except AssertionError as breach:
            broken.append(str(breach))
    assert found.paths()
    assert not broken, "\n".join(broken)
