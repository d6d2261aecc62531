"""The desk: what waits is said first, and what staff did is kept."""

import re
from datetime import UTC, date, datetime

from search_index import engines
from tests.support.records import keep_bill
from webapp.accounts import service as accounts
from webapp.bills import service as bills
from webapp.search import service as search
from webapp.search.index import current_index
from webapp.shared import outbox


def test_signing_in_opens_the_desk(officer):
    assert officer.path == "/en/staff"


def test_the_desk_says_what_waits(officer, page):
    for shown in officer.both("/staff"):
        assert "1" not in shown.select_one("main").text
    page.post("/complaints/new", {"kind": "complaint", "message": "ลิฟต์เสียมาสามวันแล้ว"})

    for shown in officer.both("/staff"):
        assert "1" in shown.select_one("main h2 + p").text


def test_an_overdue_message_is_said_in_words(officer, page, clock):
    page.post("/complaints/new", {"kind": "complaint", "message": "ลิฟต์เสียมาสามวันแล้ว"})
    clock.advance(days=10)
    officer.post(
        "/account/sign-in", {"email": "officer@example.org", "password": "a long password"}
    )

    assert "overdue" in officer.get("/en/staff").select_one("main strong").text


def test_the_desk_names_the_requests_for_another_form_first_what_is_late(officer, page, clock):
    said = ("ไม่มีคำขอรูปแบบอื่นที่รออยู่", "No request for another form waits")
    for shown, words in zip(officer.both("/staff"), said, strict=True):
        assert words in shown.main.text
    clock.moment = datetime(2026, 3, 2, 3, tzinfo=UTC)
    page.post("/forms/request", {"wanted": "sign-language", "subject": "ฉบับเก่า"})
    clock.moment = datetime(2026, 3, 20, 3, tzinfo=UTC)
    page.post("/forms/request", {"wanted": "sign-language", "subject": "ฉบับใหม่"})
    officer.post(
        "/account/sign-in", {"email": "officer@example.org", "password": "a long password"}
    )

    said = (
        ("2", "เกินกำหนดแล้ว", "13"),
        ("2 requests wait", "1 is overdue", "Overdue by 13 working days"),
    )
    for shown, words in zip(officer.both("/staff"), said, strict=True):
        heading = shown.find("h2", string=re.compile("another form|รูปแบบอื่น"))
        counted, listed = heading.find_next("p"), heading.find_next("ul").select("li")
        assert words[0] in counted.text
        assert words[1] in counted.strong.text
        assert ["ฉบับเก่า" in listed[0].text, "ฉบับใหม่" in listed[1].text] == [True, True]
        assert words[2] in listed[0].strong.text
    assert "ฉบับเก่า" in officer.get(listed[0].a["href"]).main.text


def test_what_staff_did_is_listed_with_who_and_what(app, officer):
    bill = keep_bill()
    staff = accounts.sign_in("officer@example.org", "a long password")
    step = bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2))
    bills.record_step(bill.public_id, step, staff.id)

    said = ("บันทึกขั้นตอนของร่างกฎหมาย", "Recorded a step of a bill")
    for shown, words in zip(officer.both("/staff/audit"), said, strict=True):
        rows = [row.get_text(" ", strip=True) for row in shown.select("tbody tr")]
        assert any(
            "officer@example.org" in row and words in row and bill.public_id in row for row in rows
        )


def test_signing_out_closes_the_desk(officer):
    officer.post("/account/sign-out", form_page="/staff")

    officer.get("/staff", status=302)
    assert "/account/sign-in" in officer.response.location


def test_the_desk_says_when_search_has_outgrown_its_engine(app, officer, monkeypatch):
    warned = [shown.select(".notice--warning") for shown in officer.both("/staff")]
    assert warned == [[], []]
    index = current_index()
    index.setting = "whoosh"
    monkeypatch.setattr(engines, "choose", lambda _count: "tantivy")
    monkeypatch.setattr("webapp.search.index.choose", engines.choose)
    keep_bill()
    search.request_rebuild()
    outbox.drain()

    for shown in officer.both("/staff"):
        warning = shown.select_one(".notice--warning").text
        assert "SEARCH_ENGINE" in warning
        # How many there are, and at how many the engine is to be changed.
        assert str(search.count_entries()) in warning
        assert "Whoosh" in warning
        assert "10000" in warning
    index.setting = "tantivy"
    assert not officer.get("/en/staff").select(".notice--warning")


def test_the_menu_is_short_and_all_of_the_desk_stands_behind_one_entry(officer):
    for start in ("", "/en"):
        nav = officer.get(f"{start}/staff/complaints").select_one(".staff-nav")
        assert len(nav.select(":scope > ul > li")) <= 7
        assert not nav.details.has_attr("open")
        links = {link["href"] for link in nav.select("a")}
        assert len(links) == 14
        for link in links:
            shown = officer.get(link).select_one(".staff-nav")
            current = shown.select_one("[aria-current=page]")
            assert current["href"] == link
            hidden = current.find_parent("details")
            assert hidden is None or hidden.has_attr("open"), link
