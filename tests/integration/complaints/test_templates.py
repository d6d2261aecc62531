"""Templates: offered by kind, subject and language; filled in; versions kept; retired."""

import pytest

from tests.support.page_rules import words
from webapp.complaints import service
from webapp.extensions import db

QUEUE = "/en/staff/complaints"
ONE = f"{QUEUE}/1"
TEMPLATES = f"{QUEUE}/templates"
TEXT = "เรื่องที่ {number} รับเมื่อ{received_on} ช่างจะซ่อม{สิ่งที่เสีย}ภายในวันที่ {วันนัด}"


def keep(officer, **typed):
    data = {"name": "ซ่อมลิฟต์", "use": "answer", "kind": "", "subject": "", "language": "th",
            "text": TEXT, **typed}  # fmt: skip
    return officer.post(f"{TEMPLATES}/new", data)


@pytest.fixture
def taken_up(officer, send):
    send(subject="ลิฟต์ขัดข้อง")
    officer.post(f"{ONE}?do=take_up", form_page=ONE)
    return officer


def test_a_template_is_filled_from_the_message_and_by_asking(taken_up):
    keep(taken_up)
    assert "Answer the person: ซ่อมลิฟต์" in words(taken_up.get(ONE).main)
    page = taken_up.get(f"{ONE}/templates/1")
    labels = [words(label) for label in page.select("main label")]
    assert labels == ["สิ่งที่เสีย", "วันนัด"]
    asked = taken_up.post(f"{ONE}/templates/1", {"field-0": "ลิฟต์"})
    assert "Write: วันนัด" in words(asked.select_one(".error-summary"))
    filled = taken_up.post(f"{ONE}/templates/1", {"field-0": "ลิฟต์", "field-1": "5 มีนาคม"})
    box = filled.select_one("#answer-text").text.strip()
    assert box == "เรื่องที่ 1 รับเมื่อ2 มีนาคม 2569 ช่างจะซ่อมลิฟต์ภายในวันที่ 5 มีนาคม"
    taken_up.post(f"{ONE}?do=answer", {"answer-text": box + " ครับ"}, form_page=ONE)
    db.session.expire_all()
    assert service.complaint_by_id(1).messages[0].text == box + " ครับ"


def test_a_template_without_fields_fills_the_box_at_once_and_nothing_is_sent(taken_up):
    keep(taken_up, use="ask", text="ชั้นไหนครับ")
    for start in ("/en", ""):
        page = taken_up.get(f"{start}/staff/complaints/1/templates/1")
        assert page.select_one("#ask-text").text.strip() == "ชั้นไหนครับ"
    assert service.complaint_by_id(1).messages == []


def test_only_what_fits_is_offered_the_best_first(taken_up):
    keep(taken_up, name="ทั่วไป")
    keep(taken_up, name="ลิฟต์", subject="ลิฟต์ ขัดข้อง")
    keep(taken_up, name="น้ำ", subject="น้ำประปา")
    keep(taken_up, name="ร้องเรียน", kind="complaint")
    keep(taken_up, name="ชม", kind="compliment")
    keep(taken_up, name="Lift", language="en")
    offered = [version.name for version in service.templates_for(service.complaint_by_id(1))]
    assert offered == ["ลิฟต์", "ร้องเรียน", "ทั่วไป"]
    taken_up.get(f"{ONE}/templates/3", status=404)


def test_every_version_is_kept_and_a_retired_template_is_offered_no_more(taken_up):
    keep(taken_up)
    changed = {"name": "ซ่อมลิฟต์", "use": "answer", "language": "th", "text": "ซ่อมแล้ว"}
    taken_up.post(f"{TEMPLATES}/1", changed)
    page = taken_up.get(f"{TEMPLATES}/1")
    assert "Version 1 of" in words(page.main)
    assert TEXT in page.main.text
    assert page.select_one("#text").text.strip() == "ซ่อมแล้ว"
    taken_up.both(f"{TEMPLATES[3:]}/1")
    taken_up.post(f"{TEMPLATES}/1/retire", form_page=TEMPLATES)
    assert "Retired on" in words(taken_up.both(TEMPLATES[3:])[1].main)
    taken_up.get(f"{ONE}/templates/1", status=404)


def test_a_template_needs_a_name_and_a_text(officer):
    refused = keep(officer, name=" ", text=" ")
    errors = words(refused.select_one(".error-summary"))
    assert "Write a name." in errors
    assert "Write your message." in errors
