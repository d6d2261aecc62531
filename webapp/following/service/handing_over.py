"""What waits for somebody is handed from a wish that brings nothing now to another that does.

Each event has one match for a person, held by the most urgent wish. Where that wish is stopped,
paused, or its mail comes back, the person's other wishes that met the same event still stand.
A message that could not be brought leaves what it tells to a wish of another channel; without one
that is told when the same way works again (see `missing`).
"""

from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement, or_, select

from webapp.extensions import db
from webapp.following.models import Delivery, DeliveryState, Follower, Match, News, Subscription
from webapp.following.rules.timing import FAILED_KEPT_FOR
from webapp.following.rules.wishes import (
    URGENCY,
    Cadence,
    Channel,
    SubscriptionState,
    bits_for,
)
from webapp.following.service.followers import follower_by_id, note_end
from webapp.shared import clock

# Where a wish stands that brings nothing now; see `_ranker`.
_HELD, _ONLY_FEED = 1, 2
Rank = Callable[[Subscription], tuple[int, int, int]]


def hand_over(follower_id: int, again: bool = False) -> None:
    """Let what waits for a follower come by the best wish there is now, in the caller's
    transaction, and what failed by that of another channel; `again`: by the same too, as it works
    now. A message that a worker has in hand goes as it is."""
    db.session.flush()
    follower = follower_by_id(follower_id)
    wishes = _confirmed(follower_id)
    rank = _ranker(follower)
    for match, delivery in _held(follower_id):
        holder = match.subscription
        standing = [*wishes, holder] if _brings_corrections(holder, match) else wishes
        if rank(holder)[0] == 0 and holder in standing:
            continue
        best = min(_meeting(match.news, standing), key=rank, default=None)
        if best is not None and rank(best)[0] == 0 and _fits(delivery, best):
            match.subscription = best
        else:
            _hand(match, best)
    for match, channel in _failed(follower_id):
        meeting = _meeting(match.news, wishes)
        fit = [one for one in meeting if again or one.channel is not channel or _is_held(rank, one)]
        _hand_failed(match, min(fit, key=rank, default=None), meeting, rank)


def _brings_corrections(ended: Subscription, match: Match) -> bool:
    """Whether a wish that ended with its bill still brings this: what was wrong before the end."""
    return ended.ended_by is not None and match.news.corrects_id is not None


def after_stop(follower_id: int) -> None:
    """Do what the end of subscriptions of a follower asks for, in the caller's transaction."""
    hand_over(follower_id)
    note_end(follower_id)


def _confirmed(follower_id: int) -> Sequence[Subscription]:
    return db.session.scalars(
        select(Subscription).where(
            Subscription.follower_id == follower_id,
            Subscription.state == SubscriptionState.CONFIRMED,
        )
    ).all()


def _held(follower_id: int) -> list[tuple[Match, Delivery | None]]:
    """What waits for its hour, and what stands in messages that nobody has in hand; those are
    locked, so that nobody takes them in hand meanwhile."""
    unsent = {
        one.id: one
        for one in db.session.scalars(
            select(Delivery)
            .where(
                Delivery.follower_id == follower_id,
                Delivery.state == DeliveryState.WAITING,
                Delivery.claim.is_(None),
            )
            .with_for_update()
        )
    }
    found = db.session.scalars(
        select(Match).where(
            Match.follower_id == follower_id,
            or_(Match.waits, Match.delivery_id.in_(list(unsent))),
        )
    ).all()
    return [(match, unsent.get(match.delivery_id or 0)) for match in found]


def could_not_be_brought() -> tuple[ColumnElement[bool], ...]:
    """The conditions under which a message (joined to its news) failed lately, and what it tells is
    still so. However often it is tried anew, that ends: what is refused for what it says would come
    again for ever."""
    return (
        Delivery.state == DeliveryState.FAILED,
        Delivery.made_at > clock.now() - FAILED_KEPT_FOR,
        News.announced_at > clock.now() - 2 * FAILED_KEPT_FOR,
        News.withdrawn_at.is_(None),
    )


def _failed(follower_id: int) -> list[tuple[Match, Channel]]:
    """What could not be brought, each with the channel that failed."""
    rows = db.session.execute(
        select(Match, Delivery.channel)
        .join(Delivery, Delivery.id == Match.delivery_id)
        .join(News, News.id == Match.news_id)
        .where(Match.follower_id == follower_id, *could_not_be_brought())
    )
    return [(row[0], row[1]) for row in rows]


def _is_held(rank: Rank, wish: Subscription) -> bool:
    """Whether a wish waits for the end of a pause, or for an address that works again."""
    return rank(wish)[0] == _HELD


def _hand_failed(
    match: Match, best: Subscription | None, meeting: Sequence[Subscription], rank: Rank
) -> None:
    if best is not None and rank(best)[0] != _ONLY_FEED:
        _hand(match, best)
    elif meeting:
        # It stays failed, and is for a wish that still asks for it when the way works again.
        match.subscription = min(meeting, key=rank)


def _ranker(follower: Follower) -> Rank:
    """The order in which wishes bring an event, as matching has it: see `matching`."""
    now = clock.now()

    def rank(one: Subscription) -> tuple[int, int, int]:
        paused = one.paused_until is not None and one.paused_until > now
        stopped = one.channel is Channel.EMAIL and follower.mail_stopped_at is not None
        only_feed = one.cadence is Cadence.FEED_ONLY
        held = _ONLY_FEED if only_feed else _HELD * (paused or stopped)
        return held, URGENCY[one.cadence], one.id

    return rank


def _meeting(news: News, wishes: Sequence[Subscription]) -> list[Subscription]:
    """Those of the wishes that ask for this event; for a correction, for what it corrects."""
    corrected = db.session.get(News, news.corrects_id) if news.corrects_id else None
    asked = corrected or news
    bits = bits_for(asked.kind, asked.vote_id)
    return [one for one in wishes if one.subject_key in asked.keys and one.kinds & bits]


def _hand(match: Match, wish: Subscription | None) -> None:
    if wish is None:
        # Nobody asks for it any more; a message of it alone is dropped by whoever takes it.
        match.waits = False
        return
    match.subscription = wish
    # A later round of digests makes a message of it.
    match.delivery_id = None
    match.waits = wish.cadence is not Cadence.FEED_ONLY


def _fits(delivery: Delivery | None, wish: Subscription) -> bool:
    """Whether a message is the one that a wish would have brought."""
    if delivery is None:
        return False
    way = (wish.channel, wish.form, wish.language)
    is_same = way == (delivery.channel, delivery.form, delivery.language)
    return is_same and wish.cadence is Cadence.AT_ONCE
