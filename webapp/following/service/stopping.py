"""Stopping everything that brought one message, from the message itself."""

from collections.abc import Sequence

from sqlalchemy import select

from webapp.extensions import db
from webapp.following.models import Delivery, Match, Subscription
from webapp.following.rules import tokens
from webapp.following.rules.tokens import Scope
from webapp.following.rules.wishes import SubscriptionState
from webapp.following.service.followers import LinkOver
from webapp.following.service.subscribing import stop_one
from webapp.shared.transaction import transaction


def message_token(delivery_id: int, key_version: int, secret: str) -> str:
    """The token for stopping what brought a message; void with the other links of its follower,
    whose key version it is."""
    return tokens.token(secret, delivery_id, Scope.MESSAGE, key_version)


def brought_by(token: str, secret: str) -> Sequence[Subscription]:
    """The subscriptions that brought a message and still go on. Raises `LinkOver`."""
    number = tokens.id_in(token)
    delivery = db.session.get(Delivery, number) if number is not None else None
    if delivery is None or not tokens.is_genuine(
        token, secret, delivery.id, Scope.MESSAGE, delivery.follower.key_version
    ):
        raise LinkOver
    return db.session.scalars(
        select(Subscription)
        .where(
            Subscription.id.in_(
                select(Match.subscription_id).where(Match.delivery_id == delivery.id)
            ),
            Subscription.state == SubscriptionState.CONFIRMED,
        )
        .order_by(Subscription.id)
    ).all()


def stop_brought_by(token: str, secret: str) -> list[Subscription]:
    """Stop what brought a message; stopping twice is no error. Raises `LinkOver`."""
    with transaction():
        found = list(brought_by(token, secret))
        for subscription in found:
            stop_one(subscription.follower, subscription.id)
    return found
