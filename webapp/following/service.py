"""What can be done about following: ask, confirm, stop, and know who is to be told."""

import hashlib
import hmac
from collections.abc import Sequence

from sqlalchemy import select

from webapp.extensions import db
from webapp.following import rules
from webapp.following.models import Delivery, Subscription
from webapp.following.rules import Scope, SubscriptionState
from webapp.shared import clock
from webapp.shared.errors import NotFound
from webapp.shared.outbox import enqueue
from webapp.shared.transaction import transaction

STEP, CORRECTION = "step", "correction"


class LinkOver(NotFound):
    """The link is wrong, was made void, or is older than it may be."""


def email_hash(email: str, secret: str) -> str:
    """The keyed hash under which an address's subscriptions are found."""
    text = f"following address:{email.strip().lower()}"
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def ask_to_follow(bill_id: int, email: str, language: str, secret: str) -> Subscription:
    """Note a wish to follow a bill, and have the address's owner asked to confirm it.

    Asking twice sends the letter again. Who follows already is told so in the letter, never on the
    page: the page must not say who follows what.
    """
    with transaction():
        hashed = email_hash(email, secret)
        subscription = db.session.scalar(
            select(Subscription).where(
                Subscription.email_hash == hashed, Subscription.bill_id == bill_id
            )
        )
        if subscription is None:
            subscription = Subscription(bill_id=bill_id, email_hash=hashed, key_version=1)
            subscription.state = SubscriptionState.ASKED
            db.session.add(subscription)
        elif subscription.state is SubscriptionState.STOPPED:
            subscription.state = SubscriptionState.ASKED
            # The links of the earlier subscription must not act on the new one.
            subscription.key_version += 1
        subscription.email = email.strip()
        subscription.language = language
        subscription.asked_at = clock.now()
        db.session.flush()
        enqueue("following.ask_confirmation", subscription_id=subscription.id)
    return subscription


def confirm(token: str, secret: str) -> Subscription:
    """Begin to follow. Raises `LinkOver`."""
    with transaction():
        subscription = opened(token, Scope.CONFIRM, secret)
        if subscription.state is not SubscriptionState.CONFIRMED:
            subscription.state = SubscriptionState.CONFIRMED
            subscription.confirmed_at = clock.now()
    return subscription


def stop(token: str, secret: str) -> Subscription:
    """Stop following; stopping twice is no error. Raises `LinkOver`."""
    with transaction():
        subscription = opened(token, Scope.STOP, secret)
        if subscription.state is not SubscriptionState.STOPPED:
            subscription.state = SubscriptionState.STOPPED
            subscription.stopped_at = clock.now()
    return subscription


def opened(token: str, scope: Scope, secret: str) -> Subscription:
    """The subscription whose link this is. Raises `LinkOver`."""
    number = rules.id_in(token)
    subscription = db.session.get(Subscription, number) if number is not None else None
    if subscription is None or not rules.is_genuine(
        token, secret, subscription.id, scope, subscription.key_version
    ):
        raise LinkOver
    if scope is Scope.CONFIRM and not _may_confirm(subscription):
        raise LinkOver
    return subscription


def _may_confirm(subscription: Subscription) -> bool:
    if subscription.state is SubscriptionState.STOPPED:
        return False
    return clock.now() - subscription.asked_at <= rules.CONFIRM_WITHIN


def link_token(subscription: Subscription, scope: Scope, secret: str) -> str:
    """The token for a link in a letter."""
    return rules.token(secret, subscription.id, scope, subscription.key_version)


def ask_for_list(email: str, language: str, secret: str) -> None:
    """Have the list of what an address follows sent to that address, if it follows anything."""
    with transaction():
        if following_of(email_hash(email, secret)):
            enqueue("following.send_list", email_hash=email_hash(email, secret), language=language)


def following_of(hashed: str) -> Sequence[Subscription]:
    """The confirmed subscriptions of an address, by its keyed hash."""
    return db.session.scalars(
        select(Subscription)
        .where(
            Subscription.email_hash == hashed,
            Subscription.state == SubscriptionState.CONFIRMED,
        )
        .order_by(Subscription.id)
    ).all()


def get_subscription(subscription_id: int) -> Subscription | None:
    """The subscription with this database id; None where there is none."""
    return db.session.get(Subscription, subscription_id)


def spread_step(bill_id: int, step_id: int) -> None:
    """Note one piece of work for each follower who has not been told of the step."""
    told = select(Delivery.subscription_id).where(
        Delivery.step_id == step_id, Delivery.kind == STEP
    )
    followers = select(Subscription.id).where(
        Subscription.bill_id == bill_id,
        Subscription.state == SubscriptionState.CONFIRMED,
        Subscription.id.not_in(told),
    )
    _spread(followers_ids=db.session.scalars(followers).all(), step_id=step_id, kind=STEP)


def spread_correction(step_id: int) -> None:
    """Note one piece of work for each follower who was told of a step that was withdrawn."""
    told = select(Delivery.subscription_id).where(
        Delivery.step_id == step_id, Delivery.kind == STEP
    )
    _spread(followers_ids=db.session.scalars(told).all(), step_id=step_id, kind=CORRECTION)


def _spread(followers_ids: Sequence[int], step_id: int, kind: str) -> None:
    with transaction():
        for subscription_id in followers_ids:
            enqueue(
                "following.send_step",
                subscription_id=subscription_id,
                step_id=step_id,
                kind=kind,
            )


def is_told(subscription_id: int, step_id: int, kind: str) -> bool:
    """Whether this letter has been sent."""
    found = db.session.scalar(
        select(Delivery.id).where(
            Delivery.subscription_id == subscription_id,
            Delivery.step_id == step_id,
            Delivery.kind == kind,
        )
    )
    return found is not None


def note_delivery(subscription_id: int, step_id: int, kind: str, message_id: str) -> None:
    """Keep that a letter has been sent, so that it is never sent again."""
    with transaction():
        db.session.add(
            Delivery(
                subscription_id=subscription_id,
                step_id=step_id,
                kind=kind,
                message_id=message_id,
                sent_at=clock.now(),
            )
        )
