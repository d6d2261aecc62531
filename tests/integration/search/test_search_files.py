"""The search for programs: feed, table, JSON, and what is suggested while typing."""

import csv
import io
from datetime import date, datetime

import pytest
from lxml import etree

from tests.support.records import keep_bill, keep_law
from thai_text.outline import parse
from webapp.documents import service as documents
from webapp.search import service

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def records(build, clock):
    bill, law = keep_bill(), keep_law()
    build()
    return bill, law


def test_the_feed_has_what_is_found_the_newest_first(app, records):
    bill, _law = records
    client = app.test_client()
    for prefix in ("", "/en"):
        answer = client.get(f"{prefix}/search/feed.atom?q=สหกรณ์")
        assert answer.mimetype == "application/atom+xml"
        entries = etree.fromstring(answer.data).findall(f"{ATOM}entry")
        links = [entry.find(f"{ATOM}link").get("href") for entry in entries]
        assert links[0].endswith(f"{prefix}/bills/{bill.public_id}")
        days = [entry.find(f"{ATOM}updated").text for entry in entries]
        assert days == sorted(days, reverse=True)
        again = client.get(
            f"{prefix}/search/feed.atom?q=สหกรณ์", headers={"If-None-Match": answer.headers["ETag"]}
        )
        assert again.status_code == 304
    assert client.get("/search/feed.atom").status_code == 200


def test_the_feed_is_of_what_was_published_here_last(app, build, clock):
    old_day, new_day = date(2001, 1, 1), date(2026, 2, 1)
    for number in range(3):
        facts = documents.Facts(
            f"n{number}", documents.DocumentKind.NEWS, f"ข่าวประมง {number}", dated=new_day
        )
        documents.keep_document(facts, parse("ข่าว", "ข่าว"))
    clock.advance(days=3)
    last = documents.Facts("last", documents.DocumentKind.NEWS, "ข่าวประมงเก่า", dated=old_day)
    document = documents.keep_document(last, parse("ข่าว", "ข่าว"))[0]
    build()

    answer = app.test_client().get("/search/feed.atom?q=ประมง")

    feed = etree.fromstring(answer.data)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 4
    first = entries[0]
    assert first.find(f"{ATOM}link").get("href").endswith(f"/documents/{document.public_id}")
    said = datetime.fromisoformat(first.find(f"{ATOM}updated").text)
    assert said == clock().replace(microsecond=0)
    assert datetime.fromisoformat(feed.find(f"{ATOM}updated").text) == said


def test_table_and_json_tell_the_same(app, records):
    client = app.test_client()
    table = client.get("/search.csv?q=สหกรณ์")
    rows = list(csv.DictReader(io.StringIO(table.data.decode("utf-8-sig"))))
    told = client.get("/search.json?q=สหกรณ์").json
    assert [row["id"] for row in rows] == [one["id"] for one in told["results"]]
    assert told["total"] == len(rows)
    assert told["facets"]["kind"]["bill"] == 1
    assert all(one["address"].startswith("http") for one in told["results"])
    assert client.get("/en/search.json?q=x").status_code == 308


def test_json_says_what_was_answered_for(app, records):
    told = app.test_client().get("/search.json?q=สหกรน์").json
    assert told["query"] == "สหกรน์"
    assert told["answered_for"] == "สหกรณ์"


def test_filters_and_order_hold_in_files(app, records):
    told = app.test_client().get("/search.json?q=สหกรณ์&kind=bill&sort=date").json
    assert {one["kind"] for one in told["results"]} == {"bill"}


@pytest.mark.parametrize("typed", ["สห", "สหกร", "ร่างพระราชบัญญัติสห", "พระราชบัญญัติตัวอย่าง", "lsdi"])
def test_names_are_suggested_from_any_of_their_words(app, records, typed):
    told = app.test_client().get("/search/suggestions.json", query_string={"q": typed}).json
    assert told["suggestions"]
    assert all(one["lang"] == "th" for one in told["suggestions"])


@pytest.mark.parametrize("typed", ["", "ส", "zz", "%", "ส%", "\x00", "ก" * 5000, "'; DROP"])
def test_nothing_is_suggested_for_nothing_and_nonsense(app, records, typed):
    answer = app.test_client().get("/search/suggestions.json", query_string={"q": typed})
    assert answer.status_code == 200
    assert answer.json == {"suggestions": []}


def test_sections_and_their_texts_are_never_suggested(records):
    assert not service.suggest("นายทะเบียน")


@pytest.mark.parametrize("sign", ["%01", "%0b", "%00", "%EF%BF%BE"])
def test_signs_that_are_no_letters_are_blanks_everywhere(app, records, sign):
    client = app.test_client()
    for path in ("/search", "/search/feed.atom", "/search.csv", "/search.json"):
        answer = client.get(f"{path}?q=สหกรณ์{sign}&kind=bill{sign}")
        assert answer.status_code == 200, path
        assert "สหกรณ์" in answer.text or "\\u0e2a" in answer.text
    assert client.get(f"/search/suggestions.json?q=สห{sign}ก").status_code == 200


def test_who_reads_pages_until_nothing_comes_is_at_the_end(app, records):
    client = app.test_client()
    assert client.get("/search.json?q=สหกรณ์&page=1").json["results"]
    assert client.get("/search.json?q=สหกรณ์&page=11").json["results"] == []


def test_no_more_is_mended_than_is_looked_for(app, records, monkeypatch):
    looked = []
    monkeypatch.setattr("webapp.search.service.vocabulary.spelt_otherwise", looked.append)
    app.test_client().get("/search?q=" + "qzxv " * 400)
    assert [len(typed) <= 200 for typed in looked] == [True]
