"""Following a bill by mail: confirmed, told once, corrected, stopped."""

import re
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.support.letters import letters_in
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.extensions import db
from webapp.following.models import Subscription
from webapp.following.rules.wishes import SubscriptionState
from webapp.shared import outbox


@pytest.fixture
def mailbox(config):
    """What has been sent, oldest first, after all waiting work is done."""

    def read():
        outbox.drain()
        return letters_in(config.INSTANCE_DIR)

    return read


def link(letter, name):
    """The path of a link in a letter."""
    return re.search(rf"https?://[^/\s]+((?:/en)?/following/{name}/\S+)", letter.get_content())[1]


def follow(page, mailbox, bill, start=""):
    page.post(f"{start}/following/new?bill={bill.public_id}", {"email": "nok@example.org"})
    letter = mailbox()[-1]
    page.post(link(letter, "confirm"))
    # From here on it is another person's browser, which shows nobody's list.
    page.client.delete_cookie("session")
    return letter


def test_a_follower_confirms_and_is_told_once(page, mailbox, clock):
    bill = keep_bill()
    asking = follow(page, mailbox, bill)
    assert page.path == "/following"
    assert "สหกรณ์" in asking["Subject"]

    bills.record_step(
        bill.public_id, bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2)), None
    )
    news = mailbox()
    assert len(news) == 2
    outbox.drain()
    assert len(mailbox()) == 2
    told = news[-1]
    assert told["To"] == "nok@example.org"
    assert told["Subject"].startswith("ร่างพระราชบัญญัติสหกรณ์")
    assert told["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert told["Content-Language"] == "th"
    body = told.get_content()
    assert body.lstrip().startswith("ร่างพระราชบัญญัติสหกรณ์")
    assert f"/bills/{bill.public_id}" in body


def test_nobody_is_told_before_confirming_and_a_get_confirms_nothing(page, mailbox, clock):
    bill = keep_bill()
    page.post(f"/following/new?bill={bill.public_id}", {"email": "nok@example.org"})
    page.get(link(mailbox()[-1], "confirm"))

    bills.record_step(
        bill.public_id, bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2)), None
    )

    assert len(mailbox()) == 1
    assert db.session.scalars(select(Subscription.state)).one() is SubscriptionState.ASKED


def test_an_english_follower_gets_english_letters_with_english_links(page, mailbox, clock):
    bill = keep_bill()

    asking = follow(page, mailbox, bill, "/en")

    assert asking["Content-Language"] == "en"
    assert link(asking, "confirm").startswith("/en/following/confirm/")
    assert "Please confirm" in asking["Subject"]


def test_a_withdrawn_step_is_corrected_to_whoever_was_told(page, mailbox, clock):
    bill = keep_bill()
    follow(page, mailbox, bill)
    step = bills.record_step(
        bill.public_id, bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2)), None
    )
    assert len(mailbox()) == 2

    bills.withdraw_step(bill.public_id, step.id, "บันทึกผิดฉบับ", None)

    letters = mailbox()
    assert len(letters) == 3
    assert "แก้ไข" in letters[-1]["Subject"]
    assert "บันทึกผิดฉบับ" in letters[-1].get_content()


def test_a_step_withdrawn_before_the_letter_went_out_is_not_told(page, mailbox, clock):
    bill = keep_bill()
    follow(page, mailbox, bill)
    step = bills.record_step(
        bill.public_id, bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2)), None
    )
    bills.withdraw_step(bill.public_id, step.id, "ผิด", None)

    assert len(mailbox()) == 1


def test_one_click_stops_on_post_without_a_page_and_only_then(page, mailbox, clock):
    bill = keep_bill()
    follow(page, mailbox, bill)
    bills.record_step(
        bill.public_id, bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2)), None
    )
    told = mailbox()[-1]
    stop = link(told, "stop")
    assert stop in told["List-Unsubscribe"]

    page.get(stop)
    assert db.session.scalars(select(Subscription.state)).one() is SubscriptionState.CONFIRMED
    answer = page.client.post(stop, data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert db.session.scalars(select(Subscription.state)).one() is SubscriptionState.STOPPED
    page.post(stop)


def test_a_link_of_a_stopped_subscription_does_not_act_on_a_new_one(page, mailbox, clock):
    bill = keep_bill()
    follow(page, mailbox, bill)
    page.post(f"/following/new?bill={bill.public_id}", {"email": "nok@example.org"})
    old_stop = link(mailbox()[-1], "stop")
    page.post(old_stop)
    follow(page, mailbox, bill)

    page.get(old_stop, status=404)
    assert db.session.scalars(select(Subscription.state)).one() is SubscriptionState.CONFIRMED


def test_an_old_or_false_link_says_what_to_do(page, mailbox, clock):
    bill = keep_bill()
    page.post(f"/following/new?bill={bill.public_id}", {"email": "nok@example.org"})
    confirm = link(mailbox()[-1], "confirm")
    clock.moment += timedelta(days=8)

    for path in (confirm, "/following/confirm/1-" + "0" * 32, "/following/stop/x"):
        shown = page.get(path, status=404)
        assert shown.select('a[href="/following"]')


@pytest.mark.parametrize("typed", ["", "nok", "nok@", "@example.org", "a" * 250 + "@example.org"])
def test_a_wrong_address_is_kept_and_said_in_both_languages(page, typed):
    bill = keep_bill()
    for start in ("", "/en"):
        shown = page.post(f"{start}/following/new?bill={bill.public_id}", {"email": typed})
        assert shown.select_one("#email")["value"] == typed
        assert shown.select_one("#email-error").text
        assert shown.select_one(".error-summary[autofocus]")
    assert not db.session.scalars(select(Subscription)).all()


def test_an_unknown_bill_cannot_be_followed(page):
    page.both("/following/new?bill=b-999", status=404)


def test_the_page_does_not_tell_who_follows_what(page, mailbox, clock):
    bill = keep_bill()
    first = page.post(f"/following/new?bill={bill.public_id}", {"email": "nok@example.org"})
    follow(page, mailbox, bill)
    again = page.post(f"/following/new?bill={bill.public_id}", {"email": "nok@example.org"})
    assert again.select_one("main").text == first.select_one("main").text

    assert "ติดตามอยู่แล้ว" in mailbox()[-1]["Subject"]


def test_the_list_goes_to_the_address_and_to_no_page(page, mailbox, clock):
    bill = keep_bill()
    follow(page, mailbox, bill)

    page.post("/following", {"email": "NOK@example.org "})
    page.post("/following", {"email": "somebody.else@example.org"})

    letters = mailbox()
    assert len(letters) == 2
    assert "/following/stop/" in letters[-1].get_content()


def test_the_address_is_not_in_clear_in_the_database(page, mailbox, clock):
    bill = keep_bill()
    follow(page, mailbox, bill)

    row = db.session.execute(db.text("select email, email_hash from followers")).one()

    assert "nok" not in row.email
    assert "nok" not in row.email_hash
