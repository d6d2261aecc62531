"""Messages: made of what people are to hear, claimed by one worker at a time, reported on.

A message is a row before anybody sends it, and stays one until somebody reports that it went. A
worker that ends in between leaves a claim that runs out; whoever takes the message up then sends
it under the same Message-ID, so that a mail program shows it once.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, exists, insert, literal, or_, select, update

from webapp.extensions import db
from webapp.following.events import passed
from webapp.following.models import (
    Delivery,
    DeliveryState,
    Follower,
    Match,
    News,
    Subscription,
)
from webapp.following.rules.wishes import (
    SENT_CHANNELS,
    Cadence,
    Channel,
    SubscriptionState,
)
from webapp.shared import clock
from webapp.shared.outbox import enqueue_once

# As many workers may send mail at once; each claims messages of its own.
LANES = 2
QUIET = {"synchronize_session": False}


def ask_to_deliver() -> None:
    """Have waiting messages sent, in the caller's transaction."""
    for channel in SENT_CHANNELS:
        for lane in range(LANES if channel is Channel.EMAIL else 1):
            enqueue_once("following.deliver", channel=str(channel), lane=lane)


def make_immediate(news: News) -> int:
    """Make a message for everybody who is to hear of news at once, in the caller's transaction;
    gives how many."""
    occasion = f"news:{news.id}"
    moment = clock.now()
    here = (Match.news_id == news.id, Match.waits, *goes_now(moment))
    made = db.session.execute(
        insert(Delivery)
        .from_select(
            COLUMNS,
            select(
                Match.follower_id,
                literal(occasion),
                literal(news.id),
                Subscription.channel,
                Subscription.form,
                Subscription.language,
                *fresh(moment),
            )
            .join_from(Match, Subscription, Subscription.id == Match.subscription_id)
            .join(Follower, Follower.id == Match.follower_id)
            .where(*here, Subscription.cadence == Cadence.AT_ONCE),
        )
        .execution_options(preserve_rowcount=True)
    )
    delivery = (
        select(Delivery.id)
        .where(Delivery.occasion == occasion, Delivery.follower_id == Match.follower_id)
        .scalar_subquery()
    )
    db.session.execute(
        update(Match)
        .where(
            Match.news_id == news.id,
            Match.waits,
            exists().where(
                Delivery.occasion == occasion, Delivery.follower_id == Match.follower_id
            ),
        )
        .values(waits=False, delivery_id=delivery)
        .execution_options(**QUIET)
    )
    passed.send("following", boundary="messages made")
    return int(made.rowcount)  # type: ignore[attr-defined]


COLUMNS = [
    "follower_id", "occasion", "news_id", "channel", "form", "language", "state", "made_at",
    "not_before", "attempts", "put_off", "failure",
]  # fmt: skip


def fresh(moment: datetime) -> tuple[object, ...]:
    """The values of a message that nobody has had in hand yet."""
    when = literal(moment, Delivery.made_at.type)
    state = literal(DeliveryState.WAITING, Delivery.state.type)
    return state, when, when, literal(0), literal(0), literal("")


def goes_now(moment: datetime) -> tuple[ColumnElement[bool], ...]:
    """The conditions under which a subscription is sent anything now."""
    return (
        Subscription.state == SubscriptionState.CONFIRMED,
        or_(Subscription.paused_until.is_(None), Subscription.paused_until <= moment),
        or_(Subscription.channel != Channel.EMAIL, Follower.mail_stopped_at.is_(None)),
    )
