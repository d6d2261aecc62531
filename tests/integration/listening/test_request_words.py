"""A person adds words to a request for another form, and asks again where it did not help."""

from datetime import timedelta

import pytest

from tests.integration.listening.asking import MONDAY, only_one
from tests.support.databases import both_databases
from tests.support.letters import letters_in
from tests.support.page import PageClient
from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.listening import service
from webapp.needs.models import Need
from webapp.shared import outbox

CASE, WORDS = "/en/forms/request/case", "/en/forms/request/case/words"
AGAIN = f"{CASE}?do=again"


@pytest.fixture
def opened(ask, app, officer):
    """A request, open in the browser of the person; the officer has it in hand."""

    def opened(**typed) -> tuple[PageClient, str]:
        code = ask("/en", **typed)
        person = PageClient(app.test_client())
        person.post("/en/complaints/track", {"code": code})
        return person, code

    return opened


def settle(done=False, reply="ไม่มีเครื่องพิมพ์") -> None:
    service.take_up_request(only_one().id, 1)
    service.settle_request(only_one().id, 1, done, reply)


def written() -> list[tuple[str | None, str | None]]:
    return [(one.outcome, one.text) for one in only_one().messages]


@both_databases
def test_words_are_added_while_it_waits_and_the_officer_reads_them(opened, officer):
    person, _code = opened()
    service.take_up_request(only_one().id, 1)
    shown = person.post(CASE, {"text": "ขอก่อนวันศุกร์"}, form_page=CASE)
    assert "We have received your words" in shown.text
    assert "ขอก่อนวันศุกร์" in shown.main.text
    assert (only_one().state, only_one().handler_id) == ("in-work", 1)
    for staff in officer.both("/staff/form-requests/1"):
        assert staff.select("h3 + .said")[-1].text == "ขอก่อนวันศุกร์"


@both_databases
@pytest.mark.parametrize("done", [True, False])
def test_what_did_not_help_is_asked_again_and_is_due_anew(opened, clock, done, officer):
    person, code = opened()
    settle(done)
    clock.moment = MONDAY + timedelta(days=3)
    person.post("/en/complaints/track", {"code": code})
    thai, english = person.both("/forms/request/case")
    assert "ขออีกครั้ง" in thai.main.select_one("form.post-form button").text
    assert "ask again" in english.main.select_one("form.post-form button").text
    assert english.main.select_one("form.post-form")["action"] == AGAIN
    shown = person.post(AGAIN, {"text": "ไฟล์เสีย"}, form_page=CASE)
    assert "Your request: Received" in shown.h1.text
    assert "6 March 2026" in shown.main.text
    again = only_one()
    assert (again.state, again.handler_id, again.settled_at) == ("received", None, None)
    assert written() == [("done" if done else "cannot", "ไม่มีเครื่องพิมพ์"), (None, "ไฟล์เสีย")]
    # What the office wrote before is still there to read.
    assert "ไม่มีเครื่องพิมพ์" in shown.main.text
    settle(True, "ส่งทางไปรษณีย์แล้ว")
    assert "ส่งทางไปรษณีย์แล้ว" in person.get(CASE).select_one(".said").text


def test_the_office_and_the_register_of_needs_hear_of_it(opened, config):
    person, _code = opened(email="someone@example.org")
    complaints.keep_desk_addresses({"public_relations": "bureau@example.org"}, None)
    outbox.drain()
    person.post(CASE, {"text": "เพิ่มเติม"}, form_page=CASE)
    outbox.drain()
    settle()
    outbox.drain()
    person.post(AGAIN, {"text": "ไฟล์เสีย"}, form_page=CASE)
    outbox.drain()
    settle(True)
    outbox.drain()
    sent = letters_in(config.INSTANCE_DIR)
    to_bureau = {one["Subject"] for one in sent if one["To"] == "bureau@example.org"}
    assert to_bureau == {
        f"คำขอรูปแบบอื่นเลขที่ 1: {what}" for what in ("มีคำขอเข้ามา", "ผู้ขอเขียนเพิ่มเติม", "ผู้ขอขออีกครั้ง")
    }
    to_person = [one for one in sent if one["To"] == "someone@example.org"]
    assert len({one["Message-ID"] for one in to_person}) == 4
    assert sum("asked again" in one.get_content() for one in to_person) == 1
    assert all("ไฟล์เสีย" not in one.get_content() for one in sent)
    need = db.session.query(Need).one()
    assert need.words.endswith("เพิ่มเติม\nไฟล์เสีย")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [(" ", "Write something"), ("ก" * 2001, "2,000 characters at most")],
)
def test_words_that_cannot_be_taken_come_back(opened, typed, sentence):
    person, _code = opened()
    again = person.post(CASE, {"text": typed}, form_page=CASE)
    assert sentence in again.select_one(".error-summary").text
    assert again.select_one("textarea").text.strip() == typed.strip()
    assert written() == []


def test_words_that_cross_the_answer_come_back_with_it(opened):
    person, _code = opened()
    token = person.get(CASE).select_one("[name=csrf_token]")["value"]
    settle()
    crossed = person.client.post(CASE, data={"text": "ขอก่อนวันศุกร์", "csrf_token": token})
    assert "has changed meanwhile" in crossed.text
    assert "ไม่มีเครื่องพิมพ์" in crossed.text
    assert "ขอก่อนวันศุกร์</textarea>" in crossed.text
    assert len(written()) == 1


def test_a_page_open_for_too_long_keeps_the_words_until_the_code_is_typed(opened, clock):
    person, code = opened()
    settle()
    token = person.get(CASE).select_one("[name=csrf_token]")["value"]
    clock.moment = MONDAY + timedelta(hours=2)
    kept = person.client.post(AGAIN, data={"text": "ไฟล์เสีย", "csrf_token": token})
    assert "Type your receipt code again" in kept.text
    assert "ไฟล์เสีย</textarea>" in kept.text
    person.get(WORDS)
    assert person.path == "/en/complaints/track"
    for typed, sentence in (("7KM", "10 letters"), ("0000000000", "No request has this code")):
        sent = {"text": "ไฟล์เสีย", "code": typed, "csrf_token": token}
        wrong = person.client.post(f"{WORDS}?do=again", data=sent)
        assert sentence in wrong.text
        assert "ไฟล์เสีย</textarea>" in wrong.text
    sent = {"text": "ไฟล์เสีย", "code": code, "csrf_token": token}
    person.client.post(f"{WORDS}?do=again", data=sent)
    assert written()[-1] == (None, "ไฟล์เสีย")
    assert only_one().is_open
    assert "ไฟล์เสีย" in person.get(CASE).main.text


def test_a_form_that_is_too_old_keeps_the_words_and_asks_for_no_code_while_it_is_open(opened):
    person, _code = opened()
    old = person.client.post(CASE, data={"text": "ขอก่อนวันศุกร์", "csrf_token": "old"})
    assert old.status_code == 400
    assert "ขอก่อนวันศุกร์</textarea>" in old.text
    assert 'name="code"' not in old.text
    token = person.get(CASE).select_one("[name=csrf_token]")["value"]
    person.client.post(WORDS, data={"text": "ขอก่อนวันศุกร์", "csrf_token": token})
    assert written() == [(None, "ขอก่อนวันศุกร์")]


def test_ninety_days_after_its_last_end_all_words_are_erased(opened, clock):
    person, code = opened()
    settle()
    clock.moment = MONDAY + timedelta(days=80)
    person.post("/en/complaints/track", {"code": code})
    person.post(AGAIN, {"text": "ไฟล์เสีย"}, form_page=CASE)
    clock.moment = MONDAY + timedelta(days=100)
    assert service.erase_old_requests() == 0
    settle(True)
    clock.moment = MONDAY + timedelta(days=191)
    assert service.erase_old_requests() == 1
    assert written() == [("cannot", None), (None, None), ("done", None)]


def test_words_are_kept_encrypted(opened):
    person, _code = opened()
    person.post(CASE, {"text": "ความลับของผม"}, form_page=CASE)
    row = db.session.connection().exec_driver_sql("SELECT * FROM form_request_messages").one()
    assert "ความลับ" not in " ".join(str(value) for value in row)


@pytest.mark.parametrize("ending", ["mp3", "brf", "pdf"])
def test_what_the_office_wrote_is_had_in_another_form_at_once(opened, ending):
    person, _code = opened()
    address = f"/forms/request/case/answer.{ending}"
    assert person.client.get(address).status_code == 404
    assert not person.get(CASE).select("a[href*='answer.']")
    settle()
    for shown in person.both("/forms/request/case"):
        assert shown.select_one(f"a[href$='answer.{ending}']")
    made = person.client.get(address)
    beginning = {"mp3": (b"ID3", b"\xff"), "brf": b"", "pdf": b"%PDF"}[ending]
    assert made.data.startswith(beginning)
    assert len(made.data) > 20
    assert made.headers["Cache-Control"] == "no-store"
    person.post("/en/forms/request/case/leave", form_page=CASE)
    assert person.client.get(address).status_code == 302
