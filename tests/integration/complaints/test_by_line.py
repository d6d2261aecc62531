"""Messages to the office by LINE: begun, added to, followed, told of; by LINE as it may behave."""

import re
from dataclasses import replace

import pytest

from tests.support import line as fake
from tests.support.bad_service import status
from tests.support.databases import both_databases
from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import picture
from webapp.complaints import service
from webapp.complaints.models import Complaint, LineLink, LinePerson
from webapp.complaints.rules import codename
from webapp.complaints.rules.channels import Channel, ReplyBy
from webapp.complaints.service import line as people
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.bureaux import Bureau
from webapp.shared.uploads.vault import site_vault

pytestmark = [pytest.mark.usefixtures("clock"), both_databases]
CODE = re.compile(r"\b\w{3}-\w{3}-\w{4}\b")
LIFT = "ลิฟต์อาคารสุขประพฤติเสียมาสามวันแล้วครับ"


@pytest.fixture
def config(config, api):
    return replace(config, LINE_API_URL=api.address, LINE_DATA_URL=api.address, **fake.SETTINGS)


@pytest.fixture
def tell(page, api, clock):
    """LINE tells what happened; what we said in answer."""

    def tell(*events):
        before = len(fake.said(api))
        body, signature = fake.told(*events, at=clock())
        headers = {"X-Line-Signature": signature}
        assert page.client.post("/line", data=body, headers=headers).status_code == 200
        outbox.drain()
        db.session.expire_all()
        return "\n".join(fake.said(api)[before:])

    return tell


@pytest.fixture
def write(tell):
    def write(text, user="U1"):
        return tell(fake.wrote(user, text))

    return write


def kept():
    return db.session.query(Complaint).order_by(Complaint.id).all()


def code_in(text):
    return CODE.search(text)[0]


def test_a_kind_chosen_by_number_and_then_written_is_a_message_with_a_receipt(write, page, api):
    assert "1 ข้อร้องเรียน" in write("สวัสดี")
    assert kept() == []
    write("๒")
    said = write(LIFT)
    [complaint] = kept()
    assert (complaint.kind, complaint.channel) == ("suggestion", Channel.LINE)
    assert (complaint.message, complaint.reply_by) == (LIFT, ReplyBy.LINE)
    assert complaint.bureau is Bureau.PUBLIC_RELATIONS
    assert LIFT in page.post("/complaints/track", {"code": code_in(said)}).main.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ขอร้องเรียนครับ ลิฟต์เสีย", "complaint"),
        ("I would like to make a complaint: the lift is broken.", "complaint"),
        ("คำชมเชยเจ้าหน้าที่ห้องสมุด", "compliment"),
        ("เรื่องราวร้องทุกข์ ขอถนน", "petition"),
    ],
)
def test_words_that_name_their_kind_are_taken_in_at_once_as_they_are(write, text, kind):
    assert CODE.search(write(text))
    assert [(one.kind, one.message) for one in kept()] == [(kind, text)]
    assert "·" not in kept()[0].message


def test_what_was_written_before_a_kind_was_chosen_need_not_be_written_again(write):
    assert "เก็บ" in write(LIFT)
    write("1")
    assert [one.message for one in kept()] == [LIFT]


def test_who_writes_english_is_answered_in_english(write):
    assert "To send the office a message" in write("hello")
    assert "now write it in your own words" in write("1")
    assert "We have received your message" in write("The lift in the main building is broken.")
    assert kept()[0].language == "en"


def test_further_words_are_added_until_the_talk_is_ended_or_an_hour_is_over(write, clock):
    write("ร้องเรียน ลิฟต์เสีย")
    write("ชั้น")
    write("3")
    write("จบ")
    write("ขอบคุณ")
    assert [one.text for one in kept()[0].messages] == ["ชั้น", "3"]
    write("ร้องเรียน ประตูเสีย")
    clock.advance(hours=2)
    write("ขอบคุณ")
    assert [len(one.messages) for one in kept()] == [2, 0]


def test_each_step_is_told_and_an_answer_to_a_question_is_added(write, sign_in, api, clock):
    sign_in()
    write("ร้องเรียน ลิฟต์เสีย")
    write("จบ")
    service.take_up(1, 1)
    service.ask(1, 1, "ชั้นไหน")
    outbox.drain()
    told = api.asked[-1]
    assert (told.path, told.json["to"]) == ("/v2/bot/message/push", "U1")
    assert "ชั้นไหน" not in fake.said(api)[-1]
    assert "ลิฟต์" not in fake.said(api)[-1]
    clock.advance(days=2)
    write("ชั้น 3")
    assert [one.text for one in kept()[0].messages] == ["ชั้นไหน", "ชั้น 3"]
    assert kept()[0].state == "examining"
    assert list(service.untold_steps(1)) == []


def test_a_receipt_code_sent_from_line_tells_where_it_is_and_every_step_from_then_on(
    write, send, sign_in, page, api
):
    sign_in()
    code = send("/en", message="The lift")
    shown = page.get("/en/complaints/receipt").main
    assert f"https://line.me/R/oaMessage/%40siang/?{code}" in [a["href"] for a in shown("a")]
    said = write(code.lower())
    assert "Acknowledged" in said
    assert kept()[0].reply_by is ReplyBy.LINE
    assert write("stop")
    assert kept()[0].reply_by is ReplyBy.PAGE
    write(code)
    service.take_up(1, 1)
    service.answer(1, 1, "Mended.")
    outbox.drain()
    assert "Your message has been answered" in fake.said(api)[-1]
    assert "Mended." in write(code)


def test_who_chose_letters_hears_by_line_only_after_saying_so(write, send):
    code = send(email="citizen@example.org")
    write(code)
    assert kept()[0].reply_by is ReplyBy.MAIL
    write("LINE")
    assert kept()[0].reply_by is ReplyBy.LINE


def test_thanks_do_not_reopen_and_a_word_does(write, sign_in):
    sign_in()
    code = code_in(write("ร้องเรียน ลิฟต์เสีย"))
    service.take_up(1, 1)
    service.answer(1, 1, "ซ่อมแล้ว")
    outbox.drain()
    write(code)
    write("ขอบคุณครับ แต่ยังเสียอยู่")
    assert kept()[0].state == "answered"
    write("ยังไม่ได้คำตอบ")
    assert kept()[0].state == "reopened"
    assert kept()[0].messages[-1].text == "ขอบคุณครับ แต่ยังเสียอยู่"


def test_files_are_fetched_and_kept_by_the_usual_rules(tell, write, api, app, config, clock):
    api.files = {"7": picture("JPEG"), "8": b"MZ\x90\0" + bytes(60), "9": None}
    write("1")
    said = tell(fake.sent_file("U1", "image", "7"))
    assert CODE.search(said)
    write("ภาพนี้คือลิฟต์")
    refused = tell(fake.sent_file("U1", "file", "8", fileName="a.exe", fileSize=64))
    assert "a.exe" in refused
    tell(fake.sent_file("U1", "video", "9"))
    tell(fake.sent_file("U1", "image", "gone"))
    [file] = kept()[0].attachments
    assert (file.media_type, file.name) == ("image/jpeg", "line-image.jpg")
    vault = service.Vault(config.upload_dir, app.extensions["field_keys"])
    stored = vault.read(file.stored_as)
    assert stored.startswith(b"\xff\xd8")
    assert (b"Somsri" in api.files["7"], b"Somsri" in stored) == (True, False)
    assert {one.headers["Authorization"] for one in api.asked} == {"Bearer channel-token"}
    api.files["9"] = picture("PNG")
    clock.advance(minutes=10)
    outbox.drain()
    db.session.expire_all()
    assert [file.media_type for file in kept()[0].attachments] == ["image/jpeg", "image/png"]


def test_codes_cannot_be_tried_one_after_the_other(write, send):
    code = send()
    for _time in range(10):
        write("7KM-4QX-P2T9")
    assert CODE.search(write(code)) is None
    assert kept()[0].reply_by is ReplyBy.PAGE


def test_who_blocks_the_account_is_forgotten_and_hears_otherwise(write, tell, send, sign_in):
    sign_in()
    write(send(email="citizen@example.org"))
    write("line")
    tell(fake.blocked("U1"))
    assert kept()[0].reply_by is ReplyBy.MAIL
    assert db.session.query(LinePerson).count() == db.session.query(LineLink).count() == 0


def test_who_is_no_more_on_line_gets_the_letter_instead(write, send, sign_in, api, config):
    sign_in()
    write(send("/en", email="citizen@example.org"))
    write("line")
    outbox.drain()
    api.plan = [status(404)]
    service.take_up(1, 1)
    service.accept(1, 1)
    outbox.drain()
    db.session.expire_all()
    assert kept()[0].reply_by is ReplyBy.MAIL
    assert list(service.untold_steps(1)) == []


def test_erasing_a_message_forgets_who_sent_it_unless_another_is_theirs(write, app):
    write("ร้องเรียน ลิฟต์เสีย")
    write("จบ")
    write("ร้องเรียน ประตูเสีย")
    for complaint_id, people_left in ((2, 1), (1, 0)):
        service.erase(complaint_id, site_vault())
        outbox.drain()
        db.session.expire_all()
        assert db.session.query(LinePerson).count() == people_left
        assert db.session.query(LineLink).count() == people_left
    assert "ประเภทเรื่อง" in write("ขอบคุณ")


def test_how_it_ended_is_asked_by_line_once_for_all_messages_of_a_person(write, sign_in, api):
    sign_in()
    for number, text in ((1, "ร้องเรียน ลิฟต์เสีย"), (2, "ร้องเรียน ประตูเสีย")):
        write(text)
        write("จบ")
        service.take_up(number, 1)
        service.answer(number, 1, "ซ่อมแล้ว")
        service.close(number, 1)
        outbox.drain()
    assert len([text for text in fake.said(api) if "/complaints/closing/" in text]) == 1


def test_a_codename_is_not_taken_by_line(write):
    from_list = codename.written(codename.new_codename())
    assert "ชื่อลับ" in write(from_list)
    assert kept() == []
    write("1")
    assert kept() == []


def test_no_line_user_stands_in_the_database_in_clear(write, app):
    write("ร้องเรียน ลิฟต์เสีย", user="U4af4980629")
    with db.engine.connect() as connection:
        for table in db.metadata.sorted_tables:
            rows = connection.exec_driver_sql(f'SELECT * FROM "{table.name}"').all()  # noqa: S608
            assert "U4af4980629" not in repr(rows), table.name


def test_who_speaks_of_nothing_is_forgotten_in_the_night(write, clock):
    write("สวัสดีครับ")
    write("ร้องเรียน ลิฟต์เสีย", user="U2")
    clock.advance(days=1)
    people.tidy_line()
    assert [one.user for one in db.session.query(LinePerson)] == ["U2"]


def test_the_page_of_channels_has_line_only_where_there_is_an_account(page, app, config):
    assert "@siang" in page.get("/en/complaints/channels").main.text
    app.extensions["settings"] = replace(config, LINE_CHANNEL_SECRET="", LINE_CHANNEL_TOKEN="")
    headings = [words(one) for one in page.get("/en/complaints/channels").main("h2")]
    assert "LINE" not in headings
