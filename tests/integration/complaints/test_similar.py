"""Published cases like a message: beside the form, on the receipt, never in the way."""

import pytest

from tests.support.page_rules import words
from webapp.complaints import service
from webapp.complaints.models import CaseWord, Complaint
from webapp.complaints.service import similar
from webapp.complaints.service.publishing import PublicWords
from webapp.extensions import db

LIFT = PublicWords(
    "ลิฟต์อาคารสุขประพฤติเสีย",
    "ลิฟต์ที่อาคารสุขประพฤติเสีย คนนั่งรถเข็นขึ้นไม่ได้",
    "ซ่อมเสร็จแล้ว และตรวจทุกเดือน",
)
ASKED = "ลิฟต์ของอาคารสุขประพฤติเสียอีกแล้ว ผมนั่งรถเข็น"


@pytest.fixture
def published(app, send, officer):
    """A published case about a lift; gives its id."""
    send(publish="yes")
    service.take_up(1, 1)
    service.answer(1, 1, "ซ่อมเสร็จแล้ว")
    case = service.publish_case(1, LIFT, 1)
    similar.index_case(case.id)
    return case.id


def look(page, start="", **typed):
    data = {"kind": "complaint", "message": ASKED, "do": "similar", **typed}
    return page.post(f"{start}/complaints/new", data, 200)


def test_the_form_shows_what_was_answered_already_and_keeps_what_was_typed(page, published):
    shown = look(page, subject="ลิฟต์", name="สมชาย")
    section = shown.select_one("section[aria-labelledby=similar]")
    assert words(section.h2) == "เรื่องนี้อาจมีคำตอบแล้ว"
    assert LIFT.answer in words(section)
    assert shown.select_one("textarea[name=message]").text.strip() == ASKED
    assert shown.select_one("input[name=name]")["value"] == "สมชาย"
    assert shown.select_one("input[name=kind][value=complaint]").has_attr("checked")
    assert db.session.query(Complaint).count() == 1, "looking sends nothing"


def test_one_may_follow_the_case_instead_or_send_all_the_same(page, published):
    shown = look(page, "/en")
    link = shown.select_one("a[href*='of=case']")
    assert "instead of sending again" in words(link)
    follow = page.get(link["href"])
    assert "Answered case: ลิฟต์อาคารสุขประพฤติเสีย" in words(follow.main)
    page.post("/en/complaints/new", {"kind": "complaint", "message": ASKED})
    assert page.path == "/en/complaints/receipt"


def test_the_first_button_of_the_form_sends_so_that_enter_never_only_looks(page, published):
    buttons = page.get("/complaints/new").main.select("form.post-form button")
    assert [words(one) for one in buttons] == [
        "ส่ง",
        "เก็บร่างไว้ก่อน",
        "ดูเรื่องคล้ายกัน",
        "ตอบหน้าละหนึ่งคำถามแทน",
    ]
    assert not buttons[0].has_attr("name")


def test_what_is_like_nothing_is_told_so(page, published):
    shown = look(page, "/en", message="ราคาข้าวตกต่ำ ขอให้ช่วยชาวนา")
    assert "No published case is like your message." in words(shown.main)


def test_the_receipt_names_similar_cases(page, send, published):
    send("/en", message=ASKED)
    receipt = page.get("/en/complaints/receipt")
    assert "ลิฟต์อาคารสุขประพฤติเสีย" in words(receipt.select_one("section[aria-labelledby=similar]"))


def test_the_page_before_sending_offers_similar_cases_above_its_button_and_sends(page, published):
    first = "/en/complaints/new/questions"
    page.post(f"{first}/kind", {"kind": "complaint"})
    page.post(f"{first}/message", {"message": ASKED})
    page.post(f"{first}/reach", {})
    check = page.get(f"{first}/check")
    section = check.select_one("section[aria-labelledby=similar]")
    assert LIFT.answer in words(section)
    assert "Send" in [words(one) for one in section.find_all_next("button")]
    page.post("/en/complaints/new", form_page=f"{first}/check")
    assert page.path == "/en/complaints/receipt"


def test_a_case_that_was_taken_back_is_no_longer_shown(page, published):
    service.unpublish_case(1, 1)
    assert similar.similar_cases("", ASKED) == []
    similar.index_case(published)
    assert db.session.query(CaseWord).count() == 0


def test_cases_published_before_words_were_kept_are_found_after_a_night(page, published):
    db.session.query(CaseWord).delete()
    db.session.commit()
    assert similar.similar_cases("", ASKED) == []
    similar.index_missing_cases()
    assert [case.id for case in similar.similar_cases("", ASKED)] == [published]


def test_the_page_of_a_case_offers_to_follow_it(page, published):
    thai, english = page.both(f"/complaints/answered/{published}")
    assert words(thai.main.select_one("a[href*='of=case']")) == "ติดตามเรื่องนี้"
    assert words(english.main.select_one("a[href*='of=case']")) == "Follow this case"
