"""Public pages travel compressed; pages with a person's own words do not."""

import gzip

from tests.support.records import keep_law, long_law

ASK = {"Accept-Encoding": "gzip"}


def test_a_page_of_a_long_law_is_small_on_its_way(app):
    law = keep_law(long_law())
    client = app.test_client()

    answer = client.get(f"/documents/{law.public_id}", headers=ASK)

    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert len(answer.data) < 60_000
    assert gzip.decompress(answer.data) == client.get(f"/documents/{law.public_id}").data


def test_private_pages_are_not_compressed(app):
    for path in ("/complaints/track", "/account/sign-in", "/following"):
        assert "Content-Encoding" not in app.test_client().get(path, headers=ASK).headers
