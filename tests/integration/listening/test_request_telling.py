"""Who asked for another form and is reached by no letter is told by an officer, as with messages."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.integration.listening.asking import MONDAY, only_one
from tests.support.databases import both_databases
from tests.support.reports import report
from webapp.accounts import service as accounts
from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.complaints.mail_reading import take_in
from webapp.listening import service
from webapp.listening.rules.request_figures import Ending
from webapp.listening.service import request_figures
from webapp.shared import outbox
from webapp.shared.mail import SmtpPost

ME, REFUSED = "somsri@example.org", "550 5.1.1 no such mailbox"
ERRANDS, DESK = "/staff/complaints/errands", "/staff/form-requests/1"


@pytest.fixture(autouse=True)
def posted_by(app, letters):
    """Letters go to a mail server."""
    app.extensions["post"] = SmtpPost(letters.url, "office@example.org")


@pytest.fixture
def refused(ask, letters, officer):
    """A request whose letters are refused for good, taken up by the officer."""
    letters.answers = {ME: REFUSED}
    ask(email=ME, address="1 ถนนสามเสน")
    outbox.drain()
    service.take_up_request(1, 1)
    return only_one()


def settle() -> None:
    service.settle_request(1, 1, True, "ส่งแล้ว")
    outbox.drain()


def endings() -> dict[Ending, int]:
    return request_figures.staff_figures()[-1].whole.endings


def untold() -> list[int]:
    return [one.id for one in service.untold_requests()]


@both_databases
def test_who_is_refused_is_among_the_people_to_tell_and_is_answered_when_told(refused, clock):
    assert untold() == [1]
    assert only_one().unreached_why == "refused"
    service.note_told(1, 1)
    assert untold() == []
    settle()
    assert untold() == [1]
    assert endings() == {Ending.OPEN: 1}, "an answer that nobody heard is none"
    clock.moment = MONDAY + timedelta(days=2)
    assert endings() == {Ending.OVERDUE: 1}
    service.note_told(1, 1)
    assert endings() == {Ending.LATE: 1}
    outbox.drain()
    assert untold() == []


def test_the_page_says_what_to_do_in_both_languages(refused, officer):
    thai, english = officer.both(ERRANDS)
    (row,) = english.select("table tbody tr")
    assert "refuses letters" in row.text
    assert "Write to the postal address" in row.text
    assert "due on 3 March 2026" in row.text
    assert "ที่อยู่ทางไปรษณีย์" in thai.select_one("table tbody tr").text
    assert row.a["href"] == f"/en{DESK}"
    for shown, words in zip(officer.both("/staff"), ("1", "1 person is not reached"), strict=True):
        assert any(words in one.text for one in shown.select(".notice--warning"))
    settle()
    assert "There is an answer" in officer.get(f"/en{ERRANDS}").select_one("table tbody tr").text


def test_an_officer_notes_on_the_request_that_the_person_was_told(refused, officer):
    at = f"/en{DESK}"
    settle()
    shown = officer.get(at)
    assert "What to tell: There is an answer." in " ".join(shown.main.text.split())
    after = officer.post(f"{at}?do=told", form_page=at)
    assert "the person has been told" in after.text
    assert "I have told the person" not in officer.get(at).text
    assert untold() == []
    assert "Told a person of a request" in officer.get("/en/staff/audit").text


def test_a_colleague_takes_over_what_is_settled_and_not_told(refused, app):
    secret = app.config["SECRET_KEY"]
    colleague = accounts.invited(accounts.create_staff("other@example.org", secret), secret).id
    settle()
    with pytest.raises(service.RequestNotInHand):
        service.note_told(1, colleague)
    service.take_up_request(1, colleague)
    assert only_one().state == "done"
    service.note_told(1, colleague)
    with pytest.raises(service.RequestNotInHand):
        service.take_up_request(1, 1)


def test_where_nothing_reaches_the_person_the_page_alone_tells(refused, officer, clock):
    settle()
    clock.moment = MONDAY + timedelta(days=5)
    at = f"/en{DESK}"
    officer.post(f"{at}?do=leave_to_page", form_page=at)
    assert untold() == []
    assert only_one().email is None
    assert endings() == {Ending.IN_TIME: 1}, "it counts from when it stood there"


@pytest.mark.parametrize("status", ["5.1.1", "5.2.2"])
def test_an_answer_that_comes_back_is_told_by_an_officer(ask, letters, officer, status):
    ask(email=ME)
    service.take_up_request(1, 1)
    settle()
    name = letters.received[-1]["Message-ID"]
    take_in(report(name, ME, status, action="delayed"))
    outbox.drain()
    assert untold() == []
    assert endings() == {Ending.IN_TIME: 1}
    for _twice in range(2):
        assert take_in(report(name, ME, status)) is complaints.Taken.AUTOMATIC
        outbox.drain()
    assert untold() == [1]
    assert endings() == {Ending.OPEN: 1}
    service.note_told(1, 1)
    take_in(report(name, ME, status))
    outbox.drain()
    assert untold() == []


def test_a_report_that_somebody_invented_changes_nothing(ask, letters):
    ask(email=ME)
    outbox.drain()
    name = letters.received[-1]["Message-ID"]
    for invented in (name.replace("-1-received", "-2-received"), "<form-request-1@example.org>"):
        take_in(report(invented, ME))
    outbox.drain()
    assert untold() == []


def test_letters_are_tried_again_to_all_and_tell_what_is_new(refused, officer, letters):
    settle()
    letters.answers, at = {}, f"/en{ERRANDS}"
    letters.received.clear()
    shown = officer.post("/en/staff/complaints/errands/mail-again", form_page=at)
    assert "tried again now" in shown.text
    outbox.drain()
    assert [one["X-Envelope-To"] for one in letters.received] == [ME]
    assert untold() == []
    assert endings() == {Ending.IN_TIME: 1}


def test_who_is_told_hears_of_a_day_that_moves_by_an_officer_too(refused):
    service.note_told(1, 1)
    bills.keep_holiday(bills.HolidayFacts(on=date(2026, 3, 3), name_th="หยุด"))
    outbox.drain()
    assert untold() == [1]


def test_who_writes_on_the_page_has_read_it(refused):
    settle()
    service.write_words(1, "ยังไม่ถึง", again=True)
    assert untold() == []
    assert endings() == {Ending.IN_TIME: 1, Ending.OPEN: 1}


def test_a_letter_that_waits_for_the_mail_server_is_counted_with_the_others(ask, letters, page):
    letters.stop()
    ask(email=ME)
    outbox.drain()
    assert page.client.get("/health").json["letters_waiting"] == 1
    letters.start()


def test_what_is_erased_waits_for_nobody(refused, clock):
    settle()
    clock.moment = datetime(2026, 9, 1, tzinfo=UTC)
    service.erase_old_requests()
    assert untold() == []
