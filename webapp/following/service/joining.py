"""Two followers who turn out to be one person: by one browser, one LINE account or one address.

What came to the one comes to the other from then on, each subject once by each way, and no event
comes twice: what was told to either has been told.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Select, select, update

from webapp.extensions import db
from webapp.following.models import (
    BillNote,
    Delivery,
    DeliveryState,
    Follower,
    HomeDraft,
    Match,
    Subscription,
)
from webapp.following.rules.timing import LOOKED_AFTER
from webapp.following.rules.wishes import Channel, SubscriptionState
from webapp.following.service.followers import note_end
from webapp.following.service.handing_over import hand_over
from webapp.shared import clock
from webapp.shared.outbox import enqueue_later

_WAYS = {
    Channel.EMAIL: (
        "email", "email_hash", "mail_stopped_at", "mail_stopped_why", "soft_bounces",
    ),
    Channel.LINE: ("line_user", "line_hash"),
    Channel.PUSH: ("push", "push_hash", "push_refused_at"),
}  # fmt: skip
_EMPTY = {"mail_stopped_why": "", "soft_bounces": 0}
_READING = ("preferences", "voice", "speed")
_TERMS = ("kinds", "cadence", "weekday", "hour", "language", "form", "paused_until")


def may_be_one(one: Follower, other: Follower) -> bool:
    """Whether two followers can be the same person: not where each has another address or another
    account, which both were proved."""
    return one.id != other.id and not any(
        None not in (mine, theirs) and mine != theirs
        for mine, theirs in (
            (one.email_hash, other.email_hash),
            (one.account_id, other.account_id),
        )
    )


def take_way(before: Follower, follower: Follower, channel: Channel) -> None:
    """Let what came to `before` by one way, which has turned out to be the follower's, come to the
    follower, in the caller's transaction, who then hands over what waits (see `handing_over`)."""
    _forget(before, _WAYS[channel])
    db.session.flush()
    _move(before, follower, [channel])
    note_end(before.id)


def join(before: Follower, follower: Follower) -> None:
    """Make two followers one, in the caller's transaction: wishes, notes, drafts and visits are the
    follower's from now on, ways too where there were none. Links and feeds of `before` open what
    the follower has, so that no program that fetches a feed falls silent."""
    moved = {
        name: getattr(before, name)
        for channel, names in _WAYS.items()
        if getattr(follower, names[1]) is None and getattr(before, names[1]) is not None
        for name in names
    }
    if follower.account_id is None:
        moved["account_id"] = before.account_id
    _forget(before, [name for names in _WAYS.values() for name in names])
    before.account_id = None
    db.session.flush()
    for name, value in moved.items():
        setattr(follower, name, value)
    _keep_own(before, follower)
    _move(before, follower, list(Channel))
    _move_notes(before, follower)
    _move_drafts(before, follower)
    follower.ended_at = before.ended_at = None
    db.session.execute(
        update(Follower).where(Follower.joined_id == before.id).values(joined_id=follower.id)
    )
    before.joined_id = follower.id
    hand_over(follower.id)


def _forget(follower: Follower, names: Sequence[str]) -> None:
    for name in names:
        setattr(follower, name, _EMPTY.get(name))


def _keep_own(before: Follower, follower: Follower) -> None:
    """What is one person's: since when, the last visit, how one reads, the order of the home."""
    follower.made_at = min(before.made_at, follower.made_at)
    visits = [one.visited_at for one in (before, follower) if one.visited_at is not None]
    follower.visited_at = max(visits, default=None)
    if follower.preferences is None:
        for name in _READING:
            setattr(follower, name, getattr(before, name))
    follower.home_order = follower.home_order or before.home_order
    before.preferences, before.voice, before.speed = None, "", 0
    before.home_order = before.visited_at = None


def _move(before: Follower, follower: Follower, channels: Sequence[Channel]) -> None:
    """Move the wishes of these channels, what they brought, and the messages that wait. What is
    matched for the other at this moment is brought along later (see `left_behind`)."""
    mine = {
        (one.subject_key, one.channel): one for one in db.session.scalars(_by(channels, follower))
    }
    heirs = {
        one.id: _heir(one, mine.get((one.subject_key, one.channel)), follower)
        for one in db.session.scalars(_by(channels, before)).all()
    }
    db.session.flush()
    moved = _move_messages(before.id, follower.id, channels)
    _move_matches(before.id, follower.id, heirs, moved)
    db.session.flush()
    if heirs:
        pairs = [[old, heir.id] for old, heir in sorted(heirs.items())]
        enqueue_later("following.bring_along", LOOKED_AFTER, before_id=before.id, heirs=pairs)


def _by(channels: Sequence[Channel], follower: Follower) -> Select[Subscription]:
    return select(Subscription).where(
        Subscription.follower_id == follower.id, Subscription.channel.in_(channels)
    )


def _heir(wish: Subscription, own: Subscription | None, follower: Follower) -> Subscription:
    """The follower's wish that takes the place of another's: the same row, or the one that the
    follower has of the same subject by the same way. What went on goes on."""
    if own is None:
        wish.follower = follower
        return wish
    if wish.state is SubscriptionState.CONFIRMED:
        _go_on(own, wish)
    if wish.state is not SubscriptionState.STOPPED:
        wish.state, wish.stopped_at = SubscriptionState.STOPPED, clock.now()
    return own


def _go_on(own: Subscription, wish: Subscription) -> None:
    if own.state is SubscriptionState.STOPPED:
        for name in _TERMS:
            setattr(own, name, getattr(wish, name))
        own.stopped_at = own.ended_by = None
    if own.state is not SubscriptionState.CONFIRMED:
        own.state, own.confirmed_at = SubscriptionState.CONFIRMED, clock.now()


def _move_messages(before_id: int, follower_id: int, channels: Sequence[Channel]) -> set[int]:
    """Move the messages that wait or could not be brought, and that the other follower does not
    have too; their ids. What went stays as it was: its links are signed for whom it went to."""
    query = select(Delivery).where(Delivery.channel.in_(channels))
    theirs = db.session.scalars(query.where(Delivery.follower_id == follower_id))
    taken = {_name(one) for one in theirs}
    moved = set()
    for delivery in db.session.scalars(
        query.where(
            Delivery.follower_id == before_id,
            Delivery.state.in_([DeliveryState.WAITING, DeliveryState.FAILED]),
        ).with_for_update()
    ).all():
        if _name(delivery) not in taken:
            delivery.follower_id = follower_id
            moved.add(delivery.id)
    db.session.flush()
    return moved


def _name(delivery: Delivery) -> tuple[str, ...]:
    return delivery.occasion, delivery.channel, delivery.form, delivery.language


def _move_matches(
    before_id: int, follower_id: int, heirs: Mapping[int, Subscription], moved: set[int]
) -> None:
    """Move what these wishes brought. Of an event that both know, what tells more of it counts."""
    mine = {
        one.news_id: one
        for one in db.session.scalars(select(Match).where(Match.follower_id == follower_id))
    }
    theirs = select(Match).where(
        Match.follower_id == before_id, Match.subscription_id.in_(list(heirs))
    )
    for match in db.session.scalars(theirs).all():
        heir, own = heirs[match.subscription_id], mine.get(match.news_id)
        if _stands(match.delivery) and match.delivery_id not in moved:
            # The follower has a message of this name: a later round makes another.
            match.waits, match.delivery = True, None
        if own is None:
            match.follower_id, match.subscription = follower_id, heir
            continue
        if rank_of(match) < rank_of(own):
            own.subscription, own.waits, own.delivery = heir, match.waits, match.delivery
        db.session.delete(match)


def _stands(delivery: Delivery | None) -> bool:
    """Whether a message has not gone and is in nobody's hand."""
    waits = delivery is not None and delivery.state is DeliveryState.WAITING
    return delivery is not None and waits and delivery.claim is None


def rank_of(match: Match) -> tuple[int, bool]:
    """The smaller, the more a match tells: what went, or may have gone, before what waits, that
    before what could not be brought, and that before what is only in the feed; a letter, whose
    links act on it, before other messages."""
    delivery = match.delivery
    by_letter = delivery is not None and delivery.channel is Channel.EMAIL
    held = delivery is not None and delivery.claim is not None
    if held or (delivery is not None and delivery.state is DeliveryState.SENT):
        return 0, not by_letter
    if match.waits or _stands(delivery):
        return 1, not by_letter
    failed = delivery is not None and delivery.state is DeliveryState.FAILED
    return (2 if failed else 3), not by_letter


def _move_notes(before: Follower, follower: Follower) -> None:
    """Both notes on one bill are one note, the newer first."""
    notes = select(BillNote).where(BillNote.follower_id == before.id)
    for note in db.session.scalars(notes).all():
        own = db.session.get(BillNote, (follower.id, note.bill_id))
        if own is None:
            note.follower_id = follower.id
            continue
        both = sorted((own, note), key=lambda one: one.changed_at, reverse=True)
        own.text = "\n\n".join(dict.fromkeys(one.text for one in both))
        own.changed_at = both[0].changed_at
        db.session.delete(note)


def _move_drafts(before: Follower, follower: Follower) -> None:
    drafts = select(HomeDraft).where(HomeDraft.follower_id == before.id)
    for draft in db.session.scalars(drafts).all():
        if db.session.get(HomeDraft, (follower.id, draft.draft_id)) is None:
            draft.follower_id = follower.id
        else:
            db.session.delete(draft)
