"""Whom a message names neither sees nor handles it: for this person it does not exist."""

from io import BytesIO

import pytest
from sqlalchemy import select

from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import picture
from webapp.accounts import service as accounts
from webapp.complaints import service
from webapp.complaints.jobs import JOBS
from webapp.complaints.models import Bar, Complaint
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.service import BulkAction, BulkOrder
from webapp.complaints.service.tracking import take_thanks
from webapp.extensions import db
from webapp.shared import outbox
from webapp.staff.models import AuditEntry

QUEUE = "/en/staff/complaints"
ONE = f"{QUEUE}/1"
NAME = "สมชาย ใจดี"
# Every page of one message; a barred person finds the page for what does not exist on each.
PAGES = ["", "/notes", "/bars", "/merge", "/publish", "/letters", "/numbers", "/templates/1"]


@pytest.fixture
def two(sign_in, app):
    """An officer, and a colleague of whom messages may speak."""
    officer, named = sign_in(), sign_in("named@example.org")
    accounts.create_staff("named@example.org", "key", NAME)
    db.session.commit()
    return officer, named


def audited(action):
    db.session.expire_all()
    found = select(AuditEntry).where(AuditEntry.action == action)
    return [(entry.account_id, entry.subject) for entry in db.session.scalars(found)]


def test_whom_a_new_message_names_by_the_whole_name_never_sees_it(two, send):
    officer, named = two
    send(subject="มาสาย", message="นายสมชาย  ใจดี เจ้าหน้าที่ มาสายทุกวัน")
    assert "1. มาสาย" in officer.get(QUEUE).text
    assert "มาสาย" not in named.get(QUEUE).text
    named.get(ONE, status=404)
    assert audited("complaints.bar") == [(None, "complaint 1: account 2")]


def test_a_compliment_may_reach_the_person_praised(two, send):
    _officer, named = two
    send(kind="compliment", subject="ขอชม", message="คุณสมชาย ใจดี ช่วยดีมาก")
    assert "ขอชม" in named.get(QUEUE).text


def test_a_part_of_a_name_is_only_suggested_and_the_officer_decides(two, send):
    officer, named = two
    send(subject="มาสาย", message="คนชื่อสมชายมาสาย")
    assert "มาสาย" in named.get(QUEUE).text
    page = officer.get(f"{ONE}/bars")
    assert "a part of the name stands in the message" in words(page.main)
    assert page.select_one("#account option").text == NAME
    named.post(f"{ONE}?do=take_up", form_page=ONE)
    officer.post(f"{ONE}/bars", {"account": 2})
    assert service.complaint_by_id(1).handler_id is None
    named.get(ONE, status=404)
    assert audited("complaints.bar") == [(1, "complaint 1: account 2")]
    thai = officer.get(f"{ONE[3:]}/bars")
    assert NAME in thai.main.text


def test_for_a_barred_person_a_message_is_as_one_that_does_not_exist(two, send):
    officer, named = two
    send(subject="ลับ", message="เรื่องของสมชาย ใจดี คำเฉพาะกระต่าย")
    for path in PAGES:
        named.get(ONE + path, status=404)
        barred = words(named.get(ONE + path, status=404).main)
        assert barred == words(named.get(f"{QUEUE}/99{path}", status=404).main), path
    for path in (f"{ONE}/attachments/1", f"{ONE}/letters/1", f"{ONE[3:]}/letters/1.pdf"):
        assert named.client.get(path).status_code == 404


def test_a_barred_person_finds_a_message_in_no_search_no_count_and_no_audit(two, send):
    officer, named = two
    send(subject="ลับ", message="เรื่องของสมชาย ใจดี คำเฉพาะกระต่าย")
    assert "ลับ" in officer.get("/en/staff/search?q=กระต่าย").main.text
    assert "ลับ" not in named.get("/en/staff/search?q=กระต่าย").main.text
    officer.get(ONE)
    assert "Message 1" in officer.get("/en/staff/audit").main.text
    seen = named.get("/en/staff/audit").main.text
    assert "Message 1" not in seen
    assert "Messages 1" not in seen
    assert service.queue(service.QueueFilter(seen_by=2), 1).total == 0


def test_the_register_of_needs_hides_it_too(two, send):
    officer, named = two
    send(kind="suggestion", subject="ลับ", message="ขอให้สมชาย ใจดี ไม่คุมเรื่องกระต่าย")
    outbox.drain()
    assert "1. ลับ" in officer.get("/en/staff/needs").main.text
    assert "1. ลับ" not in named.get("/en/staff/needs").main.text
    officer.get("/en/staff/needs/1")
    named.get("/en/staff/needs/1", status=404)
    assert "ลับ" not in named.get("/en/staff/search?q=กระต่าย").main.text


def test_no_service_lets_a_barred_person_handle_it(two, send):
    send(message="เรื่องของสมชาย ใจดี")
    done = [service.do_with_all([1], BulkOrder(action), 2) for action in BulkAction]
    assert {why for [(_number, why)] in done} == {service.ComplaintNotFound}
    for deed in (
        lambda: service.take_up(1, 2),
        lambda: service.answer(1, 2, "x"),
        lambda: service.add_note(1, 2, "x"),
        lambda: service.told_by_officer(1, 2),
        lambda: service.unpublish_case(1, 2),
        lambda: service.remind(1, 2),
        lambda: service.lift_bar(1, 1, 2),
    ):
        with pytest.raises(service.ComplaintNotFound):
            deed()


def test_who_is_barred_from_one_is_barred_from_what_is_merged_with_it(two, send):
    _officer, named = two
    send(subject="One")
    send(subject="Two", message="เรื่องของสมชาย ใจดี")
    service.take_up(1, 1)
    assert "One" in named.get(QUEUE).text
    service.merge_case(2, 1, 1)
    assert "One" not in named.get(QUEUE).text
    named.get(ONE, status=404)


def test_a_bar_is_lifted_and_both_are_kept(two, send):
    officer, named = two
    send(subject="ลับ", message="เรื่องของสมชาย ใจดี")
    officer.post(f"{ONE}/bars/1/lift", form_page=f"{ONE}/bars")
    assert "ลับ" in named.get(ONE).text
    assert audited("complaints.lift_bar") == [(1, "complaint 1: account 2")]
    kept = db.session.query(Bar).one()
    assert kept.lifted_by == 1
    assert "Lifted on" in words(officer.get(f"{ONE}/bars").main)


def test_who_bars_herself_is_led_back_to_the_queue(two, send):
    officer, _named = two
    send()
    officer.post(f"{ONE}/bars", {"account": 1})
    assert officer.path == QUEUE
    officer.get(ONE, status=404)


SAYS = "และนายสมชาย ใจดี ก็ทราบเรื่อง"


def kept_away(named):
    """Whether the named colleague finds no message, and the audit says by whom that was done."""
    named.get(ONE, status=404)
    return audited("complaints.bar") == [(None, "complaint 1: account 2")]


def test_whom_the_person_names_later_is_kept_away_from_then_on(two, send):
    _officer, named = two
    send()
    service.take_up(1, 2)
    named.get(ONE)
    service.add_message(1, SAYS)
    assert kept_away(named)
    assert service.complaint_by_id(1).handler_id is None


def test_whom_the_person_names_when_it_is_taken_up_again_is_kept_away(two, send):
    _officer, named = two
    send()
    service.take_up(1, 1)
    service.answer(1, 1, "ซ่อมแล้ว")
    service.reopen(1, SAYS)
    assert kept_away(named)


def test_thanks_after_the_end_may_reach_the_person_praised(two, send):
    _officer, named = two
    send()
    service.take_up(1, 1)
    service.answer(1, 1, "ซ่อมแล้ว")
    take_thanks(1, "ขอบคุณคุณสมชาย ใจดี")
    service.bar_all_named()
    named.get(ONE)


def test_whom_a_transcript_names_is_kept_away(two, send):
    officer, named = two
    send(attachments=(BytesIO(picture("JPEG")), "photo.jpg"))
    officer.post(f"{ONE}/attachments/1/transcript", {"text": SAYS})
    assert kept_away(named)


def test_who_writes_down_the_own_name_is_led_back_to_the_queue(two, send):
    _officer, named = two
    send(attachments=(BytesIO(picture("JPEG")), "photo.jpg"))
    named.post(f"{ONE}/attachments/1/transcript", {"text": SAYS})
    assert named.path == QUEUE
    assert kept_away(named)


def test_whom_a_colleague_s_note_names_is_kept_away_and_not_who_writes_of_himself(two, send):
    _officer, named = two
    send()
    service.add_note(1, 2, "สมชาย ใจดี รับเรื่องไว้")
    named.get(ONE)
    service.add_note(1, 1, SAYS)
    assert kept_away(named)


def test_a_compliment_that_turns_out_to_be_a_complaint_is_kept_from_whom_it_names(two, send):
    _officer, named = two
    send(kind="compliment", message="คุณสมชาย ใจดี ช่างมาสายดีจริง")
    service.take_up(1, 1)
    named.get(ONE)
    service.change_kind(1, 1, Kind.COMPLAINT)
    assert kept_away(named)


@pytest.mark.parametrize("email", ["new@example.org", "named@example.org"])
def test_who_is_new_or_has_another_name_is_kept_away_from_what_names_this_person(
    two, send, email, app
):
    send(message="เรื่องของสายใจ มั่นคง")
    accounts.create_staff(email, "key", "สายใจ มั่นคง")
    outbox.drain()
    db.session.expire_all()
    barred = db.session.query(Bar).one()
    assert accounts.name_of(barred.account_id) == "สายใจ มั่นคง"


def test_every_night_all_messages_are_looked_through(two, send):
    _officer, named = two
    send()
    db.session.query(Complaint).one().message = SAYS
    db.session.commit()
    named.get(ONE)
    assert JOBS["complaints.bar_all_named"].nightly
    service.bar_all_named()
    assert kept_away(named)


def test_whose_bar_was_lifted_is_not_kept_away_again_by_itself(two, send):
    _officer, named = two
    send(message="เรื่องของสมชาย ใจดี")
    service.lift_bar(1, 1, 1)
    service.add_message(1, SAYS)
    service.bar_all_named()
    named.get(ONE)
