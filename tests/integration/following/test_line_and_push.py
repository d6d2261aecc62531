"""News by LINE and in a browser: asked for, proved, sent, stopped; by services that misbehave."""

import json
import re
from dataclasses import asdict, replace

import pytest

from tests.support import bad_service
from tests.support import line as fake
from tests.support.following import (
    CHOSEN,
    bill_subject,
    deliveries,
    first_reading,
    follow,
    path,
    secret,
)
from tests.support.push import Reader, vapid_key
from tests.support.records import keep_bill
from webapp import create_app
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import DeliveryState
from webapp.following.service import (
    Cadence,
    Channel,
    Contact,
    Form,
    SubscriptionState,
    Wish,
)
from webapp.shared import outbox

pytestmark = pytest.mark.usefixtures("clock")


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
    kept = keep_bill()
    outbox.drain()
    return kept


@pytest.fixture
def tell(page):
    """LINE tells what happened; the status of our answer."""

    def post(*events, **more):
        body, signature = fake.told(*events, **more)
        headers = {"X-Line-Signature": signature}
        answer = page.client.post("/following/line", data=body, headers=headers)
        outbox.drain()
        return answer.status_code

    return post


def asked(bill, **wish):
    """A wish for news by LINE that nobody has proved yet."""
    wanted = Wish(bill_subject(bill), channel=Channel.LINE, **wish)
    return service.ask_to_follow(wanted, Contact(), secret())


def state(subscription):
    db.session.expire_all()
    return service.get_subscription(subscription.id).state


def test_a_code_sent_to_our_account_begins_news_there(bill, tell, api):
    subscription = asked(bill)
    assert state(subscription) is SubscriptionState.ASKED
    assert tell(fake.wrote("U1", f"  {service.line_code(subscription).lower()} ")) == 200
    assert state(subscription) is SubscriptionState.CONFIRMED
    assert bill.name() in fake.said(api)[0]

    first_reading(bill)
    message = api.asked[-1]
    assert (message.path, message.json["to"]) == ("/v2/bot/message/push", "U1")
    text = fake.said(api)[-1]
    assert text.splitlines()[0] == bill.name()
    assert "เหตุที่ท่านได้รับข้อความนี้: ท่านติดตาม:" in text
    assert "/following/mine/" in text
    assert [one.state for one in deliveries()] == [DeliveryState.SENT]


def test_a_code_is_good_once_for_an_hour_and_for_its_own_wish(bill, tell, clock):
    subscription, other = asked(bill), asked(keep_bill("ร่างอื่น"))
    code = service.line_code(subscription)
    number, _dash, signature = code.partition("-")
    tell(fake.wrote("U1", f"{other.id}-{signature}"))
    tell(fake.wrote("U1", f"{number}-AAAA-AAAA"))
    tell(fake.wrote("U1", "9" * 12 + "-AAAA-AAAA"))
    clock.advance(hours=3)
    tell(fake.wrote("U1", code))
    assert state(subscription) is state(other) is SubscriptionState.ASKED

    code = service.line_code(subscription)
    tell(fake.wrote("U1", code))
    assert state(subscription) is SubscriptionState.CONFIRMED
    tell(fake.wrote("U2", code))
    assert service.follower_of_line("U2") is None


def test_what_line_did_not_sign_is_not_heard(bill, tell):
    subscription = asked(bill)
    event = fake.wrote("U1", service.line_code(subscription))
    assert tell(event, secret="guessed") == 403
    assert state(subscription) is SubscriptionState.ASKED


def test_a_site_without_an_account_has_no_webhook(config):
    site = create_app(replace(config, LINE_CHANNEL_TOKEN=""))
    assert site.test_client().post("/following/line", data=b"{}").status_code == 404


def test_who_writes_something_else_is_told_what_to_do(bill, tell, api):
    tell(fake.befriended("U1"), fake.wrote("U1", "hello"))
    thai, english = fake.said(api)
    assert "รหัส" in thai
    assert "code" in english
    assert "/en/following" in english


def test_who_blocks_our_account_gets_no_more(bill, tell, api):
    subscription = asked(bill)
    tell(fake.wrote("U1", service.line_code(subscription)))
    tell(fake.blocked("U1"))
    assert state(subscription) is SubscriptionState.STOPPED
    assert service.follower_of_line("U1") is None
    first_reading(bill)
    assert len(api.asked) == 1


def test_one_person_by_mail_and_by_line_hears_of_an_event_once(bill, tell, api):
    mine = follow(bill_subject(bill))
    wanted = Wish(bill_subject(bill), channel=Channel.LINE)
    contact = Contact(follower_id=mine.follower_id)
    subscription = service.ask_to_follow(wanted, contact, secret())
    tell(fake.wrote("U1", service.line_code(subscription)))
    first_reading(bill)
    assert len(deliveries()) == 1


def test_a_second_wish_from_the_same_account_belongs_to_the_same_person(bill, tell):
    first, second = asked(bill), asked(keep_bill("ร่างอื่น"))
    for one in (first, second):
        tell(fake.wrote("U1", service.line_code(one)))
    known = service.follower_of_line("U1")
    assert {one.id for one in service.subscriptions_of(known)} == {first.id, second.id}


@pytest.mark.parametrize("same_bill", [False, True])
def test_two_followers_who_prove_one_account_lose_nothing_that_waits_and_hear_it_once(
    bill, tell, api, clock, same_bill
):
    other = keep_bill("ร่างอื่น")
    tell(fake.wrote("U1", service.line_code(asked(bill, cadence=Cadence.DAILY))))
    tell(fake.wrote("U1", service.line_code(asked(other))))
    first_reading(bill)
    well = api.plan[0]
    api.plan = [bad_service.status(500)]
    first_reading(other)
    api.plan = [well]
    said = len(fake.said(api))

    mine = follow(bill_subject(keep_bill("ร่างของเขา")))
    subject = bill_subject(bill if same_bill else keep_bill("ร่างใหม่"))
    wish = Wish(subject, channel=Channel.LINE, cadence=Cadence.DAILY)
    late = service.ask_to_follow(wish, Contact(follower_id=mine.follower_id), secret())
    tell(fake.wrote("U1", service.line_code(late)))
    clock.advance(hours=25)
    service.make_digests()
    outbox.drain()

    news = "\n".join(fake.said(api)[said:])
    assert news.count(f"/bills/{bill.public_id}") == news.count(f"/bills/{other.public_id}") == 1
    by_line = [one for one in deliveries() if one.channel is Channel.LINE]
    assert {(one.follower_id, one.state) for one in by_line} == {
        (mine.follower_id, DeliveryState.SENT)
    }


@pytest.mark.parametrize("answer", [bad_service.status(500), bad_service.reset])
def test_news_wait_while_line_is_out_of_order(bill, tell, api, clock, answer):
    tell(fake.wrote("U1", service.line_code(asked(bill))))
    well = api.plan[0]
    api.plan = [answer]
    first_reading(bill)
    assert [one.state for one in deliveries()] == [DeliveryState.WAITING]
    api.plan = [well]
    clock.advance(minutes=10)
    outbox.drain()
    assert [one.state for one in deliveries()] == [DeliveryState.SENT]
    keys = {one.headers["X-Line-Retry-Key"] for one in api.asked if "push" in one.path}
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("form", "words", "file"),
    [
        (Form.PLAIN, None, None),
        (Form.AUDIO_LINKED, "Hear this message (MP3):", "mp3"),
        (Form.AUDIO_ATTACHED, "Hear this message (MP3):", "mp3"),
        (Form.BRAILLE_LINKED, "This message in braille (BRF):", "brf"),
    ],
)
def test_by_line_and_in_a_browser_news_leads_to_the_form_chosen(
    bill, tell, api, pushes, page, form, words, file
):
    tell(fake.wrote("U1", service.line_code(asked(bill, language="en", form=form))))
    reader = Reader(pushes.address)
    wanted = Wish(bill_subject(bill), channel=Channel.PUSH, language="en", form=form)
    browser = json.dumps(asdict(reader.browser))
    service.ask_to_follow(wanted, Contact(push=browser), secret())
    first_reading(bill)
    places = {key: address for key, _words, address in reader.read(pushes.asked[0])["places"]}
    lines = [line for line in fake.said(api)[-1].splitlines() if "/feeds/" in line]
    if file is None:
        assert (lines, list(places)) == ([], ["manage"])
        return
    said, _space, address = lines[0].rpartition(" ")
    assert said == words
    assert list(places) == ["form", "manage"]
    for one in (address, places["form"]):
        assert one.endswith(f"-en.{file}")
    if file == "brf":
        assert page.client.get(path(address)).status_code == 200


@pytest.mark.parametrize("start", ["", "/en"])
def test_the_page_shows_a_code_and_the_code_begins_it(page, bill, tell, start):
    path = f"{start}/following/new?bill={bill.public_id}"
    shown = page.post(path, {**CHOSEN, "channel": "line"}).select_one("main")
    code = re.search(r"\d+-[0-9A-Z]{4}-[0-9A-Z]{4}", shown.text)[0]
    assert f"https://line.me/R/oaMessage/%40siang/?{code}" in [a["href"] for a in shown("a")]
    tell(fake.wrote("U1", code))
    after = page.get(f"{start}/following").select_one("main")
    assert "-" + code.partition("-")[2] not in after.text
    assert bill.name() in after.select_one("ol").text


def test_a_site_without_line_and_push_offers_neither(app, config, bill):
    app.extensions["settings"] = replace(
        config, LINE_CHANNEL_SECRET="", LINE_CHANNEL_TOKEN="", VAPID_PRIVATE_KEY=""
    )
    shown = app.test_client().get(f"/following/new?bill={bill.public_id}").text
    assert 'value="email"' in shown
    assert 'value="line"' not in shown
    assert "data-push-key" not in shown
    assert "push.js" not in shown
