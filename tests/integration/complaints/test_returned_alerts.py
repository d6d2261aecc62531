"""An alert whose letter a mail server refuses: the next one up hears of it, and the desk says who is
not reached, since when."""

import hashlib
import hmac
from dataclasses import replace

import pytest

from tests.support.databases import both_databases
from tests.support.page_rules import words
from tests.support.reports import report
from webapp.complaints import service
from webapp.complaints.mail_reading import take_in
from webapp.complaints.models import Complaint, ReturnedAlert
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.mail import SmtpPost

OFFICER, BUREAU, TOP = "officer@example.org", "bureau@example.org", "sg@example.org"
REFUSED = "550 5.1.1 no such mailbox"
ADDRESSES = "/staff/complaints/addresses"


@pytest.fixture(autouse=True)
def posted_by(app, letters):
    """Letters go to a mail server."""
    app.extensions["post"] = SmtpPost(letters.url, "office@example.org")


@pytest.fixture
def reminded(file, letters, clock):
    """Have the officer reminded of a message in hand, while the server says `answers`."""

    def reminded(**answers: str) -> None:
        file()
        service.accept(1, 1)
        service.keep_desk_addresses({"technology": BUREAU, "secretary_general": TOP}, 1)
        letters.answers = {f"{name}@example.org": said for name, said in answers.items()}
        clock.advance(days=2)
        service.watch_due_days()
        outbox.drain()

    return reminded


def rows() -> list[tuple[str, str | None, bool]]:
    """Who was not reached, who heard of it instead, and whether that is over."""
    db.session.expire_all()
    listed = db.session.query(ReturnedAlert).order_by(ReturnedAlert.id)
    return [(row.whom, row.passed_to, row.over_at is not None) for row in listed]


def to(letters) -> list[str]:
    return [letter["X-Envelope-To"] for letter in letters.received]


@both_databases
def test_the_bureau_hears_what_does_not_reach_the_officer(reminded, letters):
    reminded(officer=REFUSED)
    assert to(letters) == [BUREAU]
    assert "officer@example.org" in letters.received[0].get_content()
    assert rows() == [("officer-1", "technology", False)]
    outbox.drain()
    assert to(letters) == [BUREAU]


@both_databases
def test_above_a_bureau_that_is_not_reached_either_is_the_secretary_general(reminded, letters):
    reminded(officer=REFUSED, bureau=REFUSED)
    assert to(letters) == [TOP]
    assert rows() == [
        ("officer-1", "technology", False), ("technology", "secretary_general", False),
    ]  # fmt: skip


def test_where_nobody_is_above_the_desk_says_so(reminded, letters, officer):
    reminded(officer=REFUSED, bureau=REFUSED, sg=REFUSED)
    assert to(letters) == []
    assert rows()[-1] == ("secretary_general", None, False)
    shown = words(officer.get(f"/en{ADDRESSES}").main)
    assert "nobody: there is no address below" in shown


def test_who_hears_of_it_anyway_hears_of_it_once(reminded, letters, clock):
    reminded(officer=REFUSED)
    letters.received.clear()
    clock.advance(days=2)
    service.watch_due_days()
    outbox.drain()
    assert to(letters) == [BUREAU]
    assert rows()[-1] == ("officer-1", "technology", False)


def test_the_desk_shows_who_is_not_reached_and_since_when(reminded, letters, officer, clock):
    reminded(officer=REFUSED)
    clock.advance(days=1)
    for page in ("/staff", "/staff/complaints"):
        thai, english = officer.both(page)
        assert "Reminders do not reach 1 address of staff." in words(english.main)
        assert "since 4 March 2026 at 12.00" in words(english.main)
        assert "การเตือนส่งไม่ถึง" in words(thai.main)
    [row] = officer.both(ADDRESSES)[1].select("tbody tr")
    told = words(row)
    for part in (
        "officer@example.org",
        "4 March 2026 at 12.00",
        "The mail server refuses letters to this address for good.",
        "Message 1",
        "Bureau of Information and Communication Technology",
    ):
        assert part in told


def test_no_number_of_a_message_is_told_to_whom_it_names(reminded, sign_in):
    reminded(officer=REFUSED)
    colleague = sign_in("colleague@example.org")
    service.bar(1, 2, 1)
    [row] = colleague.get(f"/en{ADDRESSES}").select("tbody tr")
    assert "officer@example.org" in words(row)
    assert "Message 1" not in words(row)


def test_once_a_letter_arrives_it_is_over(reminded, letters, clock, officer):
    reminded(officer=REFUSED)
    letters.answers = {}
    clock.advance(days=2)
    service.watch_due_days()
    outbox.drain()
    assert [over for _whom, _to, over in rows()] == [True]
    assert "Reminders do not reach" not in words(officer.get("/en/staff").main)


def test_another_address_ends_it_and_the_same_one_does_not(reminded):
    reminded(officer=REFUSED, bureau=REFUSED)
    service.keep_desk_addresses({"technology": BUREAU, "secretary_general": TOP}, 1)
    assert not any(over for _whom, _to, over in rows())
    service.keep_desk_addresses({"technology": "it@example.org"}, 1)
    assert [over for _whom, _to, over in rows()] == [False, True]


@both_databases
def test_a_reminder_that_comes_back_later_goes_to_the_next_one_up_too(
    reminded, letters, clock, officer
):
    reminded()
    assert to(letters) == [OFFICER]
    name = letters.received[0]["Message-ID"]
    for _twice in range(2):
        assert take_in(report(name, OFFICER)) is service.Taken.AUTOMATIC
        outbox.drain()
    assert to(letters) == [OFFICER, BUREAU]
    assert rows() == [("officer-1", "technology", False)]
    assert db.session.query(Complaint).count() == 1
    # That the server takes another letter proves nothing now: an officer says that it works.
    clock.advance(days=2)
    service.watch_due_days()
    outbox.drain()
    assert rows() == [("officer-1", "technology", False)]
    officer.post(f"/en{ADDRESSES}/1/reached", form_page=f"/en{ADDRESSES}")
    assert [over for _whom, _to, over in rows()] == [True]


def test_a_report_that_somebody_invented_changes_nothing(reminded, letters):
    reminded()
    name = letters.received[0]["Message-ID"]
    for invented in (
        name.replace("officer-1", "technology"),
        "<complaint-alert-1-1-officer-1@x.org>",
    ):
        take_in(report(invented, OFFICER))
    assert rows() == []


def test_a_mailbox_that_takes_nothing_now_holds_up_no_other(reminded, letters, clock):
    reminded()
    letters.received.clear()
    letters.answers = {OFFICER: "452 4.2.2 mailbox full"}
    clock.advance(days=2)
    service.watch_due_days()
    for _third in range(3):
        clock.advance(hours=8)
        outbox.drain()
    assert to(letters) == [BUREAU]
    assert rows() == []
    for _third in range(3 * 15):
        clock.advance(hours=8)
        outbox.drain()
    assert rows() == [("officer-1", "technology", False)]
    assert to(letters) == [BUREAU], "who heard of it anyway hears of it once"


def test_a_mail_provider_tells_of_it_too(reminded, letters, app, page, config):
    app.extensions["settings"] = replace(config, BOUNCE_SECRET="told")
    reminded()
    body = report(letters.received[0]["Message-ID"], OFFICER)
    digest = hmac.new(b"told", body, hashlib.sha256).hexdigest()
    headers = {"X-Signature": f"sha256={digest}", "Content-Type": "message/rfc822"}
    assert page.client.post("/following/bounces", data=body, headers=headers).status_code == 204
    outbox.drain()
    assert to(letters) == [OFFICER, BUREAU]


def test_the_desk_says_where_no_address_is_written(file, officer):
    missing = "no e-mail address is written"
    assert missing not in words(officer.get("/en/staff").main), "nothing is owed"
    file()
    assert f"Of 2 desks {missing}" in words(officer.both("/staff")[1].main)
    service.keep_desk_addresses({"technology": BUREAU}, 1)
    assert f"Of 1 desk {missing}" in words(officer.get("/en/staff").main)
    service.keep_desk_addresses({"secretary_general": TOP}, 1)
    assert missing not in words(officer.get("/en/staff").main)
