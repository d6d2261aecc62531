"""A senator's own page: its link is told once, what she puts right is told, who saw it she sees."""

from io import BytesIO

import pytest
from sqlalchemy import select, text

from tests.support.letters import letters_in
from tests.support.page import hidden_fields
from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import picture
from webapp.accounts import service as accounts
from webapp.extensions import db
from webapp.needs import service
from webapp.needs.models import NeedCorrection, NeedPerson, NeedReading
from webapp.needs.rules.lists import Aspect, Part
from webapp.shared import outbox

REGISTER = "/en/staff/needs"
PERSON = f"{REGISTER}/people/1"


@pytest.fixture
def heard(enter) -> int:
    """A need of a senator, entered by an officer."""
    return enter("ขอเอกสารล่วงหน้าสามวัน", who="senator", name="สมาชิก ตัวอย่าง", aspect="LAW")


def made(officer) -> str:
    """Have an officer make a link; where it leads, in English."""
    shown = officer.post(f"{PERSON}?do=make", {}, form_page=PERSON)
    [link] = shown.select(".notice .said")
    return "/en" + link.text[link.text.index("/needs/own/") :].removeprefix("/en")


def test_she_sees_her_own_needs_and_puts_them_right_and_officers_see_that_she_did(
    officer, enter, heard, page
):
    enter("ของคนอื่น", who="senator", name="สมาชิก อีกคน")
    own = made(officer)
    for shown in page.both(own.removeprefix("/en")):
        assert "ของคนอื่น" not in shown.text
        assert "สามวัน" in shown.text
    page.post(f"{own}/{heard}", {"words": "ขอเอกสารล่วงหน้าห้าวัน", "aspect": "LAW"})
    assert "ห้าวัน" in page.get(own).text
    page.get(f"{own}/2", 404)
    shown = officer.get(f"{REGISTER}/{heard}")
    assert "สามวัน" in shown.text
    assert "Put right by the person" in words(shown.main)
    listed = officer.get(f"{REGISTER}?words=ห้าวัน").select_one("tbody tr")
    assert "Put right by the person on" in words(listed)
    audit = officer.get("/en/staff/audit").get_text(" ")
    number = db.session.scalar(select(NeedCorrection.id))
    assert f"Need {heard}, put right by the person herself, correction {number}" in audit


def test_what_is_sent_unchanged_is_no_correction(officer, heard, page):
    page.post(f"{made(officer)}/{heard}", {"words": "ขอเอกสารล่วงหน้าสามวัน", "aspect": "LAW"})
    assert not db.session.query(NeedCorrection).count()


def test_the_link_is_shown_once_to_who_made_it_and_kept_as_a_hash(officer, heard, page):
    own = made(officer)
    token = own.rpartition("/")[2]
    for address in (PERSON, f"{REGISTER}/{heard}", REGISTER, "/en/staff/audit"):
        assert token not in str(officer.get(address))
    row = db.session.execute(text("select * from need_people")).one()
    assert token not in " ".join(map(str, row))
    page.get(own)


def test_a_new_link_ends_the_old_one_and_void_ends_all_each_with_its_line_of_the_audit(
    officer, heard, page
):
    first = made(officer)
    second = made(officer)
    page.get(first, 404)
    page.get(second)
    shown = officer.post(f"{PERSON}?do=void", {}, form_page=PERSON)
    assert "No link is in use." in words(shown.main)
    page.get(second, 404)
    audit = officer.get("/en/staff/audit").get_text(" ")
    assert audit.count("Made a person's link to own needs") == 2
    assert audit.count("Ended a person's links to own needs") == 1


def test_the_link_goes_straight_to_her_in_a_letter_that_no_officer_sees(app, officer, heard, page):
    again = officer.post(f"{PERSON}?do=send", {"email": "somsri"}, form_page=PERSON)
    assert again.select_one(".error-summary")
    assert again.select_one("#email")["value"] == "somsri"
    officer.post(f"{PERSON}?do=send", {"email": "senator@example.org"}, form_page=PERSON)
    outbox.drain()
    [letter] = letters_in(app.extensions["settings"].INSTANCE_DIR)
    assert letter["To"] == "senator@example.org"
    said = letter.get_body().get_content()
    links = [line.strip() for line in said.splitlines() if "/needs/own/" in line]
    assert [("/en/" in link) for link in links] == [False, True]
    page.get(links[1][links[1].index("/en/needs/") :])
    assert links[0].rpartition("/")[2] not in str(officer.get(PERSON))
    assert "Sent a person the link to own needs" in officer.get("/en/staff/audit").get_text(" ")
    db.session.expire_all()
    assert db.session.get_one(NeedPerson, 1).link_to is None
    # Run again, as after a crash, it sends nothing more and the link stays as it is.
    app.extensions["jobs"].registry["needs.mail_own_link"].run(person_id=1)
    assert len(letters_in(app.extensions["settings"].INSTANCE_DIR)) == 1
    page.get(links[1][links[1].index("/en/needs/") :])


def test_her_many_needs_are_told_a_page_at_a_time(officer, enter, page):
    for number in range(1, 22):
        enter(f"ขอเรื่องที่ {number} นะ", who="senator", name="สมาชิก ตัวอย่าง")
    own = made(officer)
    assert len(page.get(own).select("main section")) == 20
    last = page.get(f"{own}?page=2")
    assert "ขอเรื่องที่ 1 นะ" in last.text
    assert len(last.select("main section")) == 1
    assert "no such page" in page.get(f"{own}?page=3").text


def test_a_forged_link_opens_nothing(page, officer, heard):
    made(officer)
    for token in ("1-" + "0" * 32, "1", "x", "99-" + "0" * 32):
        page.get(f"/en/needs/own/{token}", 404)


@pytest.fixture
def colleague(app) -> int:
    """An officer who has not looked at anything yet."""
    secret = app.config["SECRET_KEY"]
    token = accounts.create_staff("other@example.org", secret)
    return accounts.accept_invitation(token, secret, "a long enough password").id


def readers(need_id: int) -> list[tuple[int, int]]:
    db.session.expire_all()
    need = service.need_by_id(need_id)
    return [(one.account_id, one.days) for one in service.readers_of(need)]


WAYS = {
    "the register": lambda: REGISTER,
    "a search of the register": lambda: f"{REGISTER}?words=เอกสาร",
    "a filter": lambda: f"{REGISTER}?aspect=LAW",
    "the desk's search": lambda: "/en/staff/search?q=เอกสาร",
    "what one person asks for": lambda: PERSON,
    "its own page": lambda: f"{REGISTER}/1",
}


@pytest.mark.parametrize("way", WAYS)
def test_whoever_sees_her_words_is_noted_once_a_day_and_she_sees_it(
    app, officer, heard, page, clock, way
):
    db.session.query(NeedReading).delete()
    db.session.commit()
    for _time in range(2):
        officer.get(WAYS[way]())
    assert readers(heard) == [(1, 1)]
    clock.advance(days=1)
    officer.get(WAYS[way]())
    assert readers(heard) == [(1, 2)]
    own = made(officer)
    for shown in page.both(own.removeprefix("/en")):
        assert "officer@example.org" in shown.text
    assert "on 2 days" in words(page.get(own).main)


def test_a_need_beside_another_is_seen_there(officer, enter):
    first = enter("ขอหนังสือเสียงของร่างพระราชบัญญัติสหกรณ์", who="senator", name="ก")
    second = enter("อยากให้มีหนังสือเสียงของร่างพระราชบัญญัติสหกรณ์ครับ", who="senator", name="ข")
    for number in range(6):
        enter(f"ขอลิฟต์ที่อาคารหมายเลข {number} ให้กว้างขึ้น")
    db.session.query(NeedReading).delete()
    db.session.commit()
    officer.get(f"{REGISTER}/{second}")
    assert readers(first) == readers(second) == [(1, 1)]


def test_needs_of_nobody_who_could_see_it_are_not_noted(officer, enter):
    enter("ขอที่จอดรถ", who="citizen")
    officer.get(REGISTER)
    assert not db.session.query(NeedReading).count()


def test_another_officer_is_another_reader(app, officer, heard, colleague, clock):
    service.note_readings([heard], colleague)
    clock.advance(seconds=3600)
    service.note_readings([heard], colleague)
    assert readers(heard) == [(1, 1), (colleague, 1)]


@pytest.fixture
def filmed(officer, enter) -> int:
    """A need of a senator of which a picture says part, written down by an officer."""
    number = enter(
        "ขอเอกสาร", who="senator", name="สมาชิก ตัวอย่าง", subject="เอกสาร", aspect="LAW",
        attachments=[(BytesIO(picture("JPEG")), "sign.jpg")],
    )  # fmt: skip
    address = f"{REGISTER}/{number}/files/1/transcript"
    officer.post(address, {"text": "ขอก่อนสามวัน"})
    return number


RIGHT = {
    "words": "ขอเอกสาร",
    "subject": "เอกสารล่วงหน้า",
    "aspect": "TECHNOLOGY",
    "file_1": "ขอก่อนห้าวัน",
}


def test_she_puts_subject_aspect_and_transcript_right_after_seeing_what_the_office_will_read(
    officer, filmed, page
):
    own = f"{made(officer)}/{filmed}"
    for shown in page.both(own.removeprefix("/en")):
        assert "ขอก่อนสามวัน" in shown.text
        assert "officer@example.org" in shown.text, "who has seen it"
    seen = page.post(own, {**RIGHT, "do": "preview"})
    before_form = words(seen.main).partition("Put it right")[0]
    assert all(said in before_form for said in ("เอกสารล่วงหน้า", "ขอก่อนห้าวัน", "3. Databases"))
    assert seen.select_one("#subject")["value"] == "เอกสารล่วงหน้า", "nothing typed is lost"
    assert not db.session.query(NeedCorrection).count(), "nothing is kept yet"
    page.post(own, RIGHT)
    shown = words(officer.get(f"{REGISTER}/{filmed}").main)
    assert "3. Databases" in shown
    assert "ขอก่อนห้าวัน" in shown
    for part, before in (
        ("what it is about", "เอกสาร"),
        ("the aspect", "2. Law and research"),
        ("what a file says", "ขอก่อนสามวัน"),
    ):
        said = shown[shown.index(f"The person put {part} right") :]
        assert words_after(said, "Before, it said:").startswith(before)
    audit = officer.get("/en/staff/audit").get_text(" ")
    assert audit.count("put right by the person herself") == 3
    assert "3. Databases" in words(page.get(own.rpartition("/")[0]).main)
    found = officer.get(f"{REGISTER}?words=ห้าวัน").select("tbody tr")
    assert len(found) == 1, "the register finds it by what she put right"


def test_what_an_officer_wrote_meanwhile_is_not_overwritten(officer, filmed, page):
    own = f"{made(officer)}/{filmed}"
    opened = hidden_fields(page.get(own).select_one("main .post-form"))
    officer.post(f"{REGISTER}/{filmed}/files/1/transcript", {"text": "ขอก่อนสี่วัน"})
    service.sort_need(filmed, 1, Aspect.STAFF, None)
    left = {"words": "ขอเอกสาร", "subject": "เอกสารล่วงหน้า", "aspect": "LAW", "file_1": "ขอก่อนสามวัน"}
    page.post(own, {**opened, **left})
    assert said_now(filmed) == ("เอกสารล่วงหน้า", "STAFF", "ขอก่อนสี่วัน"), "her subject alone is new"
    assert [one.part for one in service.need_by_id(filmed).corrections] == [Part.SUBJECT]


def test_where_both_wrote_she_is_told_so_and_decides(officer, filmed, page):
    own = f"{made(officer)}/{filmed}"
    opened = hidden_fields(page.get(own).select_one("main .post-form"))
    officer.post(f"{REGISTER}/{filmed}/files/1/transcript", {"text": "ขอก่อนสี่วัน"})
    for lang, said in (("", "สำนักงานแก้ส่วนนี้"), ("/en", "The office has changed this")):
        again = page.post(lang + own.removeprefix("/en"), {**opened, **RIGHT})
        assert said in words(again.select_one(".error-summary a[href='#file_1']"))
        assert again.select_one("#file_1").get_text().strip() == "ขอก่อนห้าวัน", (
            "nothing typed is lost"
        )
        assert "ขอก่อนสี่วัน" in words(again.main).partition("Put it right")[0]
        assert said_now(filmed) == ("เอกสาร", "LAW", "ขอก่อนสี่วัน"), "nothing is kept yet"
    page.post(own, {**hidden_fields(again.select_one("main .post-form")), **RIGHT})
    assert said_now(filmed) == ("เอกสารล่วงหน้า", "TECHNOLOGY", "ขอก่อนห้าวัน")


def test_an_aspect_decided_meanwhile_stays_where_she_left_it_open(officer, enter, page):
    number = enter("ขอเอกสาร", who="senator", name="สมาชิก ตัวอย่าง")
    own = f"{made(officer)}/{number}"
    opened = hidden_fields(page.get(own).select_one("main .post-form"))
    service.sort_need(number, 1, Aspect.STAFF, None)
    page.post(own, {**opened, "words": "ขอเอกสาร\r\nห้าวัน", "subject": "", "aspect": ""})
    need = service.need_by_id(number)
    assert (need.words, need.aspect) == ("ขอเอกสาร\r\nห้าวัน", "STAFF")


def said_now(need_id: int) -> tuple[str, str | None, str | None]:
    db.session.expire_all()
    need = service.need_by_id(need_id)
    return need.subject, need.aspect, need.files[0].transcript


def words_after(said: str, lead: str) -> str:
    return said[said.index(lead) + len(lead) :].strip()


def test_of_a_need_that_only_a_file_says_the_words_may_stay_empty(officer, filmed, page):
    own = f"{made(officer)}/{filmed}"
    page.post(own, {**RIGHT, "words": ""})
    assert service.need_by_id(filmed).words == ""
    page.post(own, {**RIGHT, "words": "ขอ"})
    again = page.post(own, {**RIGHT, "subject": "ก" * 201})
    assert again.select_one(".error-summary")
    assert len(again.select_one("#subject")["value"]) == 201
