"""What could not be brought is never lost silently: the person's page shows it, another wish's
channel tells it, or the same once it works again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.support.databases import both_databases
from tests.support.followers import follower, follows
from tests.support.following import deliveries, step
from tests.support.page_rules import words
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.extensions import db
from webapp.following import service
from webapp.following.jobs import go_round
from webapp.following.models import Match
from webapp.following.service import Cadence, Channel, Contact, DeliveryState, Scope, Wish
from webapp.following.service.bounces import letter_name
from webapp.shared import outbox
from webapp.shared.mail import Bounce, message_id
from webapp.shared.transaction import transaction

pytestmark = pytest.mark.usefixtures("clock")
NOK = "nok@example.org"
FAILED, SENT, WAITING = DeliveryState.FAILED, DeliveryState.SENT, DeliveryState.WAITING


@pytest.fixture
def config(config, letters):
    return replace(config, MAIL_URL=letters.url)


@pytest.fixture
def bill(app):
    kept = keep_bill()
    outbox.drain()
    return kept


def something_happens(bill):
    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    bills.record_vote(bill.public_id, facts, None)
    outbox.drain()


def a_round():
    go_round()
    outbox.drain()


def by_line():
    """All news at once by LINE, for somebody who follows by mail too."""
    wish = Wish(service.Subject(service.SubjectKind.EVERYTHING), channel=Channel.LINE)
    contact = Contact(follower_id=follower(NOK).id, line_user="U1")
    return service.ask_to_follow(wish, contact, "test")


def comes_back(delivery, status):
    name = message_id(letter_name(delivery.id))
    assert service.note_bounce(Bounce(name, NOK, status.startswith("5.1"), status, "no"))


def states():
    return [one.state for one in deliveries()]


def missing():
    db.session.expire_all()
    return len(service.undelivered(follower(NOK)))


@both_databases
def test_a_letter_that_came_back_comes_again_when_the_person_says_that_the_address_works(
    bill, clock, letters
):
    follows(NOK, "bill", bill.id)
    something_happens(bill)
    comes_back(deliveries()[0], "5.1.1")
    something_happens(bill)
    a_round()
    assert (len(letters.received), missing()) == (1, 2)

    service.resume_mail(follower(NOK))
    a_round()
    assert (len(letters.received), missing()) == (2, 0)
    a_round()
    assert states() == [FAILED, SENT]


@pytest.mark.parametrize("why", ["5.1.1", "5.2.2"])
def test_what_a_letter_did_not_bring_comes_by_line(bill, why):
    follows(NOK, "bill", bill.id)
    line = by_line()
    something_happens(bill)
    first = deliveries()[0]
    assert (first.channel, first.state) == (Channel.EMAIL, SENT)
    comes_back(first, why)
    db.session.expire_all()
    match = db.session.scalars(select(Match)).one()
    assert (match.subscription, match.waits, match.delivery_id) == (line, True, None)
    assert service.make_digests() == 1
    assert deliveries()[-1].channel is Channel.LINE


def test_what_the_server_refused_or_put_off_too_long_comes_by_line(bill, clock, letters):
    follows(NOK, "bill", bill.id)
    letters.answers[NOK] = "450 4.2.1 try again"
    something_happens(bill)
    line = by_line()
    while (first := deliveries()[0]).state is WAITING:
        clock.moment = first.not_before
        outbox.drain()
    db.session.expire_all()
    match = db.session.scalars(select(Match)).one()
    assert (match.subscription, match.waits) == (line, True)


@both_databases
def test_what_failed_comes_again_a_day_after_a_later_letter_has_arrived(bill, clock, letters):
    follows(NOK, "bill", bill.id)
    something_happens(bill)
    comes_back(deliveries()[0], "5.2.2")
    a_round()
    something_happens(bill)
    a_round()
    assert (states(), missing()) == ([FAILED, SENT], 1)
    clock.advance(days=1)
    a_round()
    assert (states(), missing()) == ([FAILED, SENT, SENT], 0)
    clock.advance(days=2)
    a_round()
    assert len(letters.received) == 3


def test_what_failed_is_told_for_28_days_and_no_longer(bill, clock, letters):
    follows(NOK, "bill", bill.id)
    something_happens(bill)
    comes_back(deliveries()[0], "5.2.2")
    clock.advance(days=27)
    assert missing() == 1
    clock.advance(days=1)
    assert missing() == 0
    service.resume_mail(follower(NOK))
    a_round()
    assert len(letters.received) == 1


def test_a_correction_is_not_sent_to_whom_the_wrong_step_never_reached(bill, letters):
    for name in ("nok", "ple"):
        follows(f"{name}@example.org", "bill", bill.id)
    letters.answers[NOK] = "452 4.2.2 full"
    wrong = step(bill, bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2))
    service.note_refused(deliveries()[0].id, "552 5.2.2 full")
    bills.withdraw_step(bill.public_id, wrong.id, "ผิดฉบับ", None)
    outbox.drain()
    assert missing() == 0
    assert [one["To"] for one in letters.received] == ["ple@example.org"] * 2
    letters.answers.clear()
    service.resume_mail(follower(NOK))
    a_round()
    assert len(letters.received) == 2


def test_a_wish_ends_only_when_the_last_message_of_its_bill_has_gone(bill, clock, letters):
    follows(NOK, "bill", bill.id)
    letters.answers[NOK] = "552 5.2.2 full"
    step(bill, bills.StepKind.WITHDRAWN, date(2026, 2, 9))
    a_round()
    assert states() == [FAILED]
    assert service.subscriptions_of(follower(NOK))
    letters.answers.clear()
    service.resume_mail(follower(NOK))
    a_round()
    a_round()
    assert len(letters.received) == 1
    assert not service.subscriptions_of(follower(NOK))


def test_a_last_message_that_never_arrives_ends_its_wish_after_28_days(bill, clock, letters):
    follows(NOK, "bill", bill.id)
    letters.answers[NOK] = "552 5.2.2 full"
    step(bill, bills.StepKind.WITHDRAWN, date(2026, 2, 9))
    clock.advance(days=28)
    a_round()
    assert not service.subscriptions_of(follower(NOK))


def test_the_72_hours_begin_when_a_letter_is_first_put_off(app, bill, clock, letters):
    follows(NOK, "bill", bill.id)
    post = app.extensions["post"]
    working, post.port = post.port, 1
    something_happens(bill)
    for _day in range(5):
        clock.advance(days=1)
        a_round()
    assert states() == [WAITING]

    post.port = working
    letters.answers[NOK] = "450 4.2.1 try again"
    clock.advance(hours=1)
    outbox.drain()
    assert (states(), deliveries()[0].put_off) == ([WAITING], 1)
    letters.answers.clear()
    clock.advance(hours=1)
    outbox.drain()
    assert states() == [SENT]


def test_a_round_that_is_over_gives_no_letter_up(bill, clock):
    follows(NOK, "bill", bill.id)
    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    vote = bills.record_vote(bill.public_id, facts, None)
    service.match(service.announce(service.of_vote(bill.id, vote)).id)
    clock.advance(days=4)
    (parcel,) = service.claim(Channel.EMAIL, 10)
    service.let_go(parcel.claim, "", timedelta(0))
    assert states() == [WAITING]


def test_a_message_whose_address_was_stopped_while_a_worker_had_it_is_not_lost(bill, letters):
    follows(NOK, "bill", bill.id)
    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    vote = bills.record_vote(bill.public_id, facts, None)
    service.match(service.announce(service.of_vote(bill.id, vote)).id)
    service.claim(Channel.EMAIL, 10)
    service.note_refusal(follower(NOK).id, "5.1.1")
    service.note_unreached([deliveries()[0].id], "reaches nobody")
    assert missing() == 1
    service.resume_mail(follower(NOK))
    a_round()
    assert len(letters.received) == 1


def test_the_page_names_what_has_not_arrived_and_sends_it_again_when_asked(page, bill, letters):
    follows(NOK, "bill", bill.id, cadence=Cadence.AT_ONCE)
    for _time in range(12):
        something_happens(bill)
    for one in deliveries()[:11]:
        comes_back(one, "5.2.2")
    assert follower(NOK).mail_stopped_at is None
    token = service.follower_token(follower(NOK), Scope.MANAGE, "test")
    page.get(f"/following/mine/{token}")
    thai, english = page.both("/following")
    assert "มี 11 เหตุการณ์ที่ยังส่งไม่ถึงท่าน" in words(thai.main)
    assert "11 events have not reached you" in words(english.main)
    assert "after 28 days it stands only in your feeds" in words(english.main)
    assert "And 1 more." in words(english.main)
    page.post("/en/following/mail-again", form_page="/en/following")
    assert "have not reached you" not in words(page.get("/en/following").main)
    a_round()
    assert len(letters.received) == 13


def test_what_is_refused_for_what_it_says_comes_again_for_56_days_and_no_longer(bill, clock):
    follows(NOK, "bill", bill.id)
    something_happens(bill)
    with transaction():
        failed = deliveries()[0]
        failed.state = FAILED
    clock.advance(days=55)
    with transaction():
        # Tried anew each day.
        deliveries()[0].made_at = clock()
    assert missing() == 1
    clock.advance(days=2)
    assert missing() == 0
