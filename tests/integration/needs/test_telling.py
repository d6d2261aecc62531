"""A citizen tells a need, keeps the receipt, hears what became of it."""

from email import message_from_bytes, policy

import pytest
from sqlalchemy import text

from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import picture
from webapp.complaints import service as complaints
from webapp.complaints.rules.channels import Channel as Way
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import db
from webapp.needs.models import Need
from webapp.shared import outbox
from webapp.shared.uploads.checking import check_file
from webapp.shared.uploads.vault import site_vault

NEW = "/en/needs/new"
WISH = "อยากฟังร่างกฎหมายเป็นเสียงในรถ"


def only_one() -> Need:
    db.session.expire_all()
    return db.session.query(Need).one()


def tell(page, start="/en", **typed):
    shown = page.post(f"{start}/needs/new", {"words": WISH, **typed})
    assert page.path == f"{start}/needs/receipt"
    return shown.select_one(".receipt").text


def test_a_need_is_told_in_both_languages_and_found_by_its_receipt(page, clock):
    for start in ("", "/en"):
        code = tell(page, start)
        page.post(f"{start}/needs/receipt/forget", {}, form_page=f"{start}/needs/receipt")
        found = page.post(f"{start}/needs/track", {"code": code.lower()})
        assert page.path == f"{start}/needs/track/need"
        assert WISH in found.text


def test_nothing_typed_is_lost_and_errors_say_what_to_do(page, clock):
    again = page.post(NEW, {"words": "", "email": "me@"})
    assert "Write what is needed, or add a file that says it." in again.text
    assert again.select_one("#email")["value"] == "me@"
    long = page.post(NEW, {"words": "ก" * 10_001})
    assert "10,001 characters" in long.text
    assert len(long.select_one("textarea").text.strip()) == 10_001
    assert "10 letters and digits. You typed 1." in page.post("/en/needs/track", {"code": "1"}).text
    assert "No need has this code" in page.post("/en/needs/track", {"code": "0" * 10}).text


def test_words_and_address_are_not_in_the_database_in_clear(page, clock):
    tell(page, email="me@example.org")
    row = db.session.execute(text("select words, email from needs")).one()
    assert WISH not in row.words
    assert "me@example.org" not in row.email
    assert only_one().words == WISH


def test_the_person_reads_the_reply_and_is_told_by_letter_once(page, officer, app, tmp_path, clock):
    code = tell(page, email="me@example.org")
    officer.post("/en/staff/needs/1?do=reply", {"reply-text": "The audio books are ready."})
    outbox.drain()
    letters = list((app.extensions["settings"].INSTANCE_DIR / "mail").glob("*.eml"))
    assert len(letters) == 1
    letter = message_from_bytes(letters[0].read_bytes(), policy=policy.default).get_content()
    assert "/en/needs/track" in letter
    assert code not in letter
    page.post("/en/needs/track", {"code": code})
    assert "The audio books are ready." in page.get("/en/needs/track/need").text
    app.extensions["jobs"].registry["needs.mail_reply"].run(need_id=1)
    assert len(list((app.extensions["settings"].INSTANCE_DIR / "mail").glob("*.eml"))) == 1


def test_without_the_code_nobody_sees_a_need(page, clock):
    page.get("/en/needs/track/need")
    assert page.path == "/en/needs/track"


@pytest.mark.parametrize(
    ("kind", "channel", "heard_on"),
    [
        (Kind.SUGGESTION, Way.WEB, "INTERNET"),
        (Kind.COMMENT, Way.LINE, "SOCIAL_MEDIA"),
        (Kind.COMPLAINT, Way.TELEPHONE, "CALL_CENTER"),
    ],
)
def test_a_message_becomes_a_need_once_with_its_channel(app, clock, kind, channel, heard_on):
    for one in (kind, Kind.COMPLIMENT, Kind.PETITION):
        filing = complaints.Filing(one, WISH, "th", channel=channel)
        complaints.file_complaint(filing, "test", site_vault())
    outbox.drain()
    app.extensions["jobs"].registry["needs.take_complaint"].run(complaint_id=1)
    need = only_one()
    assert (need.words, need.origin, need.origin_ref) == (WISH, "complaint", "1")
    assert need.channel == heard_on


def test_a_message_in_a_recording_becomes_a_need_once_it_is_written_down(app, clock, officer):
    uploads = [check_file("a.jpg", picture("JPEG"))]
    filing = complaints.Filing(Kind.SUGGESTION, "", "th", uploads=uploads)
    complaints.file_complaint(filing, "test", site_vault())
    outbox.drain()
    assert not db.session.query(Need).count()
    for said in ("ขอทางลาด", "ขอทางลาดที่อาคาร 1"):
        complaints.write_transcript(1, 1, said, None)
        outbox.drain()
        assert only_one().words == said
    assert len(officer.get("/en/staff/needs?words=อาคาร").select("tbody tr")) == 1


def test_the_page_of_needs_leads_to_the_form(page):
    shown = page.get("/en/needs")
    assert words(page.get(shown.main.select_one("a.button")["href"]).h1) == "Tell us what you need"
