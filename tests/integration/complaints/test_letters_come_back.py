"""Letters that come back, or are tried again: what they told, and no more, is untold and told."""

import pytest

from tests.support.reports import report
from webapp.complaints import service
from webapp.complaints.mail_reading import take_in
from webapp.complaints.models import Complaint, ComplaintClosing
from webapp.complaints.service import improving
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.bureaux import Bureau
from webapp.shared.mail import SmtpPost

ADDRESS = "somsri@example.org"
REFUSED = {ADDRESS: "550 5.1.1 no such mailbox"}


@pytest.fixture(autouse=True)
def posted_by(app, letters):
    """Letters go to a mail server."""
    app.extensions["post"] = SmtpPost(letters.url, "office@example.org")


@pytest.fixture
def asked(file, letters, clock):
    """A person was written to that the message came, and an hour later asked; both names."""
    file(email=ADDRESS)
    outbox.drain()
    clock.advance(hours=1)
    service.ask(1, 1, "Which floor?")
    outbox.drain()
    clock.advance(hours=1)
    return [letter["Message-ID"] for letter in letters.received]


def kept() -> Complaint:
    db.session.expire_all()
    return service.complaint_by_id(1)


def untold() -> list[str]:
    db.session.expire_all()
    return [step.state for step in service.untold_steps(1)]


def test_an_acknowledgement_that_comes_back_leaves_the_question_told(asked):
    first_reply = kept().first_reply_at
    take_in(report(asked[0], ADDRESS))
    assert untold() == ["acknowledged"]
    assert kept().first_reply_at == first_reply
    assert kept().stands_still


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_second_letter_that_comes_back_is_told_by_an_officer_too(asked, order):
    for place in order:
        take_in(report(asked[place], ADDRESS))
    assert untold() == ["acknowledged", "waiting"]
    assert kept().first_reply_at is None
    assert not kept().stands_still
    service.told_by_officer(1, 1)
    assert kept().stands_still


def test_what_an_officer_told_stays_told_when_the_letter_comes_back_again(asked):
    take_in(report(asked[1], ADDRESS))
    service.told_by_officer(1, 1)
    for name in asked[1], asked[1]:
        take_in(report(name, ADDRESS))
    assert untold() == []
    assert kept().stands_still


def test_what_the_person_came_and_read_stays_told_when_the_letter_comes_back_again(asked):
    take_in(report(asked[1], ADDRESS))
    service.add_message(1, "The third.")
    take_in(report(asked[1], ADDRESS))
    assert untold() == []


def test_a_hand_over_that_was_not_told_is_told_when_letters_are_tried_again(file, letters):
    file(email=ADDRESS)
    outbox.drain()
    letters.answers = REFUSED
    service.hand_over(1, 1, Bureau.CENTRAL)
    outbox.drain()
    assert kept().unreached_at is not None
    letters.answers = {}
    service.mail_all_again(1)
    outbox.drain()
    assert kept().steps[-1].told_at is not None
    assert len(letters.received) == 2


def test_whom_an_officer_told_gets_no_acknowledgement_when_letters_are_tried_again(file, letters):
    letters.answers = REFUSED
    file(email=ADDRESS)
    outbox.drain()
    service.told_by_officer(1, 1)
    letters.answers = {}
    assert service.mail_all_again(1) == 1
    outbox.drain()
    assert letters.received == []


def test_left_to_the_page_the_first_reply_is_what_an_officer_wrote_and_no_news(
    file, letters, clock
):
    file(email=ADDRESS)
    outbox.drain()
    improving.tell_of_improvement(1, 1, "planned", "It led to a plan.", 1)
    clock.advance(hours=1)
    letters.answers = REFUSED
    service.ask(1, 1, "Which floor?")
    outbox.drain()
    service.leave_to_page(1, 1)
    assert kept().first_reply_at == kept().steps[-1].at


@pytest.mark.parametrize("comes_back", [False, True])
def test_the_questions_of_four_weeks_later_go_again_when_letters_are_tried_again(
    file, letters, clock, comes_back
):
    file(email=ADDRESS)
    service.answer(1, 1, "Mended.")
    service.close(1, 1)
    outbox.drain()
    clock.advance(days=28)
    letters.answers = {} if comes_back else REFUSED
    night()
    if comes_back:
        take_in(report(letters.received[-1]["Message-ID"], ADDRESS))
    clock.advance(days=1)
    night()
    assert kept().unreached_at is not None
    assert db.session.get(ComplaintClosing, 1).asked_again_at is not None, "left to officers"
    letters.answers = {}
    letters.received.clear()
    service.mail_all_again(1)
    for _twice in range(2):
        clock.advance(days=1)
        night()
    assert ["-closing-" in letter["Message-ID"] for letter in letters.received] == [True]


def night() -> None:
    service.ask_again()
    outbox.drain()
