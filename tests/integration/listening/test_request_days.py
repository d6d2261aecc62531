"""A holiday that is entered later moves the day of open requests for another form, and is told."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask_migrate import upgrade
from sqlalchemy import Date, bindparam, select, text
from sqlalchemy.orm import load_only

from tests.integration.listening.asking import ASKED, MONDAY, only_one
from tests.support.databases import both_databases
from tests.support.letters import letters_in
from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.listening import service
from webapp.listening.models.requests import FormRequest
from webapp.shared import outbox
from webapp.shared.columns import UtcDateTime

TUESDAY, WEDNESDAY = date(2026, 3, 3), date(2026, 3, 4)
ME = "someone@example.org"
REQUEST = text(
    "INSERT INTO form_requests (id, state, wanted, language, subject, purpose, received_at, "
    "settled_at, due_on) VALUES (:id, :state, 'cd', 'th', '', '', :at, :settled, :due)"
).bindparams(
    bindparam("at", type_=UtcDateTime),
    bindparam("settled", type_=UtcDateTime),
    bindparam("due", type_=Date),
)
MESSAGE = text(
    "INSERT INTO form_request_messages (request_id, at, outcome) VALUES (:request, :at, :outcome)"
).bindparams(bindparam("at", type_=UtcDateTime))


@pytest.fixture
def letters(app, config):
    """The letters to an address, the oldest first: what is in them."""
    complaints.keep_desk_addresses({"public_relations": "bureau@example.org"}, None)

    def to(address: str) -> list[str]:
        outbox.drain()
        found = [one for one in letters_in(config.INSTANCE_DIR) if one["To"] == address]
        return [f"{one['Subject']} {one.get_content()}" for one in found]

    return to


def close(day: date) -> None:
    bills.keep_holiday(bills.HolidayFacts(on=day, name_th="หยุดพิเศษ"))


@both_databases
def test_a_holiday_moves_the_day_of_what_is_open_and_not_of_what_is_settled(ask, officer):
    ask()
    first = only_one().id
    service.take_up_request(first, 1)
    service.settle_request(first, 1, True, "ส่งแล้ว")
    ask()
    close(TUESDAY)
    outbox.drain()
    db.session.expire_all()
    days = {one.id: one.due_on for one in db.session.query(FormRequest)}
    assert days == {first: TUESDAY, first + 1: WEDNESDAY}
    bills.remove_holiday(TUESDAY, None)
    outbox.drain()
    assert db.session.get_one(FormRequest, first + 1, populate_existing=True).due_on == TUESDAY


@pytest.mark.parametrize(
    ("start", "subject", "day"),
    [
        ("/en", "The day of your request for another form has moved", "4 March 2026"),
        ("", "กำหนดของคำขอรูปแบบอื่นของท่านเลื่อนแล้ว", "4 มีนาคม 2569"),
    ],
)
def test_the_person_is_told_once_in_the_language_of_the_request(ask, letters, start, subject, day):
    ask(start, email=ME)
    assert len(letters(ME)) == 1
    close(TUESDAY)
    (moved,) = [one for one in letters(ME) if subject in one]
    assert day in moved
    assert ASKED["subject"] not in moved
    outbox.enqueue_nightly()
    close(date(2026, 4, 6))
    assert len(letters(ME)) == 2


def test_who_has_no_letter_yet_is_named_the_new_day_by_the_first(ask, letters):
    ask("/en", email=ME)
    close(TUESDAY)
    service.recount_requests()
    (only,) = letters(ME)
    assert "We have received" in only
    assert "by 4 March 2026 at the latest" in only


def test_a_day_that_moves_while_the_letter_is_written_is_told_by_another(ask, letters):
    ask("/en", email=ME)
    close(TUESDAY)
    service.recount_requests()
    service.acknowledgement_mailed(only_one(), TUESDAY)
    told = letters(ME)
    assert [one for one in told if "has moved" in one and "4 March 2026" in one]


def test_the_office_is_told_that_the_day_moved(ask, letters):
    ask()
    letters("bureau@example.org")
    close(TUESDAY)
    told = [one for one in letters("bureau@example.org") if "กำหนดตอบเลื่อน" in one]
    assert len(told) == 1
    assert "4 มีนาคม 2569" in told[0]


def test_the_page_of_the_request_says_which_day_was_named_and_which_it_is(ask, page):
    page.post("/complaints/track", {"code": ask()})
    assert "named" not in page.get("/en/forms/request/case").main.text
    close(TUESDAY)
    outbox.drain()
    thai, english = page.both("/forms/request/case")
    assert "We named 3 March 2026 when you asked" in english.main.text
    assert "by 4 March 2026 at the latest" in english.main.text
    assert "3 มีนาคม 2569" in thai.main.text
    assert "4 มีนาคม 2569" in thai.main.text


def test_what_was_asked_again_is_counted_from_when_it_was_asked_again(ask, officer, clock):
    ask()
    asked = only_one().id
    service.take_up_request(asked, 1)
    service.settle_request(asked, 1, True, "ส่งแล้ว")
    clock.moment = MONDAY + timedelta(days=7)
    service.write_words(asked, "ยังไม่ถึง", again=True)
    close(date(2026, 3, 10))
    outbox.drain()
    assert only_one().due_on == date(2026, 3, 11)
    assert only_one().promised_on == date(2026, 3, 10)


def test_old_requests_are_given_the_moment_from_which_their_day_counts(empty_site):
    """Those kept before that moment was: the first asking, and the one after a reply."""
    upgrade(revision="0064")
    first, again = datetime(2026, 3, 2, 3, tzinfo=UTC), datetime(2026, 3, 9, 3, tzinfo=UTC)
    with db.engine.begin() as connection:
        for number, state, settled in ((1, "received", None), (2, "done", first)):
            row = {"id": number, "state": state, "at": first, "settled": settled, "due": TUESDAY}
            connection.execute(REQUEST, row)
        # The first is asked again after its reply; the words before it and after that count nothing.
        for number, hours, outcome in (
            (1, 1, None),
            (1, 2, "done"),
            (1, 168, None),
            (1, 169, None),
            (2, 1, "done"),
        ):
            row = {"request": number, "at": first + timedelta(hours=hours), "outcome": outcome}
            connection.execute(MESSAGE, row)

    upgrade()

    request, settled = db.session.scalars(
        select(FormRequest)
        .options(load_only(FormRequest.counted_from, FormRequest.promised_on))
        .order_by(FormRequest.id)
    ).all()
    assert (request.counted_from, request.promised_on) == (again, TUESDAY)
    assert [one.counted_from for one in request.messages] == [None, first, None, None]
    assert (settled.counted_from, settled.replies[0].counted_from) == (first, first)
