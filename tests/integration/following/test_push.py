"""News in a browser: shown with what it leads to, and given up where the browser wants no more."""

import json
from dataclasses import asdict, replace

import pytest

from tests.support import bad_service
from tests.support.following import CHOSEN, bill_subject, deliveries, first_reading, path, secret
from tests.support.push import Reader, vapid_key
from tests.support.records import keep_bill
from webapp.following import service
from webapp.following.models import DeliveryState
from webapp.following.service import Channel, Contact, SubscriptionState, Wish
from webapp.shared import outbox

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def config(config):
    return replace(config, VAPID_PRIVATE_KEY=vapid_key(), PUSH_HOSTS="127.0.0.1")


@pytest.fixture
def bill(app):
    kept = keep_bill()
    outbox.drain()
    return kept


def test_a_browser_is_shown_what_happened(bill, pushes, page):
    reader = Reader(pushes.address)
    wanted = Wish(bill_subject(bill), channel=Channel.PUSH, language="en")
    browser = json.dumps(asdict(reader.browser))
    service.ask_to_follow(wanted, Contact(push=browser), secret())
    first_reading(bill)
    (asked_for,) = pushes.asked
    told = reader.read(asked_for)
    assert told["title"] == bill.name("en")
    assert told["body"].startswith("Accepted in principle by the House, first reading")
    assert told["url"] == f"http://localhost/en/bills/{bill.public_id}"
    ((key, words, address),) = told["places"]
    assert (key, words) == ("manage", "Change or stop")
    mine = page.client.get(path(address), follow_redirects=True)
    assert bill.name("en") in mine.text
    assert [one.state for one in deliveries()] == [DeliveryState.SENT]


def test_a_browser_that_wants_no_more_is_forgotten(bill, pushes):
    browser = json.dumps(asdict(Reader(pushes.address).browser))
    wanted = Wish(bill_subject(bill), channel=Channel.PUSH)
    subscription = service.ask_to_follow(wanted, Contact(push=browser), secret())
    pushes.plan = [bad_service.status(410)]
    first_reading(bill)
    assert [one.state for one in deliveries()] == [DeliveryState.FAILED]
    kept = service.get_subscription(subscription.id)
    assert (kept.state, kept.follower.push) == (SubscriptionState.STOPPED, None)


def test_the_page_takes_what_the_browser_gave_and_nothing_else(page, bill, pushes):
    path = f"/following/new?bill={bill.public_id}"
    browser = Reader(pushes.address).browser
    keys = {"p256dh": browser.p256dh, "auth": browser.auth}
    for wrong in (
        "",
        "{",
        "[]",
        json.dumps({"endpoint": "https://evil.example/", "keys": keys}),
        json.dumps({"endpoint": browser.endpoint, "keys": {}}),
    ):
        answer = page.post(path, {**CHOSEN, "do": "push", "push": wrong})
        assert "เบราว์เซอร์ของท่านไม่ให้ที่อยู่" in answer.text
    whole = {"endpoint": browser.endpoint, "expirationTime": None, "keys": keys}
    page.post(path, {**CHOSEN, "do": "push", "push": json.dumps(whole)})
    assert page.path == "/following"
    first_reading(bill)
    assert len(pushes.asked) == 1
