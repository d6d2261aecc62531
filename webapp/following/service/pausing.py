"""Pausing what is followed, one subscription or all."""

from datetime import datetime

from sqlalchemy import update

from webapp.extensions import db
from webapp.following.models import Follower, Subscription
from webapp.following.service.handing_over import hand_over
from webapp.following.service.subscribing import subscription_of
from webapp.shared.transaction import transaction


def pause(follower: Follower, until: datetime | None, subscription_id: int | None = None) -> None:
    """Send nothing until a moment, for one subscription or for all; None goes on at once.

    What happens meanwhile comes in one message at the end of the pause. Raises
    SubscriptionNotFound.
    """
    with transaction():
        if subscription_id is not None:
            subscription_of(follower, subscription_id).paused_until = until
        else:
            db.session.execute(
                update(Subscription)
                .where(Subscription.follower_id == follower.id)
                .values(paused_until=until)
            )
            db.session.expire_all()
        hand_over(follower.id)
