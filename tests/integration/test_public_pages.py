"""Every page that a visitor can open keeps the rules of the house, in both languages."""

import gzip

import pytest
from bs4 import BeautifulSoup

from tests.support.page import PageClient
from tests.support.public_pages import in_english, not_reached, walk

TRANSFER = 60_000  # bytes, compressed, with all that the page loads by itself
# A whole law on one page is as long as the law; it is offered by chapter too.
AS_LONG_AS_IT_IS = {"documents.show_whole"}
LOADED = ("link[rel=stylesheet][href]", "link[rel=icon][href]", "script[src]", "img[src]")


# As long as the site lives, for the walk adds to it what no link leads to; a worker that takes
# tests over from another may come back to this module.
@pytest.fixture(scope="session")
def found(site):
    return walk(site.app)


def test_every_public_page_can_be_reached_from_the_home_page(site, found):
    assert not_reached(site.app, found) == set(), "link to these, or name them in UNLINKED"


def test_no_link_leads_nowhere(found):
    assert found.dead == []


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


def transferred(client, path: str) -> int:
    """Return the bytes of a page and of what it loads, compressed as a web server sends them."""
    html = client.get(path).data
    page = BeautifulSoup(html, "html.parser")
    loaded = {tag.get("href") or tag.get("src") for tag in page.select(", ".join(LOADED))}
    return sum(len(gzip.compress(data)) for data in [html, *(client.get(f).data for f in loaded)])


def test_pages_are_light_enough_for_an_old_telephone(site, found):
    client = site.app.test_client()
    pages = found.pages.items()
    paths = [path for name, kept in pages if name not in AS_LONG_AS_IT_IS for path in kept]
    both = [address for path in paths for address in (path, in_english(path))]
    heavy = {path: size for path in both if (size := transferred(client, path)) > TRANSFER}
    assert not heavy
