"""A wish for a bill ends with the bill: once the last message is there, and no sooner."""

from datetime import date

import pytest

from tests.support.databases import both_databases
from tests.support.followers import follower, follows
from tests.support.following import files_sent, step
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.extensions import db
from webapp.following import service
from webapp.following.jobs import go_round
from webapp.following.service import Cadence, Channel
from webapp.shared import outbox

pytestmark = [both_databases, pytest.mark.usefixtures("clock")]
NOK = "nok@example.org"


@pytest.fixture
def bill(app):
    kept = keep_bill()
    outbox.drain()
    return kept


def end(bill):
    return step(bill, bills.StepKind.WITHDRAWN, date(2026, 2, 9))


def followed(email=NOK):
    db.session.expire_all()
    return [one.subject.kind.value for one in service.subscriptions_of(follower(email))]


def a_round():
    go_round()
    outbox.drain()


def test_the_last_message_is_the_last_and_the_address_is_erased_28_days_later(bill, clock):
    follows(NOK, "bill", bill.id)
    follows("ple@example.org", "bill", bill.id)
    follows("ple@example.org", "everything")
    a_round()
    assert followed() == ["bill"]
    end(bill)
    a_round()
    assert followed() == []
    assert followed("ple@example.org") == ["everything"]
    before = len(files_sent())

    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    bills.record_vote(bill.public_id, facts, None)
    assert [one["To"] for one in files_sent()[before:]] == ["ple@example.org"]
    clock.advance(days=28)
    assert service.erase_ended() == 1


def test_a_wish_stays_until_its_last_message_has_gone(bill, clock):
    follows(NOK, "bill", bill.id, cadence=Cadence.DAILY, hour=18)
    follows("ple@example.org", "bill", bill.id, channel=Channel.FEED)
    end(bill)
    a_round()
    assert followed() == ["bill"]
    assert followed("ple@example.org") == []
    clock.advance(hours=7)
    a_round()
    a_round()
    assert followed() == []


def test_who_follows_a_bill_after_its_end_goes_on(bill, clock):
    follows(NOK, "everything")
    end(bill)
    clock.advance(minutes=1)
    follows(NOK, "bill", bill.id)
    a_round()
    assert followed() == ["everything", "bill"]


def test_an_end_that_was_a_mistake_is_corrected_and_the_wish_goes_on(bill):
    follows(NOK, "bill", bill.id)
    stopped = follows("ple@example.org", "bill", bill.id)
    wrong = end(bill)
    a_round()
    service.stop(service.link_token(stopped, service.Scope.STOP, "test"), "test")
    before = len(files_sent())

    bills.withdraw_step(bill.public_id, wrong.id, "ผิดฉบับ", None)
    told = files_sent()[before:]
    assert followed() == ["bill"]
    assert [one["To"] for one in told] == [NOK]
    assert "แก้ไข" in told[0]["Subject"]
    assert followed("ple@example.org") == []


def test_a_stopped_wish_asked_for_again_and_not_confirmed_is_stopped_and_then_forgotten(
    bill, clock
):
    wish = follows(NOK, "bill", bill.id)
    step(bill, bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2))
    service.stop_one(follower(NOK), wish.id)
    asked = service.Wish(wish.subject)
    service.ask_to_follow(asked, service.Contact(email=NOK), "test")

    clock.advance(days=8)
    assert service.erase_ended() == 0
    assert service.get_subscription(wish.id).state is service.SubscriptionState.STOPPED
    clock.advance(days=28)
    assert service.erase_ended() == 1
