"""Officers search messages and needs; not a word of either comes into what is public."""

import re

import pytest

from tests.integration.search.conftest import results
from tests.support.records import keep_bill, keep_law
from webapp.accounts import service as accounts
from webapp.complaints import service as complaints
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import db
from webapp.needs import service as needs
from webapp.search import service, sources
from webapp.search.models import MissedSearch, SearchEntry, SearchWord, Suggestion
from webapp.shared import outbox
from webapp.shared.uploads.vault import Vault

SECRET_WORDS = ("ลิฟต์ตึกกลาง", "ห้องน้ำชั้นสาม")


@pytest.fixture
def messages(app, page, build):
    keep_bill()
    page.post(
        "/complaints/new",
        {"kind": "complaint", "subject": "ลิฟต์ตึกกลางเสีย", "message": "ขึ้นไปประชุมเรื่องสหกรณ์ไม่ได้"},
    )
    page.post("/complaints/new", {"kind": "compliment", "message": "เจ้าหน้าที่สุภาพมาก"})
    heard = needs.Hearing("ขอป้ายอักษรเบรลล์หน้าห้องน้ำชั้นสาม", "th")
    vault = Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    needs.enter_need(heard, None, app.config["SECRET_KEY"], vault)
    build()


def test_an_officer_finds_messages_by_subject_and_words(officer, messages):
    for words in ("ลิฟต์", "ประชุม สหกรณ์", '"ขึ้นไปประชุม"'):
        for shown in officer.both(f"/staff/search?q={words}"):
            links = shown.select("#messages ~ ol h3 a")
            assert [link["href"].rpartition("/")[2] for link in links] == ["1"], words
    assert not officer.get("/staff/search?q=ลิฟต์ -กลาง").select("main h3")
    assert not officer.get("/staff/search").select("#messages")


def test_an_officer_finds_needs(officer, messages):
    for shown in officer.both("/staff/search?q=ห้องน้ำ"):
        assert shown.select_one('main a[href*="/staff/needs/1"]')
        assert "ห้องน้ำ" in {mark.text for mark in shown.select("mark")}


def test_an_officer_finds_needs_by_a_phrase_in_its_order(officer, messages):
    assert officer.get('/staff/search?q="ห้องน้ำชั้นสาม"').select('main a[href*="/staff/needs/"]')
    for words in ('"ชั้นสามห้องน้ำ"', 'ห้องน้ำ NOT "ห้องน้ำชั้นสาม"', "ห้องน้ำ NOT เบรลล์"):
        shown = officer.get(f"/staff/search?q={words}")
        assert not shown.select('main a[href*="/staff/needs/"]'), words


def test_which_messages_were_shown_is_recorded(officer, messages):
    officer.get("/staff/search?q=ลิฟต์")
    audit = officer.get("/staff/audit").get_text(" ")
    assert "ค้นพบและเห็นเรื่องจากประชาชน" in audit
    assert "เรื่องที่ 1" in audit


def test_however_many_messages_were_shown_each_is_recorded(app, officer, messages, monkeypatch):
    vault = Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    shown = {1}
    for _number in range(120):
        filing = complaints.Filing(Kind.COMPLAINT, "ลิฟต์ไม่จอด", "th")
        filed, _code = complaints.file_complaint(filing, app.config["SECRET_KEY"], vault)
        shown.add(filed.id)
    officer.get("/staff/search?q=ลิฟต์")
    told = officer.get("/staff/audit").get_text(" ")
    rows = re.findall(r"เรื่องที่ ((?:\d+, )*\d+)", told)
    assert {int(one) for row in rows for one in row.split(", ")} == shown
    assert len(rows) == 3


@pytest.mark.parametrize("words", SECRET_WORDS)
def test_no_public_answer_has_a_word_of_them(app, page, messages, words):
    outbox.drain()
    client = app.test_client()
    for shown in page.both(f"/search?q={words}"):
        assert not shown.select("main ol h3")
        assert not shown.select("main a strong")
    assert client.get(f"/search.json?q={words}").json["results"] == []
    assert words not in client.get(f"/search.csv?q={words}").text.partition("\n")[2]
    assert "<entry" not in client.get(f"/search/feed.atom?q={words}").text
    assert client.get(f"/search/suggestions.json?q={words[:6]}").json["suggestions"] == []
    assert not service.ask(words, {}).items


def test_a_misspelling_is_never_mended_by_a_word_that_only_they_have(page, messages):
    keep_law("มาตรา ๑ ให้มีลิฟท์สำรอง", key="lift")
    outbox.drain()
    for words in ("ลิฟตตึกกลาง", "ห้องนำชั้นสาม", "เบรล์", ";:f9Nvd]k'"):
        shown = page.get(f"/search?q={words}")
        assert not set(SECRET_WORDS) & set(shown.main.get_text(" ").split()), words


def test_what_officers_look_for_in_public_and_what_is_missed_is_suggested_to_nobody(
    app, officer, page, messages, clock
):
    for _time in range(3):
        officer.get("/search?q=ลิฟต์ตึกกลาง")
        page.get("/search?q=ห้องน้ำชั้นสาม")
        clock.advance(hours=2)
    assert [row.words for row in db.session.query(MissedSearch)] == ["ห้องน้ำชั้นสาม"]
    client = app.test_client()
    for words in SECRET_WORDS:
        assert client.get(f"/search/suggestions.json?q={words[:5]}").json["suggestions"] == []
        assert not page.get(f"/search?q={words}น").select("main p strong")


def test_nothing_of_them_is_in_the_index_or_its_tables(config, messages):
    outbox.drain()
    kept = [row.entry for row in db.session.query(SearchEntry)]
    assert kept
    told = " ".join(f"{one.title} {one.short} {one.heading} {one.text}" for one in kept)
    told += " ".join(row.word for row in db.session.query(SearchWord))
    told += " ".join(row.says for row in db.session.query(Suggestion))
    files = b"".join(f.read_bytes() for f in config.search_dir.rglob("*") if f.is_file())
    for word in ("ลิฟต์", "ห้องน้ำ"):
        assert word not in told
        assert word.encode() not in files
    assert all(s.key[0] in "bvcmdipq" for s in sources.all_sources())


def test_only_the_published_words_of_a_message_are_found_and_only_while_they_are_public(
    officer, page, messages
):
    staff_id = accounts.sign_in("officer@example.org", "a long password").id
    complaints.take_up(1, staff_id)
    complaints.answer(1, staff_id, "ซ่อมลิฟต์ตึกกลางแล้ว ขออภัยในความไม่สะดวก")
    complaints.allow_publishing(1, True)
    words = complaints.PublicWords("ลิฟต์อาคารรัฐสภา", "ลิฟต์เสีย", "ซ่อมเสร็จแล้ว")
    case = complaints.publish_case(1, words, staff_id)
    outbox.drain()
    address = f"/complaints/answered/{case.id}"
    assert results(page.get("/search?q=ลิฟต์อาคารรัฐสภา")) == [address]
    assert page.get(address)
    assert not results(page.get("/search?q=ขออภัยในความไม่สะดวก"))

    complaints.unpublish_case(1, staff_id)
    outbox.drain()

    assert not results(page.get("/search?q=ลิฟต์อาคารรัฐสภา"))


def test_older_messages_are_looked_through_too(officer, messages, monkeypatch):
    monkeypatch.setattr("webapp.search.service.desk.MOST_READ", 1)
    shown = officer.get("/staff/search?q=ลิฟต์")
    assert not shown.select("main h3")
    older = next(a for a in shown.select("main a") if "before=" in a["href"])
    assert officer.get(older["href"]).select("main h3")


def test_who_is_not_staff_gets_nothing_of_it(page, messages):
    page.get("/staff/search?q=ลิฟต์", status=302)
    assert "/account/sign-in" in page.response.location
