"""Who is anonymous is known to nobody, and opens the message by a codename that nobody guesses."""

import sys
from dataclasses import replace

import pytest
from sqlalchemy import text

from tests.support.databases import both_databases
from tests.support.page import PageClient, hidden_fields
from tests.support.page_rules import words
from webapp import create_app
from webapp.complaints import service
from webapp.complaints.models import Complaint, ComplaintCodename, WrongCodename
from webapp.complaints.rules.codename import new_codename
from webapp.complaints.rules.guessing import FREE, MANY
from webapp.complaints.service import guessing
from webapp.extensions import db

NEW, OPEN = "/en/complaints/new", "/en/complaints/track/codename"
TYPED = {"kind": "complaint", "identity": "anonymous", "message": "เจ้าหน้าที่เรียกรับเงิน"}


def file(browser, start="/en", **more):
    """Send an anonymous message; gives the codename that was shown."""
    shown = browser.post(f"{start}/complaints/new", {**TYPED, **more})
    return [words(word) for word in shown.select(".codename li")]


def errors(page):
    return [words(line) for line in page.select(".error-summary li")]


@pytest.fixture
def citizen(app) -> PageClient:
    """Another browser than the one that sent the message."""
    return PageClient(app.test_client())


@pytest.mark.parametrize("start", ["", "/en"])
def test_who_is_anonymous_gets_a_codename_that_opens_the_message(page, citizen, clock, start):
    codename = file(page, start)
    assert len(codename) == 6
    case = citizen.post(f"{start}/complaints/track/codename", {"codename": "".join(codename)})
    assert citizen.path == f"{start}/complaints/track/case"
    assert TYPED["message"] in case.main.text


def test_the_words_are_numbered_apart_and_in_thai(page, clock):
    codename = file(page)
    shown = page.get("/en/complaints/receipt")
    assert shown.select_one("ol.codename")["lang"] == "th"
    assert "-".join(codename) in shown.main.text
    assert "Write the six words down now" in shown.main.text
    page.post("/en/complaints/receipt/forget", form_page="/en/complaints/receipt")
    assert codename[0] not in page.get("/en/complaints/receipt").main.text


def test_a_name_beside_anonymity_is_refused_and_kept(page, clock):
    answer = page.post(NEW, {**TYPED, "name": "นางทดสอบ", "email": "tester@example.org"})
    assert len(errors(answer)) == 2
    assert "who writes anonymously gives none" in errors(answer)[0]
    assert answer.select_one("#name")["value"] == "นางทดสอบ"
    assert answer.select_one("[name=identity][checked]")["value"] == "anonymous"


def test_the_conversation_goes_both_ways_without_an_address(page, citizen, officer, clock):
    codename = file(page)
    kept = db.session.query(Complaint).one()
    desk = f"/en/staff/complaints/{kept.id}"
    shown = officer.get(desk)
    assert "The person is anonymous" in shown.main.text
    officer.post(f"{desk}?do=take_up", form_page=desk)
    officer.post(f"{desk}?do=ask", {"ask-text": "วันไหนคะ"}, form_page=desk)
    case = citizen.post(OPEN, {"codename": " ".join(codename)})
    assert "วันไหนคะ" in case.main.text
    assert "Follow my message" not in case.main.text
    citizen.post("/en/complaints/track/case", {"text": "วันจันทร์ค่ะ"})
    assert "วันจันทร์ค่ะ" in officer.get(desk).main.text


def test_words_written_too_late_come_along_to_the_codename(page, citizen, clock):
    codename = " ".join(file(page))
    answer = citizen.post("/en/complaints/track", {"code": codename, "message": "คำที่เขียนไว้"})
    assert "This is a codename" in errors(answer)[0]
    sent = {**hidden_fields(answer.select_one("main form")), "codename": codename}
    citizen._arrive(citizen.client.post(OPEN, data={**sent, "message": "คำที่เขียนไว้"}), OPEN, 200)
    db.session.expire_all()
    assert [said.text for said in db.session.query(Complaint).one().messages] == ["คำที่เขียนไว้"]


@pytest.mark.parametrize(
    ("typed", "english", "thai"),
    [
        ("", "Type the six Thai words", "โปรดพิมพ์คำไทยทั้งหกคำ"),
        ("กุหลาบ ปลาทู", "You typed 2.", "ท่านพิมพ์ 2 คำ"),
        ("กุหลาบ ปลาทูน", "Is it ปลาทู", "คำที่ 2"),
        ("กุหลาบ ปลาทู รถไฟ สะพาน ดวงดาว ตลาด", "No message has this codename", "ไม่พบเรื่องที่มีชื่อลับนี้"),
    ],
)
def test_a_wrong_codename_is_explained(page, clock, typed, english, thai):
    for start, reason in (("/en", english), ("", thai)):
        refused = page.post(f"{start}/complaints/track/codename", {"codename": typed})
        assert reason in errors(refused)[0]
        assert refused.select_one("#codename").text.strip() == typed


def test_the_codename_is_nowhere_in_clear(page, config, clock):
    codename = file(page)
    db.session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    stored = [f.read_bytes() for f in config.INSTANCE_DIR.rglob("*") if f.is_file()]
    for word in (" ".join(codename), "".join(codename), *codename):
        assert not any(word.encode() in content for content in stored), word
    cookie = page.client.get_cookie("session").value
    site = page.client.application
    session = site.session_interface.get_signing_serializer(site).loads(cookie)
    assert not any(word in str(session) for word in codename)


def test_the_same_words_have_another_hash_under_another_key(page, clock):
    codename = " ".join(file(page))
    assert service.find_by_codename(codename, "test")
    with pytest.raises(service.UnknownCodename):
        service.find_by_codename(codename, "another key")


def steps_of(typed: str) -> list[str]:
    """What our code calls on the way to an answer, in its order."""
    called: list[str] = []

    def note(frame, event, argument):
        if event == "call" and "complaints/service/codenames" in frame.f_code.co_filename:
            called.append(frame.f_code.co_name)
        if event == "c_call":
            called.append(argument.__name__)

    sys.setprofile(note)
    try:
        service.find_by_codename(typed, "test")
    except service.UnknownCodename:
        pass
    finally:
        sys.setprofile(None)
    return called


def test_a_right_and_a_wrong_codename_cost_the_same_work(page, clock):
    right = " ".join(file(page))
    wrong = " ".join(new_codename())
    for one in (right, wrong):
        steps = steps_of(one)
        # The slow hash, and the comparison that does not tell where two differ: once each, always.
        assert steps.count("scrypt") == 1
        assert steps.count("compare_digest") == 1
        assert steps.count("_hash") == 1


def test_a_right_selector_alone_opens_nothing(page, clock):
    codename = " ".join(file(page))
    db.session.query(ComplaintCodename).one().verifier = "0" * 64
    db.session.commit()
    with pytest.raises(service.UnknownCodename):
        service.find_by_codename(codename, "test")


def rows_of(complaint_id: int) -> set[str]:
    """Every value that the tables keep of one message, with the table and the column."""
    found = set()
    for table in db.metadata.sorted_tables:
        key = "id" if table.name == "complaints" else "complaint_id"
        if key not in table.c:
            continue
        query = text(f"SELECT * FROM {table.name} WHERE {key} = :id")  # noqa: S608
        for row in db.session.execute(query, {"id": complaint_id}).mappings():
            found |= {f"{table.name}.{name}={value}" for name, value in row.items() if value}
    return found


def test_two_messages_of_one_anonymous_person_are_not_linked(app, page, officer, clock):
    stranger = PageClient(app.test_client())
    stranger.client.environ_base |= {
        "REMOTE_ADDR": "203.0.113.9",
        "HTTP_USER_AGENT": "Another browser",
    }
    assert file(page) != file(page)
    file(stranger)
    db.session.expire_all()
    one, two, other = (kept.id for kept in db.session.query(Complaint).order_by(Complaint.id))
    # What two messages of one person have in common, any other person's has as well.
    assert rows_of(one) & rows_of(two) == rows_of(one) & rows_of(other)

    def seen(complaint_id: int) -> str:
        shown = officer.get(f"/en/staff/complaints/{complaint_id}").main
        return shown.text.replace(f"Message {complaint_id}:", "Message N:")

    assert seen(one) == seen(two) == seen(other)
    keeps = {column.name for table in db.metadata.sorted_tables if table.name.startswith("complaint") for column in table.c}  # fmt: skip
    assert not {"ip", "address", "user_agent", "browser", "session"} & keeps


class TestWithRateLimits:
    """The same site with its rate limits on."""

    @pytest.fixture
    def config(self, config):
        return replace(config, RATE_LIMITS=True)

    @pytest.fixture
    def attempt(self, page, clock):
        form = hidden_fields(page.get(OPEN).select_one("main form"))

        def attempt(typed, address="127.0.0.1", **more):
            return page.client.post(
                OPEN,
                data={**form, "codename": typed, "message": "ที่พิมพ์ไว้", **more},
                environ_overrides={"REMOTE_ADDR": address},
            )

        return attempt

    def test_who_guesses_waits_longer_each_time_even_with_the_right_one(self, page, attempt, clock):
        right = " ".join(file(page))
        for _ in range(FREE):
            assert attempt(" ".join(new_codename())).status_code == 200
        stopped = attempt(right)
        assert stopped.status_code == 429
        assert "Too many wrong codenames" in stopped.text
        assert "Wait 1 minute" in stopped.text
        assert "ที่พิมพ์ไว้" in stopped.text
        assert attempt(right, "127.0.0.99").status_code == 429, "of the same network"
        assert attempt(right, "203.0.113.9").status_code == 302, "of another one"
        clock.advance(minutes=1)
        assert attempt(" ".join(new_codename())).status_code == 200
        assert attempt(right).headers["Retry-After"] == "120"
        clock.advance(minutes=2)
        assert attempt(right).status_code == 302

    def test_what_is_mistyped_or_right_is_not_counted(self, page, attempt):
        right = " ".join(file(page))
        for _ in range(12):
            assert attempt("กุหลาบ ปลาทู").status_code == 200
            assert attempt(right).status_code == 302
        assert attempt(" ".join(new_codename())).status_code == 200
        assert db.session.query(WrongCodename).count() == 1

    def test_guesses_from_everywhere_slow_all_down_and_refuse_nobody(self, page, attempt, clock):
        right = " ".join(file(page))
        for number in range(MANY):
            address = f"10.0.{number}.1"
            assert attempt(" ".join(new_codename()), address).status_code == 200
        early = attempt(right, "198.51.100.1")
        assert (early.status_code, "Wait 20 seconds" in early.text) == (200, True)
        assert "ที่พิมพ์ไว้" in early.text
        clock.advance(seconds=20)
        assert attempt(right, "198.51.100.1").status_code == 302

    def test_a_forged_or_old_page_has_not_waited(self, page, attempt, clock):
        right = " ".join(file(page))
        for number in range(MANY):
            attempt(" ".join(new_codename()), f"10.0.{number}.1")
        clock.advance(seconds=20)
        for forged in ("", "x", "1.x"):
            assert attempt(right, ticket=forged).status_code == 200
        assert attempt(right).status_code == 302

    @both_databases
    def test_all_processes_count_together_and_nothing_tells_who_it_was(self, app, attempt, config):
        for _ in range(FREE):
            attempt(" ".join(new_codename()))
        other = create_app(config)
        other.extensions["clock"] = app.extensions["clock"]
        with other.app_context():
            with pytest.raises(service.GuessedTooOften):
                service.open_by_codename(" ".join(new_codename()), "127.0.0.1", "", "test")
            db.session.remove()
            db.engine.dispose()
        assert not any("127.0" in guess.block for guess in db.session.query(WrongCodename))

    def test_after_a_day_nothing_is_known_of_it(self, attempt, clock):
        attempt(" ".join(new_codename()))
        clock.advance(days=1)
        guessing.forget_guesses()
        assert db.session.query(WrongCodename).count() == 0


def test_a_program_gets_a_codename_too(page, clock):
    answer = page.client.post("/api/v1/complaints", json=TYPED)
    assert answer.status_code == 201
    assert len(answer.json["codename"].split()) == 6
    assert "receipt" not in answer.json


def test_who_writes_under_the_own_name_is_seen_by_every_officer(page, officer, clock):
    for identity in ("named", "confidential"):
        page.post(NEW, {**TYPED, "identity": identity, "name": f"นาง {identity}"})
    named, confidential = (kept.id for kept in db.session.query(Complaint).order_by(Complaint.id))
    assert "นาง named" in officer.get(f"/en/staff/complaints/{named}").main.text
    shown = officer.get(f"/en/staff/complaints/{confidential}").main.text
    assert "นาง confidential" not in shown
    assert "Only the officer who has the message in hand" in shown
