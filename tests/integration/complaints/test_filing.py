"""A citizen sends a message and gets a receipt, in both languages, with and without name and files."""

from io import BytesIO

import pytest
from sqlalchemy import text

from tests.support.page import PageClient
from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import pdf, picture
from webapp.extensions import db
from webapp.shared import receipt
from webapp.shared.uploads.checking import check_file

PDF = check_file("letter.pdf", pdf()).content


@pytest.mark.parametrize("path", ["/complaints", "/complaints/new", "/complaints/standard", "/complaints/track"])  # fmt: skip
def test_every_public_page_is_there_in_both_languages(page, clock, path):
    thai, english = page.both(path)
    assert words(thai.h1) != words(english.h1)


def test_the_menu_leads_to_complaints(page):
    home = page.get("/en/")
    assert home.select_one("nav a[href='/en/complaints']")


def test_what_happens_to_the_message_is_said_before_the_form(page, clock):
    new = page.get("/en/complaints/new")
    body = new.main.get_text()
    assert body.index("What happens to what you write") < body.index("What do you want to send?")
    assert "3 working days" in body


def test_a_kind_chosen_on_the_first_page_is_chosen_in_the_form(page):
    index = page.get("/complaints")
    link = index.select_one("a[href*='kind=compliment']")
    new = page.get(link["href"])
    assert [field["value"] for field in new.select("input[type=radio][checked]")] == ["compliment"]
    assert not page.get("/complaints/new?kind=nonsense").select("input[type=radio][checked]")


@pytest.mark.parametrize("start", ["", "/en"])
@pytest.mark.parametrize("kind", ["complaint", "suggestion", "comment", "compliment"])
def test_a_message_of_each_kind_is_taken_without_a_name(page, send, only_one, start, kind):
    code = send(start, kind=kind)
    kept = only_one()
    assert (kept.kind, kept.state, kept.language) == (kind, "acknowledged", start[1:] or "th")
    assert kept.name is kept.email is None
    assert kept.receipt_fingerprint == receipt.fingerprint(receipt.parse(code), "test")


def test_the_receipt_tells_the_due_day_and_says_the_code_in_words(page, send):
    code = send("/en", message="The lift is broken.")
    shown = page.get("/en/complaints/receipt")
    assert "5 March 2026" in shown.main.text
    assert "Write the code down now" in shown.main.text
    spoken = [words(group) for group in shown.select("details li")]
    assert len(spoken) == 3
    assert len(", ".join(spoken).split(", ")) == 10
    thai = page.get("/complaints/receipt")
    assert thai.select_one(".receipt").text == code
    assert "5 มีนาคม 2569" in thai.main.text


def test_a_reload_of_the_receipt_sends_nothing_again(page, send, only_one):
    send()
    page.get("/complaints/receipt")
    only_one()


def test_nobody_else_sees_the_receipt(app, send):
    code = send()
    stranger = PageClient(app.test_client())
    answer = stranger.get("/complaints/receipt")
    assert stranger.path == "/complaints/track"
    assert code not in answer.text


def test_the_receipt_ends_by_itself_after_half_an_hour(page, send, clock):
    code = send()
    clock.advance(minutes=29)
    assert code in page.get("/complaints/receipt").text
    clock.advance(minutes=2)
    assert code not in page.get("/complaints/receipt").text
    assert page.path == "/complaints/track"


def test_the_receipt_ends_by_its_button(page, send):
    code = send()
    page.post("/complaints/receipt/forget", form_page="/complaints/receipt")
    page.get("/complaints/receipt")
    assert page.path == "/complaints/track"
    assert code not in page.response.text


def test_the_cookie_does_not_hold_the_code_in_clear(page, send):
    code = receipt.parse(send())
    cookie = page.client.get_cookie("session").value
    session = page.client.application.session_interface.get_signing_serializer(
        page.client.application
    ).loads(cookie)
    assert session["complaint_receipt"]
    assert code not in str(session)


def test_what_identifies_a_person_is_nowhere_in_clear(page, send, config, only_one):
    code = receipt.parse(
        send(
            subject="หัวข้อลับ",
            message="ข้อความลับมาก",
            name="นางทดสอบ ระบบ",
            email="tester@example.org",
            attachments=[(BytesIO(PDF), "หลักฐาน.pdf")],
        )
    )
    kept = only_one()
    assert (kept.name, kept.email) == ("นางทดสอบ ระบบ", "tester@example.org")
    assert (kept.subject, kept.message) == ("หัวข้อลับ", "ข้อความลับมาก")
    assert kept.attachments[0].name == "หลักฐาน.pdf"
    db.session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    stored = [f.read_bytes() for f in config.INSTANCE_DIR.rglob("*") if f.is_file()]
    for secret in ("หัวข้อลับ", "ข้อความลับ", "ทดสอบ", "tester@", "หลักฐาน", code):
        assert not any(secret.encode() in content for content in stored), secret
    assert not any(PDF in content for content in stored)


def test_three_files_are_kept(page, send, only_one):
    png = check_file("b.png", picture("PNG")).content
    files = [(BytesIO(PDF), "a.pdf"), (BytesIO(png), "b.png"), (BytesIO(b"hello"), "c.txt")]
    send(attachments=files)
    kept = [(file.name, file.media_type) for file in only_one().attachments]
    assert kept == [
        ("a.pdf", "application/pdf"),
        ("b.png", "image/png"),
        ("c.txt", "text/plain"),
    ]


def test_a_message_of_twenty_thousand_characters_is_taken_whole(send, only_one):
    message = "ก\r\n" * 10_000
    send(message=message)
    assert only_one().message == message.strip()


def test_the_standard_tells_the_day_for_a_message_sent_now(page, clock):
    assert "5 March 2026" in page.get("/en/complaints/standard").main.text
    clock.advance(hours=5)
    assert "6 March 2026" in page.get("/en/complaints/standard").main.text
    assert "16.30" in page.response.text
