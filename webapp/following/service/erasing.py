"""Forgetting: 28 days after the last subscription ended, and wishes that nobody confirmed."""

from sqlalchemy import delete, exists, select, update

from webapp.extensions import db
from webapp.following.models import (
    Delivery,
    Follower,
    Match,
    News,
    SavedSearch,
    SearchTerm,
    Subscription,
)
from webapp.following.rules.subjects import SubjectKind
from webapp.following.rules.timing import ERASE_AFTER
from webapp.following.rules.tokens import CONFIRM_WITHIN
from webapp.following.rules.wishes import SubscriptionState
from webapp.following.service.followers import erase, note_end
from webapp.shared import clock
from webapp.shared.transaction import transaction

_BATCH = 200


def erase_ended() -> int:
    """Erase the followers who have followed nothing for 28 days, their addresses and all else of
    them; gives how many. Searches that nobody follows any more go too."""
    _drop_unconfirmed()
    done = 0
    over = Follower.ended_at <= clock.now() - ERASE_AFTER
    while found := db.session.scalars(select(Follower).where(over).limit(_BATCH)).all():
        with transaction():
            for follower in found:
                erase(follower)
        done += len(found)
    _drop_searches()
    return done


def forget_complaint(complaint_id: int) -> None:
    """Forget who followed a message that was erased, and what they were told of it; who followed
    nothing else is erased too."""
    key = f"{SubjectKind.COMPLAINT}:{complaint_id}"
    with transaction():
        mine = select(Subscription.id).where(Subscription.subject_key == key)
        people = set(
            db.session.scalars(
                select(Subscription.follower_id).where(Subscription.subject_key == key)
            )
        )
        news = select(News.id).where(News.complaint_id == complaint_id)
        db.session.execute(
            delete(Match).where(Match.news_id.in_(news) | Match.subscription_id.in_(mine))
        )
        db.session.execute(delete(Delivery).where(Delivery.news_id.in_(news)))
        db.session.execute(delete(Subscription).where(Subscription.subject_key == key))
        db.session.execute(delete(News).where(News.complaint_id == complaint_id))
        db.session.expire_all()
        for follower_id in people:
            _end_or_erase(follower_id)


def _end_or_erase(follower_id: int) -> None:
    """Erase a follower who has no wish left at all; else keep since when none goes on."""
    note_end(follower_id)
    never = ~exists().where(Subscription.follower_id == follower_id)
    gone = (Follower.id == follower_id, Follower.joined_id.is_(None), never)
    follower = db.session.scalar(select(Follower).where(*gone))
    if follower is not None:
        erase(follower)


def _drop_unconfirmed() -> None:
    """A wish whose link to confirm is over was no wish; its address is given up with it. One that
    went on before, was stopped and asked for again is stopped again: it has a past."""
    old = (
        Subscription.state == SubscriptionState.ASKED,
        Subscription.asked_at <= clock.now() - CONFIRM_WITHIN,
    )
    with transaction():
        rows = db.session.execute(select(Subscription.id, Subscription.follower_id).where(*old))
        people = {row.follower_id for row in rows}
        db.session.execute(
            update(Subscription)
            .where(*old, Subscription.confirmed_at.is_not(None))
            .values(state=SubscriptionState.STOPPED, stopped_at=clock.now())
        )
        db.session.execute(delete(Subscription).where(*old))
        db.session.expire_all()
        for follower_id in people:
            _end_or_erase(follower_id)


def _drop_searches() -> None:
    used = select(Subscription.search_id).where(Subscription.search_id.is_not(None))
    with transaction():
        db.session.execute(delete(SearchTerm).where(SearchTerm.search_id.not_in(used)))
        db.session.execute(delete(SavedSearch).where(SavedSearch.id.not_in(used)))
