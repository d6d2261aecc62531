"""Numbers of the correspondence and official letters: one number once, both or neither."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import select, text

from tests.support.page_rules import words
from webapp.complaints import service
from webapp.complaints.models import Correspondence
from webapp.extensions import db
from webapp.staff.models import AuditEntry

QUEUE = "/en/staff/complaints"
ONE = f"{QUEUE}/1"
SERIES = f"{QUEUE}/series"


@pytest.fixture
def answered(officer, send):
    send(name="สมศรี", subject="ลิฟต์เสีย")
    officer.post(f"{ONE}?do=take_up", form_page=ONE)
    service.answer(1, 1, "ซ่อมลิฟต์แล้วเมื่อวานนี้\n\nขออภัยในความไม่สะดวก")
    return officer


def make(officer, status=200, **typed):
    page = officer.get(f"{ONE}/letters")
    fields = page.select("main form input[name]:not([type=radio]), main form textarea")
    sent = {f["name"]: f.get("value") or f.text.strip() for f in fields}
    chosen = page.select_one("main input[type=radio][checked]")["value"]
    return officer.post(f"{ONE}/letters", {**sent, "how": chosen, **typed}, status)


def test_a_letter_is_made_from_the_answer_under_the_next_number(answered):
    answered.post(SERIES, {"prefix": "สว 0001/", "last": "41"})
    answered.both(SERIES[3:])
    page = make(answered)
    said = words(page.select_one("article"))
    for part in ("ที่ สว ๐๐๐๑/๔๒", "๒ มีนาคม ๒๕๖๙", "เรื่อง ลิฟต์เสีย", "เรียน สมศรี",
                 "ซ่อมลิฟต์แล้วเมื่อวานนี้", "ขอแสดงความนับถือ", "เลขาธิการวุฒิสภา"):  # fmt: skip
        assert part in said
    assert "officer@example.org" not in said
    assert "สว 0001/42" in words(answered.get(ONE).main)
    assert "ที่ สว ๐๐๐๑/๔๓" in words(make(answered).select_one("article"))


def test_the_letter_is_a_tagged_pdf_with_its_words(answered):
    make(answered, how="hand", number="สว 7/1")
    file = answered.client.get(f"{ONE[3:]}/letters/1.pdf")
    assert file.mimetype == "application/pdf"
    assert file.headers["Cache-Control"] == "no-store"
    pdf = PdfReader(BytesIO(file.data))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.trailer["/Root"]["/Lang"] == "th"
    said = "".join(page.extract_text() for page in pdf.pages).replace("\u200b", "")
    for part in ("ลิฟต์เสีย", "สมศรี", "ขออภัยในความไม่สะดวก", "สำนักงานเลขาธิการวุฒิสภา"):
        assert part in said


def test_a_number_is_given_once_a_year_and_what_was_typed_is_kept(answered):
    make(answered, how="hand", number="สว 7/1")
    refused = make(answered, how="hand", number="สว 7/1", body="ข้อความใหม่")
    assert "taken in that year" in words(refused.select_one(".error-summary"))
    assert refused.select_one("#body").text.strip() == "ข้อความใหม่"
    assert db.session.query(Correspondence).count() == 1
    make(answered, how="hand", number="สว 7/1", dated="5/1/2570")
    assert db.session.query(Correspondence).count() == 2


def test_a_series_begins_anew_with_the_year(answered):
    answered.post(SERIES, {"prefix": "สว 0001/", "last": "41"})
    make(answered, dated="5/1/2570")
    db.session.expire_all()
    assert db.session.scalar(select(Correspondence.number)) == "สว 0001/1"
    refused = make(answered, dated="5/1/2569")
    assert "Write a day of this year" in words(refused.select_one(".error-summary"))


def test_a_letter_without_words_takes_no_number(answered):
    answered.post(SERIES, {"prefix": "สว 0001/", "last": "0"})
    refused = make(answered, body=" ", addressee=" ", dated="x")
    errors = words(refused.select_one(".error-summary"))
    assert "Write to whom the letter goes." in errors
    assert "Write the date like" in errors
    assert db.session.query(Correspondence).count() == 0
    assert service.list_series()[0].last == 0


def test_only_who_has_the_message_in_hand_reads_its_letters_and_that_is_audited(answered, sign_in):
    make(answered, how="hand", number="สว 7/1")
    colleague = sign_in("two@example.org")
    colleague.get(f"{ONE}/letters", status=409)
    colleague.get(f"{ONE}/letters/1", status=409)
    assert "สมศรี" not in colleague.get(ONE).main.text
    db.session.expire_all()
    actions = [entry.action for entry in db.session.scalars(select(AuditEntry))]
    for action in ("make_letter", "note_number", "read_letter", "read_person"):
        assert f"complaints.{action}" in actions
    kept = db.session.execute(text("SELECT addressee, body FROM complaint_letters")).one()
    assert "สมศรี" not in kept.addressee
    assert "ลิฟต์" not in kept.body
    answered.get(f"{ONE}/letters/9", status=404)


def test_a_number_is_kept_without_a_letter(answered):
    answered.post(f"{ONE}/numbers", {"how": "hand", "number": "รับ 12", "dated": "2/3/2569"})
    assert "รับ 12, 2 March 2026" in words(answered.get(ONE).main)
    answered.both(f"{ONE[3:]}/numbers")
    refused = answered.post(f"{ONE}/numbers", {"how": "hand", "number": "", "dated": ""})
    errors = words(refused.select_one(".error-summary"))
    assert "Write the number as it stands" in errors


def test_who_wrote_in_english_gets_a_letter_in_english(officer, send):
    send("/en", message="The lift is broken", subject="Lift")
    officer.post(f"{ONE}?do=take_up", form_page=ONE)
    service.answer(1, 1, "It is mended.")
    page = make(officer, how="hand", number="SW 7/2")
    said = words(page.select_one("article"))
    for part in ("No. SW 7/2", "2 March 2026", "Subject: Lift", "The sender of message 1",
                 "It is mended.", "Yours sincerely,"):  # fmt: skip
        assert part in said
