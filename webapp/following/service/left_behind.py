"""What was matched for a follower at the very moment at which it became another's.

Matching reads whose a wish is, and writes that somebody is to hear. Where the wish changes hands in
between (see `joining`) neither sees the other: the match stays with who had the wish. So the change
is looked after once more, when every matching that had begun before it has ended.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from webapp.extensions import db
from webapp.following.models import DeliveryState, Match, Subscription
from webapp.following.rules.timing import LOOKED_AFTER
from webapp.following.rules.wishes import SubscriptionState
from webapp.following.service.followers import person
from webapp.following.service.handing_over import hand_over
from webapp.following.service.joining import rank_of
from webapp.shared.outbox import enqueue_later, enqueue_once
from webapp.shared.transaction import transaction


def bring_along(before_id: int, heirs: Sequence[Sequence[int]]) -> int:
    """Bring what is still a follower's to whose the wish is that took the place of the one that
    brought it: `heirs` are pairs of the ids of these wishes. Gives how many events. What a worker
    has in hand is looked after later. Done twice, the second time does nothing."""
    wishes = {int(old): int(new) for old, new in heirs}
    with transaction():
        left = _left(before_id, wishes)
        free = [one for one in left if not _is_in_hand(one)]
        people = {
            _bring(match, heir)
            for match in free
            if (heir := db.session.get(Subscription, wishes[match.subscription_id])) is not None
        }
        db.session.flush()
        for follower_id in sorted(people):
            hand_over(follower_id)
        # What was matched for the right one has no message either that was made for the other.
        enqueue_once("following.gather")
        if len(free) < len(left):
            again = {"before_id": before_id, "heirs": [list(pair) for pair in heirs]}
            enqueue_later("following.bring_along", LOOKED_AFTER, **again)
    return len(free)


def _left(before_id: int, wishes: Mapping[int, int]) -> list[Match]:
    """What these wishes brought a follower whose they are not, or under whom they were stopped."""
    found = db.session.scalars(
        select(Match)
        .where(Match.follower_id == before_id, Match.subscription_id.in_(list(wishes)))
        .order_by(Match.news_id)
        .with_for_update()
    ).all()
    return [one for one in found if not _is_own(one)]


def _is_own(match: Match) -> bool:
    """Whether a follower has asked for the same anew since."""
    wish = match.subscription
    return wish.follower_id == match.follower_id and wish.state is SubscriptionState.CONFIRMED


def _is_in_hand(match: Match) -> bool:
    delivery = match.delivery
    waits = delivery is not None and delivery.state is DeliveryState.WAITING
    return delivery is not None and waits and delivery.claim is not None


def _bring(match: Match, heir: Subscription) -> int:
    """Make what was matched the heir's; gives whose that is. A message that has not gone was for a
    way that leads to nobody now: another is made."""
    follower = person(heir.follower)
    delivery = match.delivery
    if delivery is not None and delivery.state is not DeliveryState.SENT:
        if delivery.state is DeliveryState.WAITING:
            delivery.state = DeliveryState.DROPPED
        match.waits, match.delivery = True, None
    own = db.session.get(Match, (match.news_id, follower.id))
    if own is None:
        match.follower_id, match.subscription = follower.id, heir
        return follower.id
    if rank_of(match) < rank_of(own):
        own.subscription, own.waits, own.delivery = heir, match.waits, match.delivery
    db.session.delete(match)
    return follower.id
