"""A rush of events: who hears of very many at once hears of them together.

An import brings documents by the hundred. So many messages as `MOST_AT_ONCE` come to one person one
by one within an hour; what is more waits some minutes and comes in one message, and so does what is
still to go of those before it. Nothing of this is kept anywhere but in matches and messages, so it
comes once as all else does.
"""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import ColumnElement, func, or_, select, text, update

from webapp.extensions import db
from webapp.following.models import Delivery, DeliveryState, Follower, Match, News, Subscription
from webapp.following.rules.timing import GATHERED_AFTER, MOST_AT_ONCE, RUSH_WITHIN
from webapp.following.rules.wishes import Cadence
from webapp.following.service.deliveries import QUIET, goes_now
from webapp.shared import clock
from webapp.shared.outbox import enqueue_later

# Any number, the same in every worker, and not that of `digests`.
_LOCK = 7_410_002


def begin_of_rush() -> int | None:
    """The id of the first news of the last hour, in the caller's transaction, where there was so
    much that somebody may have heard enough; None where nobody can have."""
    known = select(News.id).where(or_(News.matched_at.is_(None), News.matched_at > _since()))
    # From half of it on, as of what others match at this moment nothing is seen yet.
    if len(db.session.execute(known.limit(MOST_AT_ONCE // 2)).all()) < MOST_AT_ONCE // 2:
        return None
    _one_at_a_time()
    # What is matched now counts from here on.
    return db.session.scalar(select(func.min(News.id)).where(News.matched_at > _since()))


def _since() -> datetime:
    return clock.now() - RUSH_WITHIN


def _one_at_a_time() -> None:
    """What one worker matches in a rush is counted by the next; SQLite has one writer anyway."""
    if db.session.connection().dialect.name == "postgresql":
        db.session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def has_heard_enough(follower_id: ColumnElement[int], begin: int) -> ColumnElement[bool]:
    """Whether somebody was told, or is to be told, of so many events at once within the hour that
    the next comes together with others; `begin` is the first news of the hour."""
    heard = (
        select(func.count())
        .select_from(Match)
        .join(News, News.id == Match.news_id)
        .join(Subscription, Subscription.id == Match.subscription_id)
        .where(
            Match.follower_id == follower_id,
            Match.news_id >= begin,
            News.matched_at > _since(),
            Subscription.cadence == Cadence.AT_ONCE,
            or_(Match.waits, Match.delivery_id.is_not(None)),
        )
    )
    return heard.scalar_subquery() >= MOST_AT_ONCE


def gather(news: News) -> None:
    """Let what nobody has had in hand yet wait with this news, of those for whom it waits though
    they hear at once, and have it told together in some minutes, in the caller's transaction."""
    held = (
        select(Match.follower_id)
        .join(Subscription, Subscription.id == Match.subscription_id)
        .join(Follower, Follower.id == Match.follower_id)
        .where(
            Match.news_id == news.id,
            Match.waits,
            Subscription.cadence == Cadence.AT_ONCE,
            *goes_now(clock.now()),
        )
    )
    if db.session.execute(held.limit(1)).first() is None:
        return
    # Taken in hand as by a worker, so that no worker sends what is taken apart here.
    hand = uuid4().hex
    db.session.execute(
        update(Delivery)
        .where(
            Delivery.follower_id.in_(held),
            Delivery.state == DeliveryState.WAITING,
            Delivery.news_id.is_not(None),
            Delivery.claim.is_(None),
            # One that was in hand may have gone, and would come twice.
            Delivery.attempts == 0,
        )
        .values(claim=hand)
        .execution_options(**QUIET)
    )
    taken = select(Delivery.id).where(Delivery.claim == hand)
    db.session.execute(
        update(Match)
        .where(Match.delivery_id.in_(taken))
        .values(waits=True, delivery_id=None)
        .execution_options(**QUIET)
    )
    db.session.execute(
        update(Delivery)
        .where(Delivery.claim == hand)
        .values(state=DeliveryState.DROPPED, claim=None)
        .execution_options(**QUIET)
    )
    enqueue_later("following.gather", GATHERED_AFTER)
