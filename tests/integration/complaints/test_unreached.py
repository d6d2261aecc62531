"""Letters that do not go: none is given up in silence, and whom none reaches an officer tells."""

import pytest

from tests.support.page_rules import words
from tests.support.reports import report
from webapp.complaints import service
from webapp.complaints.mail_reading import take_in
from webapp.complaints.models import Complaint, ComplaintVerdict
from webapp.complaints.service import tallies
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.mail import SmtpPost
from webapp.shared.outbox import OutboxRow

ADDRESS = "somsri@example.org"
ERRANDS = "/en/staff/complaints/errands"


@pytest.fixture(autouse=True)
def posted_by(app, letters):
    """Letters go to a mail server that may be away."""
    app.extensions["post"] = SmtpPost(letters.url, "office@example.org")


@pytest.fixture
def days(clock):
    """Let days go by, with the waiting work done every eight hours."""

    def days(count: int) -> None:
        for _third in range(3 * count):
            clock.advance(hours=8)
            outbox.drain()

    return days


def kept() -> Complaint:
    db.session.expire_all()
    return service.complaint_by_id(1)


def test_a_mail_server_that_is_away_for_thirteen_days_gets_each_letter_once(
    file, letters, days, clock, page
):
    letters.stop()
    file(email=ADDRESS)
    service.answer(1, 1, "Mended.")
    outbox.drain()
    assert page.client.get("/health").json == {"status": "ok", "letters_waiting": 2}
    clock.advance(minutes=16)
    health = page.client.get("/health")
    assert (health.status_code, health.json["status"]) == (503, "letters wait")
    days(13)
    assert service.letters_waiting().letters == 2
    assert service.errands(None) == []
    letters.start()
    clock.advance(hours=1)
    outbox.drain()
    names = [letter["Message-ID"] for letter in letters.received]
    assert sorted(name.partition(".")[0] for name in names) == ["<complaint-1-0", "<complaint-1-5"]
    days(1)
    assert len(letters.received) == 2
    assert page.client.get("/health").json == {"status": "ok", "letters_waiting": 0}


def test_a_letter_tried_again_has_the_same_name(file, letters, days):
    letters.refuse = True
    file(email=ADDRESS)
    tried = []
    deliver = letters.handle_DATA

    async def noted(server, session, envelope):
        tried.extend(
            line for line in envelope.content.decode().splitlines() if "Message-ID" in line
        )
        return await deliver(server, session, envelope)

    letters.handle_DATA = noted
    days(1)
    letters.refuse = False
    days(1)
    assert len(tried) > 1
    assert len(set(tried)) == 1
    assert len(letters.received) == 1


def test_after_two_weeks_officers_are_to_tell_the_person_and_letters_can_be_tried_again(
    file, letters, days, officer
):
    letters.stop()
    file(email=ADDRESS)
    outbox.drain()
    assert "1 letter to a person who wrote to us has not gone yet." in words(
        officer.get("/en/staff").main
    )
    days(15)
    assert service.letters_waiting().letters == 0
    assert kept().unreached_why == "away"
    desk, list_of_people = officer.get("/en/staff"), officer.get(ERRANDS)
    assert "1 person is not reached by e-mail or LINE." in words(desk.main)
    assert "Call or write: e-mail does not reach the person" in words(list_of_people.main)
    officer.both("/staff/complaints/errands")
    officer.both("/staff")
    officer.both("/staff/complaints/1")
    letters.start()
    officer.post("/en/staff/complaints/errands/mail-again", form_page=ERRANDS)
    outbox.drain()
    [letter] = letters.received
    assert letter["X-Envelope-To"] == ADDRESS
    assert "Nobody waits to be told." in words(officer.get(ERRANDS).main)


def test_who_is_refused_for_good_is_among_the_people_to_be_told_at_once(file, letters, officer):
    letters.answers = {ADDRESS: "550 5.1.1 no such mailbox"}
    file(email=ADDRESS, seal_code=True)
    outbox.drain()
    assert service.letters_waiting().letters == 0
    assert [errand.complaint.id for errand in service.errands(None)] == [1]
    shown = words(officer.get("/en/staff/complaints/1").main)
    assert "refuses letters to this person's address for good" in shown
    assert "The receipt code, which the person does not know yet:" in shown
    service.told_by_officer(1, 1)
    assert service.errands(None) == []
    assert kept().receipt_sealed is None


def test_who_is_not_reached_has_neither_been_asked_nor_answered_until_told(file, letters):
    letters.answers = {ADDRESS: "550 5.1.1 no such mailbox"}
    file(email=ADDRESS)
    service.ask(1, 1, "Which floor?")
    tallies.count_figures()
    assert kept().stands_still
    outbox.drain()
    assert not kept().stands_still
    assert kept().first_reply_at is None
    tallies.count_figures()
    db.session.expire_all()
    assert db.session.get(ComplaintVerdict, 1).first_outcome == "pending"
    service.told_by_officer(1, 1)
    assert kept().stands_still
    assert kept().first_reply_at is not None


def test_where_nothing_reaches_the_person_the_page_alone_tells(file, letters, officer):
    letters.answers = {ADDRESS: "550 5.1.1 no such mailbox"}
    file(email=ADDRESS)
    service.ask(1, 1, "Which floor?")
    outbox.drain()
    officer.post("/en/staff/complaints/1?do=leave_to_page")
    assert service.errands(None) == []
    assert kept().stands_still
    assert kept().first_reply_at == kept().messages[0].at
    with pytest.raises(service.StepNotAllowed):
        service.leave_to_page(1, 1)


@pytest.mark.parametrize("status", ["5.1.1", "5.2.2"])
def test_a_letter_that_comes_back_is_told_by_an_officer(file, letters, status):
    file(email=ADDRESS)
    service.ask(1, 1, "Which floor?")
    outbox.drain()
    names = [letter["Message-ID"] for letter in letters.received]
    take_in(report(names[1], ADDRESS, status, action="delayed"))
    assert kept().stands_still
    for _twice in range(2):
        assert take_in(report(names[1], ADDRESS, status)) is service.Taken.AUTOMATIC
    assert [errand.complaint.id for errand in service.errands(None)] == [1]
    assert not kept().stands_still, "the question has not been put"
    assert db.session.query(Complaint).count() == 1
    service.told_by_officer(1, 1)
    assert kept().stands_still
    assert service.errands(None) == []


def test_an_acknowledgement_that_comes_back_is_told_by_an_officer(file, letters):
    file(email=ADDRESS)
    outbox.drain()
    take_in(report(letters.received[0]["Message-ID"], ADDRESS))
    assert [errand.complaint.id for errand in service.errands(None)] == [1]


def test_a_report_that_somebody_invented_changes_nothing(file, letters):
    file(email=ADDRESS)
    outbox.drain()
    name = letters.received[0]["Message-ID"]
    for invented in ("<complaint-1-0@example.org>", name.replace("-1-0.", "-1-1.")):
        take_in(report(invented, ADDRESS))
    assert service.errands(None) == []


def test_a_letter_that_cannot_be_made_is_shown_to_officers_too(file, days, app, monkeypatch):
    monkeypatch.setattr(app.extensions["post"], "open", lambda: 1 / 0)
    file(email=ADDRESS)
    days(8)
    assert kept().unreached_why == "failed"
    assert len(service.errands(None)) == 1


def test_an_officer_whose_address_is_refused_keeps_no_other_from_being_told(file, letters, clock):
    letters.answers = {"officer@example.org": "550 5.1.1 no such mailbox"}
    file()
    service.keep_desk_addresses({kept().bureau.value: "bureau@example.org"}, 1)
    clock.advance(days=6)
    service.watch_due_days()
    outbox.drain()
    assert "bureau@example.org" in [letter["X-Envelope-To"] for letter in letters.received]


def test_a_worker_that_dies_in_the_last_attempt_loses_no_letter(file, letters, clock):
    file(email=ADDRESS)
    row = db.session.query(OutboxRow).filter_by(name="complaints.mail_acknowledgement").one()
    row.attempts, row.handed_at = outbox.MAX_ATTEMPTS, clock()
    db.session.commit()
    clock.advance(minutes=11)
    outbox.drain()
    assert len(letters.received) == 1
