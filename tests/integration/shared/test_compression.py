"""Public pages travel compressed; pages with a person's own words do not."""

import gzip
import re

from tests.support.records import keep_law, long_law

ASK = {"Accept-Encoding": "gzip"}


def same(page):
    """A page without the token of its form, which says the second in which it was made."""
    return re.sub(rb'name="csrf_token" value="[^"]+"', b"", page)


def test_a_page_of_a_long_law_is_small_on_its_way(app):
    law = keep_law(long_law())
    client = app.test_client()

    answer = client.get(f"/documents/{law.public_id}", headers=ASK)

    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert len(answer.data) < 60_000
    plain = client.get(f"/documents/{law.public_id}").data
    assert same(gzip.decompress(answer.data)) == same(plain)


def test_private_pages_are_not_compressed(app):
    for path in ("/complaints/track", "/account/sign-in", "/following"):
        assert "Content-Encoding" not in app.test_client().get(path, headers=ASK).headers
