"""An event that is matched at the moment at which two followers become one is told, and told once."""

from datetime import date
from threading import Event, Thread

import pytest
from sqlalchemy import select

from tests.support.databases import both_databases
from tests.support.following import bill_subject, files_sent, follow, old_bill
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import Match, News
from webapp.following.service import Cadence, Channel, Form
from webapp.following.service.joining import join
from webapp.shared import clock as site_clock
from webapp.shared import outbox
from webapp.shared.transaction import transaction

pytestmark = pytest.mark.usefixtures("clock")
MINE = "ple@example.org"
_SOON = 2.0


@pytest.fixture
def bill(app):
    return old_bill("ร่างพระราชบัญญัติสหกรณ์")


@pytest.fixture
def other(app):
    return old_bill("ร่างพระราชบัญญัติประมง")


def vote_on(bill):
    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    return bills.record_vote(bill.public_id, facts, None)


def become_one(before, mine):
    with transaction():
        join(service.follower_by_id(before), service.follower_by_id(mine))


def matched_too_late(news, before, wish, **way):
    """What a matching writes that read whose the wish was before it changed hands."""
    with transaction():
        news.matched_at = site_clock.now()
        db.session.add(Match(news_id=news.id, follower_id=before, subscription_id=wish, **way))


def of(follower_id):
    db.session.expire_all()
    return db.session.scalars(select(Match).where(Match.follower_id == follower_id)).all()


def letters_to(address):
    return sum(letter["To"] == address for letter in files_sent())


def at_one_time(app, before, mine, work):
    """Two followers become one while another worker works; that one ends first, or waits."""
    changed, go_on = Event(), Event()

    def joining():
        with app.app_context(), transaction():
            join(service.follower_by_id(before), service.follower_by_id(mine))
            changed.set()
            go_on.wait(30)

    def working():
        with app.app_context():
            work()

    db.session.rollback()
    threads = [Thread(target=joining), Thread(target=working)]
    threads[0].start()
    assert changed.wait(30)
    threads[1].start()
    # It reads what is not changed for it yet.
    threads[1].join(_SOON)
    go_on.set()
    for thread in threads:
        thread.join(30)


@both_databases
@pytest.mark.parametrize("follows_the_same", [False, True])
def test_what_was_matched_for_whom_is_another_now_is_brought_along(
    bill, other, clock, follows_the_same
):
    wish = follow(bill_subject(bill))
    mine = follow(bill_subject(bill if follows_the_same else other), MINE).follower_id
    before, number = wish.follower_id, wish.id
    news = service.announce(service.of_vote(bill.id, vote_on(bill)))
    become_one(before, mine)
    matched_too_late(news, before, number, waits=True)

    clock.advance(minutes=2)
    outbox.drain()
    assert letters_to(MINE) == 1
    assert of(before) == []
    assert [match.news_id for match in of(mine)] == [news.id]
    clock.advance(minutes=2)
    outbox.drain()
    assert letters_to(MINE) == 1


@both_databases
def test_what_is_only_for_the_feed_is_brought_along_to_the_feed(bill, other, clock):
    wish = follow(bill_subject(bill), cadence=Cadence.FEED_ONLY)
    mine = follow(bill_subject(other), MINE).follower_id
    before, number = wish.follower_id, wish.id
    news = service.announce(service.of_vote(bill.id, vote_on(bill)))
    become_one(before, mine)
    matched_too_late(news, before, number, waits=False)
    clock.advance(minutes=2)
    outbox.drain()
    assert letters_to(MINE) == 0
    assert len(service.feed_of(service.follower_by_id(mine)).news) == 1


def test_what_somebody_asks_for_anew_meanwhile_stays_with_whom_asks(bill, other, clock):
    wish = follow(bill_subject(bill))
    mine = follow(bill_subject(bill), MINE).follower_id
    before = wish.follower_id
    pairs = [[wish.id, service.subscriptions_of(service.follower_by_id(mine))[0].id]]
    vote_on(bill)
    outbox.drain()
    assert service.bring_along(before, pairs) == 0
    assert [len(of(one)) for one in (before, mine)] == [1, 1]


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.parametrize("follows_the_same", [False, True])
def test_two_become_one_while_a_worker_matches(app, bill, other, clock, follows_the_same):
    before = follow(bill_subject(bill)).follower_id
    mine = follow(bill_subject(bill if follows_the_same else other), MINE).follower_id
    news = service.announce(service.of_vote(bill.id, vote_on(bill))).id
    at_one_time(app, before, mine, lambda: service.match(news))
    clock.advance(minutes=2)
    outbox.drain()
    clock.advance(minutes=2)
    outbox.drain()
    assert db.session.get(News, news).matched_at is not None
    assert of(before) == []
    assert [match.delivery.channel for match in of(mine)] == [Channel.EMAIL]
    assert letters_to(MINE) == 1


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_two_become_one_while_a_worker_makes_digests(app, bill, other, clock):
    wish = follow(bill_subject(bill), cadence=Cadence.DAILY)
    large = follow(bill_subject(other), MINE, cadence=Cadence.DAILY, form=Form.LARGE)
    before, mine = wish.follower_id, large.follower_id
    for each in (bill, other):
        vote_on(each)
    outbox.drain()
    clock.advance(hours=25)
    at_one_time(app, before, mine, service.make_digests)
    assert all(match.waits or match.delivery for match in of(mine))
    service.make_digests()
    outbox.drain()
    assert of(before) == []
    assert letters_to(MINE) == 2
