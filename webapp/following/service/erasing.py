"""Forgetting: 28 days after the last subscription ended, and wishes that nobody confirmed."""

from sqlalchemy import delete, exists, select

from webapp.extensions import db
from webapp.following.models import Follower, SavedSearch, SearchTerm, Subscription
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


def _drop_unconfirmed() -> None:
    """A wish whose link to confirm is over was no wish; its address is given up with it."""
    old = (
        Subscription.state == SubscriptionState.ASKED,
        Subscription.asked_at <= clock.now() - CONFIRM_WITHIN,
    )
    with transaction():
        rows = db.session.execute(select(Subscription.id, Subscription.follower_id).where(*old))
        people = {row.follower_id for row in rows}
        db.session.execute(delete(Subscription).where(*old))
        db.session.expire_all()
        for follower_id in people:
            note_end(follower_id)
            never = ~exists().where(Subscription.follower_id == follower_id)
            follower = db.session.scalar(select(Follower).where(Follower.id == follower_id, never))
            if follower is not None:
                erase(follower)


def _drop_searches() -> None:
    used = select(Subscription.search_id).where(Subscription.search_id.is_not(None))
    with transaction():
        db.session.execute(delete(SearchTerm).where(SearchTerm.search_id.not_in(used)))
        db.session.execute(delete(SavedSearch).where(SavedSearch.id.not_in(used)))
