"""Repeats under one leading message: each hears by her own channel, and keeps her own clock."""

import pytest

from tests.support.page_rules import words
from webapp.complaints import service
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import db
from webapp.shared import outbox

QUEUE = "/en/staff/complaints"


@pytest.fixture
def vault(app):
    return service.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])


@pytest.fixture
def file(vault):
    def file(**other):
        words = {"kind": Kind.COMPLAINT, "message": "ลิฟต์เสีย", "language": "th", **other}
        return service.file_complaint(service.Filing(**words), "key", vault)[0].id

    return file


def now(complaint_id):
    db.session.expire_all()
    return service.complaint_by_id(complaint_id)


def test_those_that_follow_are_answered_with_the_leading_one(officer, file, clock):
    first = file()
    clock.advance(days=1)
    second = file(email="second@example.org")
    service.take_up(first, 1)
    due = now(second).due_on
    assert due > now(first).due_on
    page = officer.post(f"{QUEUE}/{second}/merge", {"leader": first})
    assert "It follows another message" in words(page.main)
    assert "1 message follows this one" in words(officer.get(f"{QUEUE}/{first}").main)
    service.answer(first, 1, "ซ่อมแล้ว")
    follower = now(second)
    assert (follower.state, follower.due_on) == ("answered", due)
    assert [message.text for message in follower.messages] == ["ซ่อมแล้ว"]
    outbox.drain()
    assert all(step.told_at for step in now(second).steps if step.announced)


def test_a_question_goes_to_the_leading_one_alone(officer, file):
    first, second = file(), file()
    service.take_up(first, 1)
    service.merge_case(second, first, 1)
    service.ask(first, 1, "ชั้นไหน")
    assert now(first).stands_still
    assert not now(second).stands_still
    assert now(second).messages == []


def test_one_that_was_asked_before_is_answered_too(officer, file):
    first, second = file(), file()
    service.take_up(first, 1)
    service.take_up(second, 1)
    service.ask(second, 1, "ชั้นไหน")
    service.merge_case(second, first, 1)
    service.answer(first, 1, "ซ่อมแล้ว")
    assert now(second).state == "answered"


def test_a_merge_is_undone_while_an_answer_is_owed(officer, file):
    first, second = file(), file()
    service.take_up(first, 1)
    service.merge_case(second, first, 1)
    officer.post(f"{QUEUE}/{second}/merge/undo", form_page=f"{QUEUE}/{second}/merge")
    service.answer(first, 1, "ซ่อมแล้ว")
    assert now(second).state == "acknowledged"
    service.answer(second, 1, "ตอบเอง")
    assert now(second).state == "answered"


def test_what_has_ended_with_the_leading_one_is_not_undone(officer, file):
    first, second = file(), file()
    service.take_up(first, 1)
    service.merge_case(second, first, 1)
    service.answer(first, 1, "ซ่อมแล้ว")
    with pytest.raises(service.StepNotAllowed):
        service.undo_merge(second, 1)
    assert "It cannot be undone" in words(officer.get(f"{QUEUE}/{second}/merge").main)


def test_who_was_not_answered_goes_on_alone(officer, file):
    first, second = file(), file()
    service.take_up(first, 1)
    service.merge_case(second, first, 1)
    service.answer(first, 1, "ซ่อมแล้ว")
    service.reopen(second, "ยังเสีย")
    assert service.merge_of(second) is None
    assert now(first).state == "answered"


def test_where_the_leading_one_is_taken_back_the_others_go_on(officer, file):
    first, second = file(), file()
    service.take_up(first, 1)
    service.merge_case(second, first, 1)
    service.withdraw(first)
    assert service.merge_of(second) is None
    assert now(second).state == "acknowledged"


def test_what_cannot_be_merged_is_refused_with_a_reason(officer, file):
    first, second = file(), file()
    path = f"{QUEUE}/{second}/merge"

    def refused(leader):
        return words(officer.post(path, {"leader": leader}).select_one(".error-summary"))

    assert "Write the number of the message" in refused("x")
    assert "No message has this number" in refused(99)
    assert "take it up first" in refused(first)
    service.take_up(first, 1)
    service.take_up(second, 1)
    assert "cannot be put together" in refused(second)
    service.answer(first, 1, "ตอบ")
    assert "cannot be put together" in refused(first)


def test_what_led_others_brings_them_along(officer, file):
    first, second, third = file(), file(), file()
    for one in (first, second):
        service.take_up(one, 1)
    service.merge_case(third, second, 1)
    service.merge_case(second, first, 1)
    assert {merge.complaint_id for merge in service.merges_under(first)} == {second, third}
    service.take_up(first, 1)
    service.hand_over(first, 1, service.complaint_by_id(first).bureau.__class__.LAW)
    assert {now(one).bureau.value for one in (first, second, third)} == {"law"}
