"""What a feed leads to: its wishes, changed and stopped, and nothing else of its person."""

import feedparser
import pytest
from icalendar import Calendar

from tests.support.following import also_follow, bill_subject, feed, first_reading, follow
from tests.support.records import keep_bill
from webapp.extensions import db
from webapp.following import service
from webapp.following.service import Cadence, Channel, Scope, SubscriptionState
from webapp.shared import outbox
from webapp.shared.settings import settings

pytestmark = pytest.mark.usefixtures("clock")
FILES = ("news.atom", "podcast.xml", "calendar.ics")
CHANGED = {
    "cadence": "weekly",
    "weekday": "3",
    "hour": "7",
    "kinds": ["vote"],
    "language": "en",
    "form": "plain",
}


@pytest.fixture
def bill(app):
    kept = keep_bill()
    outbox.drain()
    return kept


@pytest.fixture
def mine(bill):
    found = follow(bill_subject(bill), language="th")
    also_follow(found.follower, bill_subject(bill), channel=Channel.PODCAST)
    service.keep_note(found.follower, bill.id, "จดไว้เอง")
    return found


def token(follower, scope=Scope.FEED):
    return service.follower_token(follower, scope, settings().SECRET_KEY)


def test_no_feed_carries_what_opens_its_persons_own_pages(page, mine, bill):
    first_reading(bill)
    for file in FILES:
        said = page.client.get(feed(mine.follower, file)).text.replace("\r\n ", "")
        assert token(mine.follower, Scope.MANAGE) not in said
        assert "/following/mine/" not in said
        assert f"/following/feed/{token(mine.follower)}" in said


def test_the_feed_and_each_of_its_entries_lead_to_where_it_is_changed(page, mine, bill):
    first_reading(bill)
    url = f"http://localhost/following/feed/{token(mine.follower)}"
    atom = feedparser.parse(page.client.get(feed(mine.follower, "news.atom")).data)
    assert atom.feed.link == url
    (entry,) = atom.entries
    assert entry.link == f"http://localhost/bills/{bill.public_id}"
    related = [(one.href, one.title) for one in entry.links if one.rel == "related"]
    assert (url, "เปลี่ยนหรือหยุดสิ่งที่ท่านติดตาม") in related
    podcast = feedparser.parse(page.client.get(feed(mine.follower, "podcast.xml")).data)
    assert podcast.feed.link == url
    assert [one.summary.endswith(url) for one in podcast.entries] == [True]
    whole = Calendar.from_ical(page.client.get(feed(mine.follower, "calendar.ics")).data)
    assert whole["URL"] == url
    events = whole.walk("VEVENT")
    assert events
    assert all(str(one["DESCRIPTION"]).endswith(url) for one in events)


@pytest.mark.parametrize("start", ["", "/en"])
def test_with_a_feeds_key_a_wish_is_changed_and_stopped(page, mine, bill, start):
    address = f"{start}/following/feed/{token(mine.follower)}"
    shown = page.get(address)
    assert len(shown.select("main ol > li")) == 2
    links = [one["href"] for one in shown.select("main ol a")]
    change = f"{address}/{mine.id}/change"
    assert change in links
    page.get(change)
    after = page.post(change, CHANGED)
    assert page.path == address
    assert bill.name() in after.select_one("main").text
    db.session.expire_all()
    kept = service.get_subscription(mine.id)
    assert (kept.cadence, kept.weekday, kept.hour) == (Cadence.WEEKLY, 3, 7)
    after = page.post(f"{address}/{mine.id}/stop", form_page=address)
    assert page.path == address
    assert len(after.select("main ol > li")) == 1
    db.session.expire_all()
    assert service.get_subscription(mine.id).state is SubscriptionState.STOPPED


def test_a_feeds_key_shows_no_address_and_no_note_and_opens_no_own_page(page, mine, bill):
    key = token(mine.follower)
    answer = page.client.get(f"/following/feed/{key}")
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Cache-Control"] == "no-store"
    for secret in ("nok@example.org", "จดไว้เอง", token(mine.follower, Scope.MANAGE)):
        assert secret not in answer.text
    for own in ("", "/notes", "/export.json", "/home", f"/notes/{bill.public_id}"):
        assert bill.name() not in page.client.get(f"/following{own}", follow_redirects=True).text
    page.get(f"/following/mine/{key}", status=404)


@pytest.mark.parametrize("start", ["", "/en"])
def test_a_key_that_is_wrong_old_or_anothers_opens_and_stops_nothing(page, mine, start):
    other = follow(bill_subject(keep_bill("ร่างอื่น")), "suda@example.org").follower
    theirs = f"{start}/following/feed/{token(other)}"
    sent = {"csrf_token": page.get(theirs).select_one("[name=csrf_token]")["value"]}
    assert page.client.post(f"{theirs}/{mine.id}/stop", data=sent).status_code == 404
    wrong = f"{start}/following/feed/{token(mine.follower, Scope.MANAGE)}"
    assert page.get(wrong, status=404).select_one(f'a[href="{start}/following"]')
    key = token(mine.follower)
    service.revoke_links(mine.follower)
    page.get(f"{start}/following/feed/{key}", status=404)
    stop = f"{start}/following/feed/{key}/{mine.id}/stop"
    assert page.client.post(stop, data=sent).status_code == 404
    db.session.expire_all()
    assert service.get_subscription(mine.id).state is SubscriptionState.CONFIRMED
