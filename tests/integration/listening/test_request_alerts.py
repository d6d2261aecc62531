"""A request for another form is told to the office: when it comes, on its day, and past it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.integration.listening.asking import MONDAY, only_one
from tests.support.databases import both_databases
from webapp.complaints import service as complaints
from webapp.listening import service
from webapp.shared import outbox
from webapp.shared.mail import SmtpPost

OFFICER, BUREAU, TOP = "officer@example.org", "bureau@example.org", "sg@example.org"
REFUSED = "550 5.1.1 no such mailbox"


@pytest.fixture(autouse=True)
def posted_by(app, letters):
    """Letters go to a mail server."""
    app.extensions["post"] = SmtpPost(letters.url, "office@example.org")


@pytest.fixture
def addresses(app):
    complaints.keep_desk_addresses({"public_relations": BUREAU, "secretary_general": TOP}, None)


@pytest.fixture
def on_day(clock, letters):
    """What the office hears in the night to a day of March 2026: to whom, and of what."""

    def on_day(day: int) -> dict[str, str]:
        letters.received.clear()
        clock.moment = datetime(2026, 3, day, 1, tzinfo=UTC)
        outbox.enqueue_nightly()
        outbox.drain()
        return heard(letters)

    return on_day


def heard(letters) -> dict[str, str]:
    return {letter["X-Envelope-To"]: letter["Subject"] for letter in letters.received}


@both_databases
def test_the_bureau_hears_at_once_and_on_the_day_and_the_top_of_what_is_very_late(
    addresses, ask, letters, on_day
):
    ask("/en")
    outbox.drain()
    assert heard(letters) == {BUREAU: "คำขอรูปแบบอื่นเลขที่ 1: มีคำขอเข้ามา"}
    assert on_day(3) == {BUREAU: "คำขอรูปแบบอื่นเลขที่ 1: ครบกำหนดวันนี้"}
    assert on_day(3) == {}
    late = "คำขอรูปแบบอื่นเลขที่ 1: เลยกำหนดแล้ว"
    assert on_day(4) == {BUREAU: late}
    # Three working days of grace, and a weekend.
    assert on_day(6) == {}
    assert on_day(9) == dict.fromkeys((BUREAU, TOP), f"{late}มาก")
    assert on_day(20) == {}


def test_the_officer_who_has_it_in_hand_hears_instead_of_the_bureau(
    addresses, ask, officer, on_day
):
    ask()
    outbox.drain()
    service.take_up_request(only_one().id, 1)
    assert list(on_day(3)) == [OFFICER]
    assert list(on_day(4)) == [OFFICER, BUREAU]


def test_nothing_is_told_of_what_is_settled(addresses, ask, officer, on_day):
    ask()
    service.take_up_request(only_one().id, 1)
    service.settle_request(only_one().id, 1, True, "ส่งแล้ว")
    assert on_day(9) == {}


def test_a_letter_to_the_office_holds_the_day_and_the_address_and_nothing_typed(
    addresses, ask, letters
):
    code = ask(purpose="ความลับของผม", email="someone@example.org")
    outbox.drain()
    (text,) = (
        letter.get_content() for letter in letters.received if letter["X-Envelope-To"] == BUREAU
    )
    assert "วีดิทัศน์ภาษามือไทย" in text
    assert "3 มีนาคม 2569" in text
    assert "/staff/form-requests/1" in text
    for secret in ("ความลับ", "สหกรณ์", "someone@", code):
        assert secret not in text


@both_databases
def test_what_does_not_reach_the_officer_goes_up_to_who_has_not_heard_of_it(
    addresses, ask, officer, letters, on_day
):
    ask()
    outbox.drain()
    service.take_up_request(only_one().id, 1)
    letters.answers = {OFFICER: REFUSED}
    assert list(on_day(3)) == [BUREAU]
    assert OFFICER in letters.received[0].get_content()
    assert list(on_day(4)) == [BUREAU, TOP]
    letters.answers = {OFFICER: REFUSED, BUREAU: REFUSED}
    assert list(on_day(9)) == [TOP]


def test_the_desk_says_that_no_address_is_written_while_a_request_waits(ask, officer, clock):
    assert "reach nobody" not in officer.get("/en/staff").text
    ask()
    clock.moment = MONDAY + timedelta(minutes=1)
    for shown, words in zip(officer.both("/staff"), ("2", "Of 2 desks no"), strict=True):
        assert words in shown.select_one(".notice--warning").text
    complaints.keep_desk_addresses({"public_relations": BUREAU, "secretary_general": TOP}, None)
    assert "reach nobody" not in officer.get("/en/staff").text


def test_the_list_says_who_hears_and_where_that_is_written(officer):
    for shown, bureau in zip(
        officer.both("/staff/form-requests"), ("สำนักประชาสัมพันธ์", "Public Relations"), strict=True
    ):
        assert bureau in shown.main.text
        assert shown.main.select_one("a[href$='/staff/complaints/addresses']")


def test_an_old_request_is_told_too_when_the_watch_begins(addresses, ask, clock, letters):
    ask()
    assert only_one().due_on == date(2026, 3, 3)
    outbox.drain()
    letters.received.clear()
    clock.moment = datetime(2026, 3, 20, 1, tzinfo=UTC)
    outbox.enqueue_nightly()
    outbox.drain()
    assert set(heard(letters)) == {BUREAU, TOP}
