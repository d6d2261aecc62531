"""Two followers who turn out to be one person have one list, lose nothing, and hear nothing twice."""

import json
from dataclasses import asdict, replace

import pytest
from sqlalchemy import select

from tests.support import line as fake
from tests.support.databases import both_databases
from tests.support.following import (
    CHOSEN,
    alive,
    also_follow,
    bill_subject,
    deliveries,
    feed,
    files_sent,
    first_reading,
    follow,
    old_bill,
    secret,
    wishes,
)
from tests.support.push import Reader, vapid_key
from webapp.bills import service as bills
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import Follower, Match
from webapp.following.service import (
    Cadence,
    Channel,
    Contact,
    DeliveryState,
    Subject,
    SubjectKind,
    SubscriptionState,
    Wish,
)
from webapp.shared import outbox
from webapp.shared.transaction import transaction

pytestmark = pytest.mark.usefixtures("clock")
NOK = "nok@example.org"


@pytest.fixture
def config(config, api):
    return replace(
        config,
        LINE_API_URL=api.address,
        VAPID_PRIVATE_KEY=vapid_key(),
        PUSH_HOSTS="127.0.0.1",
        **fake.SETTINGS,
    )


@pytest.fixture
def bill(app):
    return old_bill("ร่างพระราชบัญญัติสหกรณ์")


def by_line(bill, user="U1", **wish):
    """Somebody who follows by LINE and gave no address."""
    wanted = Wish(bill_subject(bill), channel=Channel.LINE, **wish)
    asked = service.ask_to_follow(wanted, Contact(), secret())
    return service.join_line(service.line_code(asked), user).follower


def by_push(bill, reader, **contact):
    wanted = Wish(bill_subject(bill), channel=Channel.PUSH)
    given = Contact(push=json.dumps(asdict(reader.browser)), **contact)
    return service.ask_to_follow(wanted, given, secret())


def add_address(follower, subject, email=NOK, **wish):
    """A follower who is known gives an address, and its owner confirms."""
    contact = Contact(email=email, asking_id=follower.id)
    asked = service.ask_to_follow(Wish(subject, **wish), contact, secret())
    own_list = service.list_token(follower.id, asked, secret())
    token = service.link_token(asked, service.Scope.CONFIRM, secret())
    return service.confirm(token, secret(), own_list=own_list)


def told_of(bill, api):
    """How often a bill was told of, by LINE and by mail."""
    outbox.drain()
    letters = [one for one in files_sent() if bill.name() in one["Subject"]]
    path = f"/bills/{bill.public_id}"
    return sum(path in text for text in fake.said(api)) + len(letters)


def test_who_follows_by_line_and_adds_an_address_hears_of_an_event_once(bill, api):
    mine = by_line(bill)
    confirmed = add_address(mine, bill_subject(bill))
    assert confirmed.follower == mine
    assert [one.email for one in alive()] == [NOK]
    first_reading(bill)
    assert told_of(bill, api) == 1
    assert len(deliveries()) == 1


@both_databases
def test_two_lists_become_one_with_notes_visits_and_what_both_were_told(bill, api, clock):
    other, third = old_bill("ร่างอื่น"), old_bill("ร่างที่สาม")
    before = follow(bill_subject(bill), cadence=Cadence.DAILY).follower
    also_follow(before, bill_subject(other))
    service.keep_note(before, bill.id, "จดไว้ก่อน")
    service.keep_note(before, other.id, "ของร่างอื่น")
    service.keep_reading(before, {"text_size": "large"})
    visit = clock()
    service.note_visit(before)
    mine = by_line(bill)
    also_follow(mine, bill_subject(other), channel=Channel.LINE, cadence=Cadence.DAILY)
    clock.advance(minutes=5)
    service.keep_note(mine, bill.id, "จดไว้ภายหลัง")
    # Each is told of one event at once, and waits for the other until tomorrow.
    first_reading(bill)
    first_reading(other)
    assert (told_of(bill, api), told_of(other, api)) == (1, 1)

    add_address(mine, bill_subject(third))
    clock.advance(hours=25)
    service.make_digests()
    assert (told_of(bill, api), told_of(other, api)) == (1, 1)
    (only,) = alive()
    assert only.id == mine.id
    assert service.note_of(only, bill.id) == "จดไว้ภายหลัง\n\nจดไว้ก่อน"
    assert service.note_of(only, other.id) == "ของร่างอื่น"
    assert only.preferences == {"text_size": "large"}
    assert only.visited_at == visit
    assert len(service.subscriptions_of(only)) == 5
    assert len(service.feed_of(only).news) == 2


def test_a_step_told_to_both_before_they_were_one_is_corrected_once(bill, api, clock):
    before, mine = follow(bill_subject(bill)).follower, by_line(bill)
    step = first_reading(bill)
    assert len(deliveries()) == 2
    add_address(mine, bill_subject(old_bill("ร่างอื่น")))
    bills.withdraw_step(bill.public_id, step.id, "บันทึกผิดฉบับ", None)
    outbox.drain()
    assert service.person(service.follower_by_id(before.id)).id == mine.id
    assert len(deliveries()) == 3


def test_links_and_feeds_of_both_lists_go_on_and_are_made_void_and_erased_together(
    page, bill, config
):
    before, mine = follow(bill_subject(bill)).follower, by_line(old_bill("ร่างอื่น"))
    old_feed = feed(before, "news.atom")
    token = service.follower_token(before, service.Scope.MANAGE, secret())
    add_address(mine, bill_subject(old_bill("ร่างที่สาม")))
    first_reading(bill)
    assert bill.name() in page.client.get(old_feed).text
    shown = page.get(f"/following/mine/{token}").select_one("main")
    assert "ร่างอื่น" in shown.text
    service.revoke_links(service.follower_by_id(mine.id))
    assert page.client.get(old_feed).status_code == 404
    page.get(f"/following/mine/{token}", status=404)
    service.erase(service.follower_by_id(mine.id))
    assert db.session.scalars(select(Follower)).all() == []
    assert db.session.scalars(select(Match)).all() == []


def test_a_list_is_joined_only_by_the_link_of_its_own_letter(bill):
    mine, other = by_line(bill), old_bill("ร่างอื่น")
    asked = [
        service.ask_to_follow(Wish(bill_subject(bill)), Contact(email=email), secret())
        for email in (NOK, "suda@example.org")
    ]
    first, second = (service.link_token(one, service.Scope.CONFIRM, secret()) for one in asked)
    own_list = service.list_token(mine.id, asked[0], secret())
    for wrong in (own_list, own_list[:-1] + "x", "1-" + "0" * 32, "x", ""):
        service.confirm(second, secret(), own_list=wrong)
    assert len(alive()) == 3
    service.confirm(first, secret(), own_list=own_list)
    assert len(alive()) == 2
    # Another address, already proved, is another person's.
    more = Contact(email="daeng@example.org", asking_id=mine.id)
    wish = service.ask_to_follow(Wish(bill_subject(other)), more, secret())
    assert service.list_token(mine.id, wish, secret()) == ""


def test_what_was_only_in_the_feed_still_comes_by_line(bill, api, clock):
    mine = follow(Subject(SubjectKind.EVERYTHING), channel=Channel.FEED).follower
    by_line(bill, cadence=Cadence.DAILY)
    first_reading(bill)
    wish = Wish(bill_subject(old_bill("ร่างใหม่")), channel=Channel.LINE)
    late = service.ask_to_follow(wish, Contact(follower_id=mine.id), secret())
    service.join_line(service.line_code(late), "U1")
    clock.advance(hours=25)
    service.make_digests()
    assert told_of(bill, api) == 1


def test_what_line_told_already_comes_by_no_other_way(bill, api, clock):
    by_line(bill)
    mine = follow(bill_subject(bill), cadence=Cadence.DAILY).follower
    first_reading(bill)
    assert told_of(bill, api) == 1
    wish = Wish(bill_subject(old_bill("ร่างใหม่")), channel=Channel.LINE)
    late = service.ask_to_follow(wish, Contact(follower_id=mine.id), secret())
    service.join_line(service.line_code(late), "U1")
    clock.advance(hours=25)
    service.make_digests()
    assert told_of(bill, api) == 1


def test_a_wish_by_line_that_goes_on_takes_the_place_of_one_that_was_stopped(bill):
    mine = follow(bill_subject(old_bill("ร่างของเขา"))).follower
    mine_by_line = also_follow(mine, bill_subject(bill), channel=Channel.LINE)
    service.join_line(service.line_code(mine_by_line), "U2")
    service.stop_one(mine, mine_by_line.id)
    by_line(bill, cadence=Cadence.WEEKLY)
    wish = Wish(bill_subject(old_bill("ร่างใหม่")), channel=Channel.LINE)
    late = service.ask_to_follow(replace(wish), Contact(follower_id=mine.id), secret())
    late.state = SubscriptionState.ASKED
    db.session.commit()
    service.join_line(service.line_code(late), "U1")
    db.session.expire_all()
    kept = service.get_subscription(mine_by_line.id)
    assert (kept.state, kept.cadence) == (SubscriptionState.CONFIRMED, Cadence.WEEKLY)


@pytest.mark.parametrize("start", ["", "/en"])
def test_a_browser_that_somebody_had_before_goes_over_to_who_asks_there_now(
    page, bill, pushes, start
):
    reader, other = Reader(pushes.address), old_bill("ร่างอื่น")
    by_push(bill, reader)
    mine = follow(bill_subject(bill), cadence=Cadence.DAILY).follower
    page.get(f"/following/mine/{service.follower_token(mine, service.Scope.MANAGE, secret())}")
    keys = {"p256dh": reader.browser.p256dh, "auth": reader.browser.auth}
    given = json.dumps({"endpoint": reader.browser.endpoint, "keys": keys})
    new = f"{start}/following/new?bill={other.public_id}"
    after = page.post(new, {**CHOSEN, "do": "push", "push": given})
    assert other.name() in after.select_one("main").text
    mine = service.follower_by_id(mine.id)
    assert {way for _key, way in wishes(mine)} == {Channel.EMAIL, Channel.PUSH}
    assert len(wishes(mine)) == 3
    first_reading(bill)
    assert len(pushes.asked) == 1
    assert [one.state for one in deliveries()] == [DeliveryState.SENT]


def test_a_code_of_a_list_that_became_another_begins_nothing_anew(bill, api):
    mine = by_line(bill)
    wanted = Wish(bill_subject(old_bill("ร่างอื่น")), channel=Channel.LINE)
    asked = service.ask_to_follow(wanted, Contact(), secret())
    with transaction():
        asked.follower.joined_id = mine.id
    with pytest.raises(service.LinkOver):
        service.join_line(service.line_code(asked), "U2")
    assert service.follower_of_line("U2") is None
