"""Followers and what they were sent, made through the service as people make them."""

from datetime import date
from email.message import EmailMessage

from flask import current_app
from sqlalchemy import select

from tests.support.letters import letters_in
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import Delivery
from webapp.following.service import (
    Contact,
    Follower,
    Scope,
    Subject,
    SubjectKind,
    Subscription,
    Wish,
)
from webapp.shared import outbox
from webapp.shared.settings import settings

# What the form for following sends, left as it is offered.
CHOSEN = {
    "cadence": "at_once",
    "weekday": "0",
    "hour": "8",
    "kinds": ["step", "vote"],
    "language": "th",
    "form": "plain",
    "channel": "email",
}


def secret() -> str:
    return settings().SECRET_KEY


def bill_subject(bill: bills.Bill) -> Subject:
    return Subject(SubjectKind.BILL, str(bill.id))


def follow(subject: Subject, email: str = "nok@example.org", **wish) -> Subscription:
    """A confirmed subscription by mail."""
    asked = service.ask_to_follow(Wish(subject, **wish), Contact(email=email), secret())
    return service.confirm(service.link_token(asked, Scope.CONFIRM, secret()), secret())


def also_follow(follower: Follower, subject: Subject, **wish) -> Subscription:
    """Another subscription of somebody who follows already."""
    contact = Contact(follower_id=follower.id)
    return service.ask_to_follow(Wish(subject, **wish), contact, secret())


def step(bill: bills.Bill, kind: bills.StepKind, on: date) -> bills.BillStep:
    """Something happens to a bill, and whoever follows it is told."""
    recorded = bills.record_step(bill.public_id, bills.StepEntry(kind, on), None)
    outbox.drain()
    return recorded


def first_reading(bill: bills.Bill) -> bills.BillStep:
    return step(bill, bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2))


def files_sent() -> list[EmailMessage]:
    """The news that went into the folder of letters, the oldest first."""
    outbox.drain()
    return [letter for letter in letters_in(settings().INSTANCE_DIR) if letter["List-Id"]]


def text_of(letter: EmailMessage) -> str:
    return letter.get_body(("plain",)).get_content().replace("\r\n", "\n")


def deliveries() -> list[Delivery]:
    db.session.expire_all()
    return list(db.session.scalars(select(Delivery).order_by(Delivery.id)))


def feed(follower: Follower, file: str) -> str:
    """The path of one of a person's own feeds."""
    token = service.follower_token(follower, Scope.FEED, secret())
    return f"/feeds/{token}/{file}"


def path(url: str) -> str:
    """The path of an address of this site."""
    base = current_app.extensions["settings"].BASE_URL
    assert url.startswith(f"{base}/"), url
    return url.removeprefix(base)


def old_bill(name):
    """A bill of which there is no news."""
    kept = keep_bill(name)
    outbox.drain()
    return kept


def alive():
    """The followers who are somebody, not what was joined to one."""
    db.session.expire_all()
    return list(db.session.scalars(select(Follower).where(Follower.joined_id.is_(None))))


def wishes(follower):
    return {(one.subject_key, one.channel) for one in service.subscriptions_of(follower)}
