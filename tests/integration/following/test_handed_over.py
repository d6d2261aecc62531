"""Of several wishes that met an event, one that brings nothing now leaves it to another."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.support.databases import both_databases
from tests.support.followers import follower, follows
from tests.support.following import deliveries
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import Match
from webapp.following.service import Cadence, Channel, Contact, DeliveryState, Subject, Wish
from webapp.following.service.bounces import count_bounce
from webapp.shared import outbox
from webapp.shared.transaction import transaction

pytestmark = [both_databases, pytest.mark.usefixtures("clock")]
NOK = "nok@example.org"


@pytest.fixture
def bill(app):
    kept = keep_bill()
    outbox.drain()
    return kept


def something_happens(bill):
    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    bills.record_vote(bill.public_id, facts, None)
    outbox.drain()


def daily_by_line():
    """All news once a day by LINE, for somebody who follows by mail too."""
    wish = Wish(
        Subject(service.SubjectKind.EVERYTHING), cadence=Cadence.DAILY, channel=Channel.LINE
    )
    contact = Contact(follower_id=follower(NOK).id, line_user="U1")
    return service.ask_to_follow(wish, contact, "test")


def mail_comes_back():
    with transaction():
        count_bounce(follower(NOK), True, "5.1.1")


def brought_by():
    db.session.expire_all()
    return db.session.scalars(select(Match)).one().subscription


def test_a_paused_wish_leaves_an_event_to_one_that_is_not(bill, clock):
    paused = follows(NOK, "bill", bill.id)
    weekly = follows(NOK, "everything", cadence=Cadence.WEEKLY)
    service.pause(follower(NOK), clock() + timedelta(days=30), paused.id)
    something_happens(bill)
    assert brought_by() == weekly
    clock.advance(days=8)
    assert service.make_digests() == 1


def test_a_pause_leaves_what_waits_already_to_another_wish(bill, clock):
    daily = follows(NOK, "bill", bill.id, cadence=Cadence.DAILY)
    weekly = follows(NOK, "everything", cadence=Cadence.WEEKLY)
    something_happens(bill)
    assert brought_by() == daily
    service.pause(follower(NOK), clock() + timedelta(days=30), daily.id)
    assert brought_by() == weekly
    clock.advance(days=8)
    assert service.make_digests() == 1


def test_what_a_pause_holds_back_is_not_left_to_the_feed(bill, clock):
    paused = follows(NOK, "bill", bill.id)
    follows(NOK, "everything", channel=Channel.FEED)
    service.pause(follower(NOK), clock() + timedelta(days=3), paused.id)
    something_happens(bill)
    assert service.make_digests() == 0
    clock.advance(days=3)
    assert service.make_digests() == 1


def test_where_mail_comes_back_line_tells(bill):
    mail, by_line = follows(NOK, "bill", bill.id), daily_by_line()
    assert mail.follower_id == by_line.follower_id
    mail_comes_back()
    something_happens(bill)
    assert brought_by() == by_line


def test_where_mail_comes_back_line_tells_what_waited_for_a_letter(bill):
    follows(NOK, "bill", bill.id, cadence=Cadence.DAILY)
    by_line = daily_by_line()
    something_happens(bill)
    mail_comes_back()
    assert brought_by() == by_line


def test_a_wish_that_is_stopped_before_its_hour_leaves_what_waits_to_another(bill, clock):
    daily = follows(NOK, "bill", bill.id, cadence=Cadence.DAILY)
    weekly = follows(NOK, "everything", cadence=Cadence.WEEKLY)
    something_happens(bill)
    service.stop_one(follower(NOK), daily.id)
    assert brought_by() == weekly
    clock.advance(days=8)
    assert service.make_digests() == 1


def test_a_letter_that_has_not_gone_when_its_wish_is_stopped_goes_for_another(bill):
    first = follows(NOK, "bill", bill.id)
    second = follows(NOK, "everything")
    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    vote = bills.record_vote(bill.public_id, facts, None)
    service.match(service.announce(service.of_vote(bill.id, vote)).id)
    service.stop_one(follower(NOK), first.id)
    assert brought_by() == second
    outbox.drain()
    assert [one.state for one in deliveries()] == [DeliveryState.SENT]


def test_what_nobody_asks_for_any_more_is_not_told(bill, clock):
    daily = follows(NOK, "bill", bill.id, cadence=Cadence.DAILY)
    follows(NOK, "deadlines", cadence=Cadence.WEEKLY)
    something_happens(bill)
    service.stop_one(follower(NOK), daily.id)
    clock.advance(days=8)
    assert service.make_digests() == 0


def test_a_wish_that_becomes_one_for_the_feed_sends_nothing_of_what_waited(bill, clock):
    weekly = follows(NOK, "bill", bill.id, cadence=Cadence.WEEKLY)
    something_happens(bill)
    wish = Wish(weekly.subject, cadence=Cadence.FEED_ONLY)
    service.change(follower(NOK), weekly.id, wish)
    assert not db.session.scalars(select(Match).where(Match.waits)).all()
    clock.advance(days=8)
    assert service.make_digests() == 0


def test_what_was_kept_as_waiting_for_the_feed_goes_into_no_digest(bill, clock):
    weekly = follows(NOK, "bill", bill.id, cadence=Cadence.WEEKLY)
    something_happens(bill)
    with transaction():
        weekly.cadence = Cadence.FEED_ONLY
    clock.advance(days=8)
    assert service.make_digests() == 0


@pytest.mark.parametrize("is_asked_otherwise", [True, False])
def test_what_a_worker_had_in_hand_when_it_ended_and_its_wish_too_comes_by_another(
    bill, clock, is_asked_otherwise
):
    mail = follows(NOK, "bill", bill.id)
    by_line = daily_by_line() if is_asked_otherwise else None
    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    vote = bills.record_vote(bill.public_id, facts, None)
    service.match(service.announce(service.of_vote(bill.id, vote)).id)
    assert len(service.claim(Channel.EMAIL, 1)) == 1
    service.stop_one(follower(NOK), mail.id)

    clock.advance(hours=1)
    assert service.claim(Channel.EMAIL, 1) == []
    outbox.drain()
    assert brought_by() == (by_line or mail)
    assert [one.state for one in deliveries()] == [DeliveryState.DROPPED]
    clock.advance(days=1)
    assert service.make_digests() == (1 if by_line else 0)
