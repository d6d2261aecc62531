"""Letters that come back, and a mail server that is out of order."""

import hashlib
import hmac
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.following import bill_subject, deliveries, follow
from tests.support.imap import mailbox
from tests.support.records import keep_bill
from tests.support.reports import report
from webapp import create_app
from webapp.bills import service as bills
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import DeliveryState, Follower
from webapp.shared import outbox
from webapp.shared.mail.jobs import read_mailbox

SECRET = "shared-with-the-provider"
STEPS = bills.StepKind


@pytest.fixture
def config(config, letters):
    """A site that sends to the mail server of this test and believes a provider."""
    return replace(config, MAIL_URL=letters.url, BOUNCE_SECRET=SECRET)


@pytest.fixture
def follower(app, clock, letters):
    bill = keep_bill()
    outbox.drain()
    follower = follow(bill_subject(bill)).follower
    outbox.drain()
    letters.received.clear()
    return follower


def tell(follower, clock, times=1):
    """Something happens so many times to what the follower follows; the letters that arrived."""
    bill = bills.bill_by_id(int(service.subscriptions_of(follower)[0].subject.ref))
    for _time in range(times):
        clock.advance(days=1)
        kind = STEPS.HOUSE_COMMITTEE_REPORTED
        step = bills.StepEntry(kind, clock().date(), exception_reason="ทดสอบ")
        bills.record_step(bill.public_id, step, None)
        outbox.drain()


def follower_now(follower):
    db.session.expire_all()
    return db.session.get(Follower, follower.id)


def posted(page, body, mimetype="message/rfc822", secret=SECRET):
    signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    headers = {"X-Signature": f"sha256={signature}"}
    return page.client.post(
        "/following/bounces", data=body, content_type=mimetype, headers=headers
    ).status_code


def test_an_address_that_is_no_good_gets_no_more_mail_and_the_person_is_told(
    page, follower, clock, letters
):
    tell(follower, clock)
    name = letters.received[-1]["Message-ID"]
    assert posted(page, report(name)) == 204
    stopped = follower_now(follower)
    assert stopped.mail_stopped_at is not None
    assert stopped.mail_stopped_why == "5.1.1"
    assert deliveries()[-1].state is DeliveryState.FAILED
    tell(follower, clock)
    assert len(letters.received) == 1

    service.resume_mail(stopped)
    tell(follower, clock)
    assert len(letters.received) == 2


def test_a_full_mailbox_stops_mail_only_when_three_letters_in_a_row_come_back(
    page, follower, clock, letters
):
    for came_back in (True, True, False, True, True):
        tell(follower, clock)
        if came_back:
            posted(page, report(letters.received[-1]["Message-ID"], status="5.2.2"))
        assert follower_now(follower).mail_stopped_at is None
    tell(follower, clock)
    full = report(letters.received[-1]["Message-ID"], status="5.2.2")
    posted(page, full)
    posted(page, full)
    assert follower_now(follower).mail_stopped_why == "5.2.2"


def test_the_page_says_what_came_back_and_why_before_and_after_letters_stop(
    page, follower, clock, letters
):
    def seen():
        token = service.follower_token(follower_now(follower), service.Scope.MANAGE, "test")
        page.get(f"/following/mine/{token}")
        thai, english = page.both("/following")
        assert len(thai.select("main .notice")) == len(english.select("main .notice"))
        return " ".join(english.select_one("main").get_text().split())

    tell(follower, clock)
    assert "did not arrive" not in seen()
    posted(page, report(letters.received[-1]["Message-ID"], status="5.2.2"))
    assert "The last letter to your address did not arrive." in seen()
    assert "the mailbox is full (5.2.2)" in seen()
    tell(follower, clock)
    posted(page, report(letters.received[-1]["Message-ID"], status="5.2.2"))
    assert "The last 2 letters to your address did not arrive." in seen()
    tell(follower, clock)
    assert "did not arrive" not in seen()
    tell(follower, clock)
    posted(page, report(letters.received[-1]["Message-ID"]))
    assert "there is no such address (5.1.1). The address looks no good" in seen()


def test_a_report_that_is_forged_or_of_another_letter_changes_nothing(
    page, follower, clock, letters
):
    tell(follower, clock)
    name = letters.received[-1]["Message-ID"]
    assert posted(page, report(name), secret="guessed") == 403
    left, _dot, rest = name.rpartition(".")[0].rpartition(".")
    assert posted(page, report(f"{left}.{rest}.0123456789abcdef@localhost>")) == 204
    assert posted(page, report("<news.1@localhost>")) == 204
    assert posted(page, b"no report at all") == 204
    assert follower_now(follower).mail_stopped_at is None


def test_a_provider_may_tell_in_json(page, follower, clock, letters):
    tell(follower, clock)
    name = letters.received[-1]["Message-ID"]
    for wrong in (b"{", b"[1]", b'[{"message_id": "x"}]', b"{}"[:1] + b'"a":1}'):
        assert posted(page, wrong, "application/json") in (204, 400)
    told = json.dumps([{"message_id": name, "status": "5.1.1", "reason": "no such user"}])
    assert posted(page, told.encode(), "application/json") == 204
    assert follower_now(follower).mail_stopped_at is not None


def test_without_a_secret_nobody_is_heard(config):
    site = create_app(replace(config, BOUNCE_SECRET=""))
    assert site.test_client().post("/following/bounces", data=b"").status_code == 404


def test_reports_are_read_from_a_mailbox(app, config, follower, clock, letters):
    tell(follower, clock)
    with mailbox() as box:
        app.extensions["settings"] = replace(config, IMAP_URL=box.url)
        box.letters = [b"Subject: hello\r\n\r\n", report(letters.received[-1]["Message-ID"])]
        read_mailbox()
        assert box.seen == {1, 2}
    assert follower_now(follower).mail_stopped_why == "5.1.1"


def test_an_address_that_the_server_refuses_gets_no_more_mail(follower, clock, letters):
    letters.answers["nok@example.org"] = "550 5.1.1 no such user"
    tell(follower, clock)
    assert follower_now(follower).mail_stopped_why == "5.1.1"
    assert deliveries()[-1].state is DeliveryState.FAILED


def test_a_server_that_refuses_for_now_is_tried_again_less_and_less_often_for_72_hours(
    follower, clock, letters
):
    letters.answers["nok@example.org"] = "450 4.2.1 try again"
    tell(follower, clock)
    made, waits = clock(), []
    while (waiting := deliveries()[-1]).state is DeliveryState.WAITING:
        waits.append(waiting.not_before - clock())
        clock.moment = waiting.not_before
        outbox.drain()
        assert len(waits) < 100
    assert waiting.state is DeliveryState.FAILED
    assert waits == sorted(waits)
    assert waits[1] == 2 * waits[0]
    assert timedelta(hours=72) <= clock() - made <= timedelta(hours=81)
    assert letters.received == []
    assert follower_now(follower).mail_stopped_at is None


def test_a_server_that_is_away_loses_nothing(app, config, follower, clock, letters):
    post = app.extensions["post"]
    working, post.port = post.port, 1
    tell(follower, clock, times=2)
    assert [one.state for one in deliveries()] == [DeliveryState.WAITING] * 2
    post.port = working
    clock.advance(minutes=10)
    outbox.drain()
    assert [one.state for one in deliveries()] == [DeliveryState.SENT] * 2
    assert len(letters.received) == 2
