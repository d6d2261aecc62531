"""The search page: real index, real records, passages that say where they stand."""

import sqlite3

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from tests.support.page_rules import words
from tests.support.records import keep_bill, keep_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.search import service
from webapp.search.index import current_index
from webapp.shared import outbox
from webapp.shared.outbox import OutboxRow


@pytest.fixture
def records(app):
    bill, law = keep_bill(), keep_law()
    service.request_rebuild()
    outbox.drain()
    return bill, law


def found(page, words, more=""):
    return [
        h.get_text(strip=True) for h in page.get(f"/search?q={words}{more}").select("main li h3")
    ]


def test_a_bill_and_the_sections_of_a_law_are_found(page, records):
    bill, law = records

    shown = page.get("/search?q=สหกรณ์")

    addresses = [link["href"] for link in shown.select("main li h3 a")]
    assert f"/bills/{bill.public_id}" in addresses
    assert any(address.startswith(f"/documents/{law.public_id}/s/") for address in addresses)
    assert "สหกรณ์" in {mark.text for mark in shown.select("main li mark")}


def test_a_passage_names_its_section(page, records):
    assert any(words.startswith("มาตรา ๓") for words in found(page, "นายทะเบียน"))


@pytest.mark.parametrize("words", ["๒๕๖๐", "2560"])
def test_thai_and_arabic_digits_find_the_same(page, records, words):
    assert found(page, words)
    assert found(page, words) == found(page, "2560")


@pytest.mark.parametrize("words", ["พ.ร.บ.สหกรณ์", "พรบ.สหกรณ์"])
def test_an_abbreviation_finds_the_long_form(page, records, words):
    assert found(page, words)


def test_facets_narrow_what_was_found(page, records):
    shown = page.get("/search?q=สหกรณ์")
    only_bills = next(a for a in shown.select("main a") if "kind=bill" in a.get("href", ""))

    narrowed = page.get(only_bills["href"])

    assert len(narrowed.select("main li h3")) == 1
    assert any("kind=bill" not in a["href"] for a in narrowed.select("main p a"))


def test_what_comes_later_is_found_without_building_anew(page, records):
    keep_law("มาตรา ๑ ให้ปลูกป่าชายเลน", key="law-2", title="พระราชบัญญัติป่าชายเลน พ.ศ. 2566")
    assert not found(page, "ป่าชายเลน")

    outbox.drain()

    assert found(page, "ป่าชายเลน")


def test_a_withdrawn_document_is_found_no_more(page, records):
    _bill, law = records
    assert found(page, "นายทะเบียน")

    documents.withdraw_document(law.public_id)
    outbox.drain()

    assert not found(page, "นายทะเบียน")


def test_a_broken_index_answers_from_names_and_is_built_anew(page, records, config):
    current_index().forget()
    for file in config.search_dir.rglob("*"):
        if file.is_file() and file.name != "engine":
            file.write_bytes(b"broken")

    shown = page.get("/search?q=สหกรณ์")
    assert shown.select(".notice--warning")
    assert shown.select("main li h3")
    outbox.drain()

    assert not page.get("/search?q=สหกรณ์").select(".notice--warning")


def test_before_there_is_an_index_the_page_says_so(page):
    keep_law()
    for shown in page.both("/search?q=สหกรณ์"):
        assert shown.select(".notice--warning")


@pytest.mark.parametrize(
    "words",
    ["((((", '"', "*", "[TO", "-", "OR", "😀", "%", "_", "\\", "' OR 1=1", "ก" * 5000, "\0"],
)
def test_hostile_words_still_get_a_page(page, records, words):
    thai = page.client.get("/search", query_string={"q": words})
    assert thai.status_code == 200


def test_nothing_found_says_what_to_try(page, records):
    thai, english = page.both("/search?q=ฮิปโปโปเตมัส")
    assert not thai.select("main li h3")
    assert "another spelling" in english.text


def test_the_last_page_says_how_to_see_what_stands_on_none(page, build, monkeypatch):
    for number in range(11):
        keep_bill(f"ร่างพระราชบัญญัติสหกรณ์ที่ {number} พ.ศ. ....")
    build()
    assert "No more than" not in page.get("/en/search?q=สหกรณ์&page=2").text
    monkeypatch.setattr("webapp.search.routes.page.MOST_PAGES", 1)
    thai, english = page.both("/search?q=สหกรณ์")
    assert "No more than the first 10 are shown" in english.main.text
    assert "แสดงเฉพาะ 10 รายการแรก" in thai.main.text


def test_no_words_is_only_the_form(page):
    for shown in page.both("/search"):
        assert shown.select_one("form[role=search] #q")
        assert not shown.select("#found")


def test_a_wrong_page_or_filter_is_an_empty_answer_and_no_error(page, records):
    for query in ("&page=99", "&page=x", "&kind=nothing", "&year=๙๙"):
        assert page.get(f"/search?q=สหกรณ์{query}")


@pytest.fixture
def busy(records, config):
    """Another program writes to the database without end, and nobody waits long for it."""
    event.listen(db.engine, "connect", hurry)
    db.session.remove()
    db.engine.dispose()
    other = sqlite3.connect(config.INSTANCE_DIR / "siang.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def requests():
    return db.session.query(OutboxRow).filter_by(name="search.rebuild", done_at=None).all()


def hurry(connection, _record):
    connection.execute("PRAGMA busy_timeout = 20")


def test_where_the_database_is_too_busy_to_ask_for_a_rebuild_the_page_is_whole_and_asks_again(
    page, records, config, busy
):
    current_index().forget()
    (config.search_dir / "whoosh" / "whoosh" / "current.json").unlink()
    with pytest.raises(OperationalError):
        service.request_rebuild()
    for shown in page.both("/search?q=สหกรณ์"):
        assert shown.select("main li h3")
    assert not requests()

    busy.execute("ROLLBACK")
    assert page.get("/search?q=สหกรณ์").select("main li h3")
    assert len(requests()) == 1


def test_the_first_thing_heard_is_how_much_was_found_and_then_the_first_result(page, build):
    keep_bill()
    keep_law("มาตรา ๑ ให้ปลูกป่าชายเลน", key="law-2", title="พระราชบัญญัติป่าชายเลน พ.ศ. 2566")
    build()
    thai, english = page.both("/search?q=สหกรณ์")
    assert words(thai.h1) == "พบ 1 รายการ: สหกรณ์"
    assert words(english.h1) == "1 thing found: สหกรณ์"
    assert english.h1.select_one("[lang=th]").text == "สหกรณ์"
    for shown in (thai, english):
        assert shown.title.text.startswith(words(shown.h1))
        after = shown.select_one("#found").find_next(["p", "a", "li"])
        assert after.name == "li"
        assert not shown.select("main form .field__hint")
        assert "NOT" in words(shown.select_one("#found ~ h2 ~ p"))
    assert words(page.get("/en/search?q=ยีราฟ").h1) == "Nothing found: ยีราฟ"
    assert words(page.get("/en/search?q=7KM-4QX-P2T9").h1) == "Search results"
    assert page.get("/en/search").select("main form .field__hint")


def test_a_passage_that_is_the_name_is_not_said_twice(page, build):
    keep_law("มาตรา ๑ ให้ปลูกป่าสน", key="law-2", title="พระราชบัญญัติป่าชายเลน พ.ศ. 2566")
    build()
    first = page.get("/search?q=ป่าชายเลน&kind=document").select_one("main ol li")
    assert words(first).count("ป่าชายเลน") == 1
