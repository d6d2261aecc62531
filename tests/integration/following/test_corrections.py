"""A correction reaches whoever was told what was wrong, by whichever wish still stands."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.support.databases import both_databases
from tests.support.followers import follower, follows
from tests.support.following import deliveries, files_sent, first_reading, step
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.extensions import db
from webapp.following import service
from webapp.following.jobs import go_round
from webapp.following.models import Match, News
from webapp.following.service import (
    Cadence,
    Channel,
    Contact,
    NewsKind,
    Subject,
    SubjectKind,
    Wish,
)
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


def a_round():
    go_round()
    outbox.drain()


def take_back(bill, wrong):
    bills.withdraw_step(bill.public_id, wrong.id, "ผิดฉบับ", None)
    outbox.drain()
    db.session.expire_all()


def match_of_correction():
    corrections = select(Match).join(News).where(News.kind == NewsKind.CORRECTED)
    return db.session.scalars(corrections).one()


def test_a_correction_comes_by_another_wish_where_the_one_that_told_was_stopped(bill):
    first = follows(NOK, "bill", bill.id)
    second = follows(NOK, "everything")
    wrong = first_reading(bill)
    service.stop_one(follower(NOK), first.id)
    take_back(bill, wrong)
    a_round()
    assert match_of_correction().subscription == second
    assert "แก้ไข" in str(files_sent()[-1]["Subject"])
    assert len(files_sent()) == 2


def test_a_correction_of_what_somebody_stopped_wholly_waits_for_nothing(bill):
    first = follows(NOK, "bill", bill.id)
    follows(NOK, "deadlines")
    wrong = first_reading(bill)
    service.stop_one(follower(NOK), first.id)
    take_back(bill, wrong)
    assert not match_of_correction().waits
    a_round()
    assert len(files_sent()) == 1


def test_a_correction_comes_by_line_where_mail_comes_back_since(bill):
    follows(NOK, "bill", bill.id)
    contact = Contact(follower_id=follower(NOK).id, line_user="U1")
    wish = Wish(Subject(SubjectKind.EVERYTHING), channel=Channel.LINE, cadence=Cadence.DAILY)
    by_line = service.ask_to_follow(wish, contact, "test")
    wrong = first_reading(bill)
    with transaction():
        count_bounce(follower(NOK), True, "5.1.1")
    take_back(bill, wrong)
    assert match_of_correction().subscription == by_line
    assert match_of_correction().waits


@pytest.mark.parametrize("cadence", [Cadence.AT_ONCE, Cadence.DAILY])
def test_who_was_told_that_a_bill_ended_hears_that_an_earlier_step_was_wrong(bill, clock, cadence):
    wish = follows(NOK, "bill", bill.id, cadence=cadence)
    follows("ple@example.org", "bill", bill.id)
    wrong = first_reading(bill)
    step(bill, bills.StepKind.WITHDRAWN, date(2026, 2, 9))
    clock.advance(days=1)
    a_round()
    a_round()
    db.session.expire_all()
    assert wish.ended_by is not None
    service.stop_all(follower("ple@example.org"))
    before = len(files_sent())

    take_back(bill, wrong)
    # What ends afterwards takes nothing from it.
    follows(NOK, "deadlines")
    service.stop_one(follower(NOK), follows(NOK, "everything").id)
    clock.advance(days=1)
    a_round()
    told = files_sent()[before:]
    assert [one["To"] for one in told] == [NOK]
    assert "แก้ไข" in str(told[0]["Subject"])


def test_nothing_but_a_correction_comes_after_the_last_message(bill, clock):
    wish = follows(NOK, "bill", bill.id)
    step(bill, bills.StepKind.WITHDRAWN, date(2026, 2, 9))
    late = first = deliveries()[0]
    a_round()
    # A message of the wish that had not gone before the end.
    with transaction():
        late = db.session.merge(first)
        late.state = service.DeliveryState.WAITING
    db.session.expire_all()
    assert wish.ended_by is not None
    assert service.claim(Channel.EMAIL, 1) == []
