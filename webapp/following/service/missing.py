"""What has not reached somebody: shown on the person's page, and told once the way works again."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import and_, exists, literal, or_, select
from sqlalchemy.orm import aliased

from webapp.extensions import db
from webapp.following.models import Delivery, DeliveryState, Follower, Match, News, Subscription
from webapp.following.rules.wishes import Cadence, Channel, SubscriptionState
from webapp.following.service.handing_over import could_not_be_brought, hand_over
from webapp.shared import clock
from webapp.shared.transaction import transaction

# A letter that came back was reported before that.
_ARRIVED_AFTER = timedelta(days=1)
_BATCH = 200


def undelivered(follower: Follower) -> Sequence[News]:
    """What could not be brought to a follower in the last 28 days, and what waits as no mail goes
    to the address, the newest first."""
    stopped = literal(follower.mail_stopped_at is not None)
    waits = and_(stopped, Match.waits, Subscription.channel == Channel.EMAIL)
    return db.session.scalars(
        select(News)
        .join(Match, Match.news_id == News.id)
        .join(Subscription, Subscription.id == Match.subscription_id)
        .outerjoin(Delivery, Delivery.id == Match.delivery_id)
        .where(
            Match.follower_id == follower.id,
            News.withdrawn_at.is_(None),
            or_(and_(*could_not_be_brought()), waits),
        )
        .order_by(News.id.desc())
    ).all()


def bring_again() -> int:
    """Have told what failed, where a later message to the same person by the same channel went a
    day ago and did not come back; gives to how many people."""
    done = last = 0
    while True:
        with transaction():
            people = _reached_again(last)
            for follower_id in people:
                hand_over(follower_id, again=True)
        if not people:
            return done
        done, last = done + len(people), people[-1]


def _reached_again(after: int) -> Sequence[int]:
    later = aliased(Delivery)
    arrived = exists().where(
        later.follower_id == Match.follower_id,
        later.channel == Delivery.channel,
        later.id > Delivery.id,
        later.state == DeliveryState.SENT,
        later.sent_at <= clock.now() - _ARRIVED_AFTER,
    )
    return db.session.scalars(
        select(Match.follower_id)
        .join(Delivery, Delivery.id == Match.delivery_id)
        .join(News, News.id == Match.news_id)
        .join(Subscription, Subscription.id == Match.subscription_id)
        .where(
            Match.follower_id > after,
            Subscription.state == SubscriptionState.CONFIRMED,
            Subscription.cadence != Cadence.FEED_ONLY,
            *could_not_be_brought(),
            arrived,
        )
        .distinct()
        .order_by(Match.follower_id)
        .limit(_BATCH)
    ).all()
