"""Migration 0008: whoever followed a bill by mail before goes on, and is told nothing twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from flask_migrate import downgrade, upgrade
from sqlalchemy import select

from tests.support.clock import StandingClock
from tests.support.following import files_sent, follow, secret
from tests.support.sample_site import MOMENT
from webapp.bills import service as bills
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import Delivery, Follower, Match, News, Subscription
from webapp.following.rules import tokens
from webapp.following.service import DeliveryState, NewsKind, Scope, SubscriptionState
from webapp.shared import outbox

ASKED = datetime(2026, 1, 10, 3, tzinfo=UTC)
NOK, PLE, DAM, LEK = "nok@example.org", "ple@example.org", "dam@example.org", "lek@example.org"
# Who, which bill, state, and by which version of the links; Nok follows two.
WISHES = [
    (1, NOK, 1, "confirmed", 1),
    (2, PLE, 1, "confirmed", 3),
    (3, DAM, 1, "stopped", 1),
    (4, LEK, 1, "asked", 1),
    (7, NOK, 2, "confirmed", 1),
]
# To which of the wishes which step of the first bill was told; the second step was wrong.
TOLD = [
    (1, 101, "step"), (2, 101, "step"), (1, 102, "step"), (1, 102, "correction"), (3, 102, "step"),
]  # fmt: skip


def insert(table, **values):
    """A row as an earlier release wrote it: what is not named is empty or nought."""
    columns = sa.Table(table, sa.MetaData(), autoload_with=db.engine).columns
    for column in columns:
        if not column.nullable and column.name not in values:
            values[column.name] = 0 if isinstance(column.type, sa.Integer) else ""
    db.session.execute(sa.insert(columns.values()[0].table).values(values))


def insert_bill(number):
    insert(
        "bills", id=number, kind="ordinary", proposer_kind="cabinet", stage="house_r1",
        family="house", added_at=ASKED, changed_at=ASKED,
    )  # fmt: skip
    insert("bill_titles", id=number, bill_id=number, kind="draft", text=f"ร่างที่ {number}", lang="th")


def insert_step(number, kind, withdrawn_at=None):
    insert(
        "bill_steps", id=number, bill_id=1, position=number, kind=kind,
        happened_on=date(2026, 1, number - 90), entered_at=ASKED, withdrawn_at=withdrawn_at,
    )  # fmt: skip


def insert_wish(number, email, bill_id, state, key_version):
    insert(
        "subscriptions", id=number, bill_id=bill_id, email=encrypted(email),
        email_hash=service.email_hash(email, secret()), language="en" if email == PLE else "th",
        state=state, key_version=key_version, asked_at=ASKED + timedelta(days=number),
        confirmed_at=ASKED if state == "confirmed" else None,
        stopped_at=ASKED + timedelta(days=30) if state == "stopped" else None,
    )  # fmt: skip


def encrypted(email):
    return Follower.__table__.c.email.type.process_bind_param(email, db.engine.dialect)


@pytest.fixture
def carried(empty_site):
    """A site of the release before, with followers who were told of steps, brought up to date."""
    empty_site.extensions["clock"] = StandingClock(MOMENT)
    upgrade(revision="0007")
    for number in (1, 2):
        insert_bill(number)
    insert_step(101, "submitted_house")
    insert_step(102, "house_agenda_placed", withdrawn_at=ASKED + timedelta(days=3))
    insert_step(103, "house_agenda_placed")
    for wish in WISHES:
        insert_wish(*wish)
    for number, (wish, step, kind) in enumerate(TOLD, 1):
        insert(
            "deliveries", id=number, subscription_id=wish, step_id=step, kind=kind,
            sent_at=ASKED + timedelta(hours=number), message_id=f"<old.{number}@x>",
        )  # fmt: skip
    db.session.commit()
    upgrade()
    return empty_site


def test_each_address_is_one_follower_with_the_wishes_that_it_had(carried):
    people = db.session.scalars(select(Follower).order_by(Follower.id)).all()
    assert [one.email for one in people] == [NOK, PLE, DAM, LEK]
    assert [one.language for one in people] == ["th", "en", "th", "th"]
    assert [one.made_at for one in people][0] == ASKED + timedelta(days=1)
    # Only of whom nothing is wished any more the address is to be erased.
    assert [bool(one.ended_at) for one in people] == [False, False, True, False]

    kept = db.session.scalars(select(Subscription).order_by(Subscription.id)).all()
    assert [(one.id, one.follower.email, one.subject_key, str(one.state)) for one in kept] == [
        (number, email, f"bill:{bill}", state) for number, email, bill, state, _key in WISHES
    ]
    for one in kept:
        usual = service.Wish(one.subject, language=one.language)
        assert replace(one.wish, kinds=usual.kinds) == usual
        # Every kind of news that a bill can bring.
        assert set(service.kinds_offered(one.subject.kind)) <= one.wish.kinds


def test_the_links_that_people_have_still_work_and_old_ones_still_do_not(carried):
    confirm = tokens.token(secret(), 4, Scope.CONFIRM, 1)
    with pytest.raises(service.LinkOver):
        # Asked more than a week ago: as it was before.
        service.confirm(confirm, secret())
    with pytest.raises(service.LinkOver):
        service.stop(tokens.token(secret(), 2, Scope.STOP, 2), secret())
    stopped = service.stop(tokens.token(secret(), 2, Scope.STOP, 3), secret())
    assert (stopped.id, stopped.state) == (2, SubscriptionState.STOPPED)


def test_what_was_sent_is_kept_as_an_event_a_match_and_a_message_each(carried):
    news = db.session.scalars(select(News).order_by(News.id)).all()
    facts = [(one.fact, one.kind, one.bill_id, bool(one.withdrawn_at)) for one in news]
    assert facts == [
        ("step:101", NewsKind.STEP, 1, False),
        ("step:102", NewsKind.STEP, 1, True),
        ("withdrawn:102", NewsKind.CORRECTED, 1, False),
    ]
    assert news[2].corrects_id == news[1].id
    assert len(db.session.scalars(select(Match)).all()) == len(TOLD)
    sent = db.session.scalars(select(Delivery).order_by(Delivery.id)).all()
    assert [one.state for one in sent] == [DeliveryState.SENT] * len(TOLD)
    assert sent[0].sent_at == ASKED + timedelta(hours=1)
    assert not service.late().is_late


def test_nobody_is_told_twice_and_everybody_of_what_comes_next(carried):
    bill = bills.bill_by_id(1)
    service.announce(service.of_step(bills.step_by_id(101)))
    outbox.drain()
    assert files_sent() == []

    # What is wished and what happens from now on gets numbers of its own.
    follow(service.Subject(service.SubjectKind.BILL, "1"), "new@example.org")
    bills.record_step(
        bill.public_id, bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2)), None
    )
    assert sorted(letter["To"] for letter in files_sent()) == ["new@example.org", NOK, PLE]


def test_whoever_was_told_a_step_hears_that_it_was_wrong(carried):
    bills.withdraw_step("b-1", 103, "ผิดฉบับ", None)
    outbox.drain()
    # Nobody was told of the third.
    assert files_sent() == []

    bills.withdraw_step("b-1", 101, "ผิดฉบับ", None)
    assert sorted(letter["To"] for letter in files_sent()) == [NOK, PLE]


def test_taken_back_it_leaves_the_bills_that_are_followed_by_mail(carried):
    follow(service.Subject(service.SubjectKind.DEADLINES), "new@example.org")
    db.session.remove()

    downgrade(revision="0007")

    rows = db.session.execute(sa.text("SELECT id, bill_id FROM subscriptions ORDER BY id"))
    assert [tuple(row) for row in rows] == [(n, bill) for n, _e, bill, _s, _k in WISHES]
    db.session.remove()
    upgrade()
    assert len(db.session.scalars(select(Subscription)).all()) == len(WISHES)
