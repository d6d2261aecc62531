"""What a message says, in which order, in which form, and what its headers say."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.following import (
    also_follow,
    bill_subject,
    files_sent,
    first_reading,
    follow,
    path,
    step,
    text_of,
)
from tests.support.records import LAW, keep_bill, keep_law
from webapp import create_app
from webapp.bills import service as bills
from webapp.following import service
from webapp.following.service import Cadence, Form, Subject, SubjectKind
from webapp.shared import outbox

pytestmark = pytest.mark.usefixtures("clock")
STEPS = bills.StepKind
NEWEST = date(2026, 2, 9)


@pytest.fixture
def bill(app):
    kept = keep_bill()
    outbox.drain()
    return kept


def in_order(text, *parts):
    places = [text.index(part) for part in parts]
    return places == sorted(places)


def test_the_name_comes_first_then_what_happened_what_it_means_what_comes_and_why(bill):
    follow(bill_subject(bill))
    first_reading(bill)
    (letter,) = files_sent()
    text = text_of(letter)
    assert text.splitlines()[0] == bill.name()
    assert text.splitlines()[1].startswith("สภาผู้แทนราษฎรรับหลักการ วาระที่หนึ่ง")
    assert in_order(
        text,
        bill.name(),
        "เมื่อวันที่ 2 กุมภาพันธ์ 2569",
        f"/bills/{bill.public_id}",
        "เหตุที่ท่านได้รับข้อความนี้: ท่านติดตาม: " + bill.name(),
        "เปลี่ยนหรือพักการส่ง: http://localhost/following/mine/",
        "หยุดการส่ง: http://localhost/following/stop/",
    )


def test_an_english_message_is_english(bill):
    follow(bill_subject(bill), language="en")
    first_reading(bill)
    text = text_of(files_sent()[0])
    assert "Accepted in principle by the House, first reading on 2 February 2026." in text
    assert in_order(text, "Every step", "Why this message: you follow:", "/en/following/stop/")


def test_what_people_call_a_bill_is_its_short_name(app):
    titles = (
        bills.TitleFacts(bills.TitleKind.DRAFT, "ร่างพระราชบัญญัติสมรสเท่าเทียม พ.ศ. ...."),
        bills.TitleFacts(bills.TitleKind.NICKNAME, "สมรสเท่าเทียม"),
    )
    bill = bills.add_bill(
        bills.BillFacts(bills.BillKind.ORDINARY, bills.ProposerKind.CABINET, titles), None
    )
    follow(bill_subject(bill))
    step(bill, STEPS.SUBMITTED_HOUSE, date(2026, 1, 5))
    letter = files_sent()[0]
    assert letter["Subject"].startswith("สมรสเท่าเทียม: ")
    assert text_of(letter).startswith("สมรสเท่าเทียม\n")


def test_messages_of_one_bill_hang_together_and_each_has_a_name_of_its_own(bill):
    follow(bill_subject(bill))
    first_reading(bill)
    step(bill, STEPS.HOUSE_R2_DONE, NEWEST)
    first, second = files_sent()
    assert first["References"] == second["References"] == f"<{bill.public_id}@localhost>"
    assert first["Message-ID"] != second["Message-ID"]
    assert first["List-Id"] == f"<{bill.public_id}.following.localhost>"


def test_stopping_by_one_click_works_on_post_alone(page, bill):
    follow(bill_subject(bill))
    first_reading(bill)
    letter = files_sent()[0]
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = path(letter["List-Unsubscribe"].strip("<>"))
    page.get(stop)
    step(bill, STEPS.HOUSE_R2_DONE, NEWEST)
    assert len(files_sent()) == 2

    page.client.post(stop, data={"List-Unsubscribe": "One-Click"})
    step(bill, STEPS.HOUSE_R3_APPROVED, date(2026, 2, 16))
    assert len(files_sent()) == 2


def test_a_provider_may_stop_for_many_people_from_one_address(app, config, bill):
    follow(bill_subject(bill))
    first_reading(bill)
    stop = path(files_sent()[0]["List-Unsubscribe"].strip("<>"))
    mine = follow(bill_subject(bill), "suda@example.org").follower
    also_follow(mine, Subject(SubjectKind.EVERYTHING))
    step(bill, STEPS.HOUSE_R2_DONE, NEWEST)
    # Its other address, where several wishes brought one message.
    several = f"/following/message/{service.message_token(1, 1, 'test')}/stop"
    client = create_app(replace(config, RATE_LIMITS=True)).test_client()
    for address in (stop, several):
        answers = {client.post(address).status_code for _time in range(70)}
        assert answers == {200}


def test_large_type_says_the_same_as_the_plain_text(bill):
    follow(bill_subject(bill), form=Form.LARGE)
    first_reading(bill)
    letter = files_sent()[0]
    page = letter.get_body(("html",)).get_content()
    assert "font-size: 28px" in page
    assert "<img" not in page
    for line in text_of(letter).splitlines():
        for word in line.split():
            assert word in page


def test_a_plain_letter_is_plain(bill):
    follow(bill_subject(bill))
    first_reading(bill)
    assert files_sent()[0].get_content_type() == "text/plain"


def test_sound_is_attached_where_it_was_asked_for(bill):
    follow(bill_subject(bill), form=Form.AUDIO_ATTACHED)
    first_reading(bill)
    (sound,) = files_sent()[0].iter_attachments()
    assert sound.get_content_type() == "audio/mpeg"
    assert sound.get_content()[:3] == b"ID3"


def test_sound_and_braille_are_linked_and_are_there(page, bill):
    follow(bill_subject(bill), form=Form.AUDIO_LINKED)
    follow(bill_subject(bill), "suda@example.org", form=Form.BRAILLE_LINKED)
    first_reading(bill)
    for letter, ending, mimetype in zip(
        files_sent(), ("mp3", "brf"), ("audio/mpeg", "application/x-brf"), strict=True
    ):
        (line,) = [one for one in text_of(letter).splitlines() if one.endswith(f".{ending}")]
        answer = page.client.get(path(line.split()[-1]))
        assert (answer.status_code, answer.mimetype) == (200, mimetype)
        assert len(answer.data) > 100


def test_a_withdrawn_step_is_corrected_to_whoever_got_it(bill):
    follow(bill_subject(bill))
    wrong = first_reading(bill)
    bills.withdraw_step(bill.public_id, wrong.id, "บันทึกผิดฉบับ", None)
    told, correction = files_sent()
    assert correction["Subject"].startswith(f"{bill.name()}: แก้ไขข่าวเดิม")
    assert in_order(text_of(correction), bill.name(), "ขออภัยท่าน", "บันทึกผิดฉบับ")
    assert correction["References"] == told["References"]


def test_the_end_of_a_bill_sends_a_last_message_that_offers_what_comes_after(bill):
    later = keep_bill("ร่างพระราชบัญญัติสหกรณ์ (ฉบับที่ 2) พ.ศ. ....")
    follow(bill_subject(bill))
    first_reading(bill)
    step(bill, STEPS.WITHDRAWN, NEWEST)
    last = text_of(files_sent()[-1])
    assert "ข้อความนี้เป็นข้อความสุดท้ายเกี่ยวกับร่างนี้" in last
    assert f"/following/new?bill={later.public_id}" in last


def test_an_event_comes_once_though_several_wishes_meet_it(bill):
    mine = follow(bill_subject(bill))
    also_follow(mine.follower, Subject(SubjectKind.EVERYTHING))
    first_reading(bill)
    assert len(files_sent()) == 1


def test_a_new_version_tells_the_section_that_changed(app):
    keep_law(key="law-1")
    follow(Subject(SubjectKind.EVERYTHING))
    outbox.drain()
    keep_law(LAW.replace("นายทะเบียน", "รัฐมนตรี"), key="law-1")
    text = text_of(files_sent()[-1])
    assert "มีฉบับใหม่ คือฉบับที่ 2" in text
    assert in_order(text, "มาตรา ๓", "รัฐมนตรี", "/compare/1", "เหตุที่ท่านได้รับข้อความนี้")


def test_no_message_holds_anything_that_tells_who_read_it(bill):
    follow(bill_subject(bill), form=Form.LARGE)
    first_reading(bill)
    page = files_sent()[0].get_body(("html",)).get_content()
    assert not {"<img", "src=", "url(", "<link"} & set(page.split())
    assert "http://localhost/" in page
    assert page.count("http") == page.count("http://localhost/")


def test_a_wish_for_the_feed_alone_sends_nothing(bill):
    follow(bill_subject(bill), cadence=Cadence.FEED_ONLY)
    first_reading(bill)
    assert files_sent() == []
