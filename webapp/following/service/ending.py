"""Wishes that end with what they are for: a bill that is finally over brings nothing more.

Whoever was told of the end was told that it is the last message. Where the end turns out to have
been recorded by mistake, the wish goes on.
"""

from collections.abc import Sequence

from sqlalchemy import Select, String, and_, cast, exists, literal, or_, select

from webapp.bills import service as bills
from webapp.extensions import db
from webapp.following.models import Delivery, DeliveryState, Match, News, Subscription
from webapp.following.rules.subjects import SubjectKind, bill_key
from webapp.following.rules.timing import FAILED_KEPT_FOR
from webapp.following.rules.wishes import NewsKind, SubscriptionState
from webapp.following.service.followers import note_end
from webapp.following.service.handing_over import after_stop
from webapp.shared import clock
from webapp.shared.transaction import transaction

_BATCH = 200


def stop_ended() -> int:
    """Stop the wishes for bills that are finally over, of all who were told; gives how many."""
    return sum(_stop_told(news) for news in _ends() if _is_last_of_bill(news))


def revive(news: News) -> None:
    """Let wishes go on that this news of an end had stopped, in the caller's transaction."""
    for wish in db.session.scalars(select(Subscription).where(Subscription.ended_by == news.id)):
        wish.state, wish.stopped_at, wish.ended_by = SubscriptionState.CONFIRMED, None, None
        note_end(wish.follower_id)


def _ends() -> Sequence[News]:
    """The news of ends of bills that somebody still follows by name."""
    key = literal(f"{SubjectKind.BILL}:").concat(cast(News.bill_id, String))
    followed = exists().where(
        Subscription.subject_key == key, Subscription.state == SubscriptionState.CONFIRMED
    )
    return db.session.scalars(
        select(News).where(
            News.kind == NewsKind.BILL_ENDED,
            News.matched_at.is_not(None),
            News.withdrawn_at.is_(None),
            followed,
        )
    ).all()


def _is_last_of_bill(news: News) -> bool:
    state = bills.bill_state(bills.bill_by_id(news.bill_id or 0))
    last = state.last_step
    return state.is_final and last is not None and last.id == news.step_id


def _stop_told(news: News) -> int:
    done = 0
    while True:
        with transaction():
            found = db.session.scalars(_wishes_of_told(news).limit(_BATCH)).all()
            for wish in found:
                wish.state, wish.stopped_at = SubscriptionState.STOPPED, clock.now()
                wish.ended_by = news.id
            for follower_id in {wish.follower_id for wish in found}:
                after_stop(follower_id)
        done += len(found)
        if len(found) < _BATCH:
            return done


def _wishes_of_told(news: News) -> Select[Subscription]:
    """The wishes for the bill of those to whom the news has gone, or who have it in a feed; of
    those whom it could not reach once nobody tries any more."""
    over = Delivery.made_at <= clock.now() - FAILED_KEPT_FOR
    told = (
        select(Match.follower_id)
        .outerjoin(Delivery, Delivery.id == Match.delivery_id)
        .where(
            Match.news_id == news.id,
            ~Match.waits,
            or_(
                Match.delivery_id.is_(None),
                Delivery.state == DeliveryState.SENT,
                and_(Delivery.state != DeliveryState.WAITING, over),
            ),
        )
    )
    return select(Subscription).where(
        Subscription.subject_key == bill_key(news.bill_id or 0),
        Subscription.state == SubscriptionState.CONFIRMED,
        # Who asked for it after the end wants what comes all the same.
        Subscription.confirmed_at <= news.matched_at,
        Subscription.follower_id.in_(told),
    )
