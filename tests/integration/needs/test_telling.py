"""A citizen tells a need, keeps the receipt, hears what became of it."""

from email import message_from_bytes, policy

from sqlalchemy import text

from tests.support.page_rules import words
from webapp.complaints import service as complaints
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import db
from webapp.needs.models import Need
from webapp.shared import outbox

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
    assert "Write what is needed." in again.text
    assert again.select_one("#email")["value"] == "me@"
    long = page.post(NEW, {"words": "ก" * 10_001})
    assert "10,001 characters" in long.text
    assert len(long.select_one("textarea").text.strip()) == 10_001
    assert "10 digits and English letters" in page.post("/en/needs/track", {"code": "1"}).text
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


def test_a_suggestion_becomes_a_need_once_and_a_complaint_none(app, clock):
    vault = complaints.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    for kind in (Kind.SUGGESTION, Kind.COMPLAINT):
        complaints.file_complaint(complaints.Filing(kind, WISH, "th"), "test", vault)
    outbox.drain()
    app.extensions["jobs"].registry["needs.take_complaint"].run(complaint_id=1)
    need = only_one()
    assert (need.words, need.origin, need.origin_ref) == (WISH, "complaint", "1")


def test_the_page_of_needs_leads_to_the_form(page):
    shown = page.get("/en/needs")
    assert words(page.get(shown.main.select_one("a.button")["href"]).h1) == "Tell us what you need"
