"""A worker's hand on waiting messages: claimed, reported as sent, put off or given up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import ColumnElement, or_, select, update

from webapp.extensions import db
from webapp.following.events import passed
from webapp.following.models import Delivery, DeliveryState, Match, News, Subscription
from webapp.following.rules.timing import GIVE_UP_AFTER, wait_after
from webapp.following.rules.wishes import Cadence, Channel, Form, SubscriptionState
from webapp.following.service.deliveries import ask_to_deliver
from webapp.following.service.handing_over import hand_over
from webapp.shared import clock
from webapp.shared.transaction import transaction

CLAIM = timedelta(minutes=10)
# So long after it began, or was renewed, a claim is renewed before the next message goes: what is
# left is longer than handing one message over ever takes.
RENEW_AFTER = CLAIM / 4
_QUIET = {"synchronize_session": False}


@dataclass(frozen=True)
class Told:
    """An event in a message, and the subscription that brings it."""

    news_id: int
    subscription_id: int


@dataclass(frozen=True)
class Parcel:
    """A message in a worker's hand: to whom, how, and of which events, the oldest first. `was_held`
    is true where another worker had it before and ended without a word: it may have gone. `claim`
    names the hand that it is in."""

    claim: str
    delivery_id: int
    follower_id: int
    channel: Channel
    form: Form
    language: str
    occasion: str
    is_digest: bool
    was_held: bool
    told: tuple[Told, ...]

    @property
    def name(self) -> str:
        """What the message is called for ever, for its Message-ID."""
        return f"news.{self.delivery_id}"

    @property
    def comes_together(self) -> bool:
        """Whether it tells in one of what was to come at once, each by itself."""
        return len(self.told) > 1 and self.occasion.startswith(f"{Cadence.AT_ONCE}:")


def claim(channel: Channel, most: int) -> list[Parcel]:
    """Take up to so many messages that may go now in hand, the oldest first; no other worker takes
    the same while the claim lasts. What there is nothing to tell in any more is dropped."""
    moment = clock.now()
    name = uuid4().hex
    free = or_(Delivery.claimed_until.is_(None), Delivery.claimed_until <= moment)
    waiting = (
        select(Delivery.id, Delivery.claim)
        .where(
            Delivery.state == DeliveryState.WAITING,
            Delivery.channel == channel,
            Delivery.not_before <= moment,
            free,
        )
        .order_by(Delivery.not_before, Delivery.id)
        .limit(most)
        # Only PostgreSQL knows it; SQLite has one writer at a time.
        .with_for_update(skip_locked=True)
    )
    with transaction():
        rows = db.session.execute(waiting).all()
        if not rows:
            return []
        db.session.execute(
            update(Delivery)
            .where(Delivery.id.in_([row.id for row in rows]))
            .values(claim=name, claimed_until=moment + CLAIM, attempts=Delivery.attempts + 1)
            .execution_options(**_QUIET)
        )
    passed.send("following", boundary="claimed")
    return _parcels(name, {row.id for row in rows if row.claim is not None})


def _parcels(name: str, held: set[int]) -> list[Parcel]:
    rows = db.session.execute(
        select(Delivery, Match.news_id, Match.subscription_id, News.withdrawn_at, _fits())
        .outerjoin(Match, Match.delivery_id == Delivery.id)
        .outerjoin(News, News.id == Match.news_id)
        .outerjoin(Subscription, Subscription.id == Match.subscription_id)
        .where(Delivery.claim == name)
        .order_by(Delivery.id, Match.news_id)
    ).all()
    told: dict[int, list[Told]] = {}
    found: dict[int, Delivery] = {}
    asked: set[int] = set()
    for delivery, news_id, subscription_id, withdrawn_at, fit in rows:
        found[delivery.id] = delivery
        if news_id is not None and withdrawn_at is None:
            asked.add(delivery.id)
        if fit:
            told.setdefault(delivery.id, []).append(Told(news_id, subscription_id))
    over = found.keys() - told.keys()
    left = over & asked & held
    drop(over - left)
    _leave_to_others([found[number] for number in left])
    return [_parcel(found[number], tuple(what), number in held) for number, what in told.items()]


def _leave_to_others(over: Sequence[Delivery]) -> None:
    """Give back what a worker had in hand when it ended, and whose wish was stopped meanwhile:
    another wish of the person may bring what it tells. What none does is dropped by the next."""
    if not over:
        return
    ids, people = [one.id for one in over], {one.follower_id for one in over}
    with transaction():
        db.session.execute(
            update(Delivery)
            .where(Delivery.id.in_(ids), Delivery.state == DeliveryState.WAITING)
            .values(claim=None, claimed_until=None)
            .execution_options(**_QUIET)
        )
        for follower_id in sorted(people):
            hand_over(follower_id)
        ask_to_deliver()


def _fits() -> ColumnElement[bool]:
    """Whether a match, joined to its news and wish, may still be told: the news stands, and so does
    the wish. Who was told that a bill ended hears of what was wrong in it before, unless the person
    stopped the wish too."""
    stands = Subscription.state == SubscriptionState.CONFIRMED
    ended = Subscription.ended_by.is_not(None) & News.corrects_id.is_not(None)
    return News.withdrawn_at.is_(None) & or_(stands, ended)


def _parcel(delivery: Delivery, told: tuple[Told, ...], was_held: bool) -> Parcel:
    return Parcel(
        claim=delivery.claim or "",
        delivery_id=delivery.id,
        follower_id=delivery.follower_id,
        channel=delivery.channel,
        form=delivery.form,
        language=delivery.language,
        occasion=delivery.occasion,
        is_digest=delivery.news_id is None,
        was_held=was_held,
        told=told,
    )


def renew(name: str) -> set[int]:
    """Keep the messages of a claim in hand for as long again; gives the ids of those that still
    are: what another worker took meanwhile is not this one's to send."""
    mine = (Delivery.claim == name, Delivery.state == DeliveryState.WAITING)
    with transaction():
        db.session.execute(
            update(Delivery)
            .where(*mine)
            .values(claimed_until=clock.now() + CLAIM)
            .execution_options(**_QUIET)
        )
        return set(db.session.scalars(select(Delivery.id).where(*mine)))


def note_sent(delivery_ids: Sequence[int]) -> None:
    """Keep that these messages are in the other side's hands: they never go again."""
    _settle(delivery_ids, state=DeliveryState.SENT, sent_at=clock.now(), failure="")
    passed.send("following", boundary="noted")


def drop(delivery_ids: Iterable[int]) -> None:
    """Send these messages never: there is nothing to tell in them."""
    _settle(list(delivery_ids), state=DeliveryState.DROPPED)


def note_refused(delivery_id: int, why: str) -> None:
    """Keep that the other side will never take a message; what it tells comes by another way where
    the person has one."""
    note_unreached([delivery_id], why)


def note_unreached(delivery_ids: Sequence[int], why: str) -> None:
    """Keep that these messages reach nobody by their way; what they tell comes by another where
    the person has one."""
    if not delivery_ids:
        return
    with transaction():
        people = select(Delivery.follower_id).where(Delivery.id.in_(delivery_ids)).distinct()
        _settle(delivery_ids, state=DeliveryState.FAILED, failure=why[:1000])
        for follower_id in db.session.scalars(people.order_by(Delivery.follower_id)).all():
            hand_over(follower_id)


def note_put_off(delivery_id: int, why: str, unmade: bool = False) -> timedelta:
    """Let a message rest that the other side did not take for now, or (`unmade`) that could not be
    put together here: twice as long each time and up to 72 hours since it was first put off; then
    it is given up, and what it tells comes by another way where the person has one. Gives how long
    it rests."""
    with transaction():
        delivery = db.session.get_one(Delivery, delivery_id)
        db.session.refresh(delivery)
        delivery.put_off += 1
        delivery.first_put_off_at = delivery.first_put_off_at or clock.now()
        delivery.unmade_at = clock.now() if unmade else None
        delivery.failure = why[:1000]
        delivery.claim = delivery.claimed_until = None
        wait = wait_after(delivery.put_off)
        delivery.not_before = clock.now() + wait
        if clock.now() - delivery.first_put_off_at >= GIVE_UP_AFTER:
            delivery.state = DeliveryState.FAILED
            hand_over(delivery.follower_id)
    return wait


def let_go(name: str, why: str, wait: timedelta) -> None:
    """Give back what a claim still holds and could not go, as nobody could: the mail server is
    away, or the time of the round is over. That is held against none of them: they wait on, for
    however long (the monitor says that they are late)."""
    with transaction():
        db.session.execute(
            update(Delivery)
            .where(Delivery.claim == name, Delivery.state == DeliveryState.WAITING)
            .values(
                claim=None,
                claimed_until=None,
                not_before=clock.now() + wait,
                failure=why[:1000],
            )
            .execution_options(**_QUIET)
        )


def _settle(delivery_ids: Sequence[int], **values: object) -> None:
    if not delivery_ids:
        return
    with transaction():
        db.session.execute(
            update(Delivery)
            .where(Delivery.id.in_(delivery_ids), Delivery.state == DeliveryState.WAITING)
            .values(claim=None, claimed_until=None, **values)
            .execution_options(**_QUIET)
        )
