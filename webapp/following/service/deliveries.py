"""Messages: made of what people are to hear, claimed by one worker at a time, reported on.

A message is a row before anybody sends it, and stays one until somebody reports that it went. A
worker that ends in between leaves a claim that runs out; whoever takes the message up then sends
it under the same Message-ID, so that a mail program shows it once.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, insert, literal, or_, select

from webapp.extensions import db
from webapp.following.events import passed
from webapp.following.models import (
    Delivery,
    DeliveryState,
    Follower,
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
_MAIL_IS_TAKEN = Follower.mail_stopped_at.is_(None)


def ask_to_deliver() -> None:
    """Have waiting messages sent, in the caller's transaction."""
    for channel in SENT_CHANNELS:
        for lane in range(LANES if channel is Channel.EMAIL else 1):
            enqueue_once("following.deliver", channel=str(channel), lane=lane)


def occasion_of(news_id: int | None) -> str:
    """Why a message was made that tells of this news alone."""
    return f"news:{news_id}"


def hearing(to_send: ColumnElement[bool]) -> list[ColumnElement[Any]]:
    """What is asked of the subscription through which somebody hears of news: whose it is, in which
    way, whether anything is to be sent (`waits`) and whether that goes now (`at_once`)."""
    now = and_(to_send, Subscription.cadence == Cadence.AT_ONCE, *_may_go(clock.now()))
    return [
        Subscription.follower_id.label("follower_id"),
        Subscription.id.label("subscription_id"),
        to_send.label("waits"),
        now.label("at_once"),
        Subscription.channel.label("channel"),
        Subscription.form.label("form"),
        Subscription.language.label("language"),
    ]


def make_immediate(
    news: News, hearers: Subquery, but_for: ColumnElement[bool] | None = None
) -> None:
    """Make a message for each of those hearing of news (see `hearing`) to whom it goes now,
    `but_for` some of them, in the caller's transaction. One whose match is not written after all is
    dropped unsent."""
    to = hearers.c
    now = [to.at_once] if but_for is None else [to.at_once, ~but_for]
    db.session.execute(
        insert(Delivery).from_select(
            COLUMNS,
            select(
                to.follower_id,
                literal(occasion_of(news.id)),
                literal(news.id),
                to.channel,
                to.form,
                to.language,
                *fresh(clock.now()),
            )
            .join_from(hearers, Follower, Follower.id == to.follower_id)
            .where(*now, or_(to.channel != Channel.EMAIL, _MAIL_IS_TAKEN)),
        )
    )
    passed.send("following", boundary="messages made")


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
    return (*_may_go(moment), or_(Subscription.channel != Channel.EMAIL, _MAIL_IS_TAKEN))


def _may_go(moment: datetime) -> tuple[ColumnElement[bool], ...]:
    # A wish that ended with its bill still brings corrections; nothing else waits under it.
    stands = Subscription.state == SubscriptionState.CONFIRMED
    return (
        or_(stands, Subscription.ended_by.is_not(None)),
        or_(Subscription.paused_until.is_(None), Subscription.paused_until <= moment),
    )
