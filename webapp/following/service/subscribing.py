"""Subscriptions: asked for, confirmed, changed, paused, stopped."""

from collections.abc import Sequence

from sqlalchemy import exists, select, update

from webapp.extensions import db
from webapp.following.models import Follower, Subscription
from webapp.following.rules import tokens
from webapp.following.rules.subjects import SubjectKind, bill_key, search_key
from webapp.following.rules.tokens import Scope
from webapp.following.rules.wishes import (
    SENT_CHANNELS,
    Channel,
    SubscriptionState,
    Wish,
    WishFault,
    cadence_of,
    faults,
    mask,
)
from webapp.following.service.contacts import Contact, follower_for
from webapp.following.service.followers import LinkOver, follower_by_id, follower_of_email
from webapp.following.service.handing_over import after_stop, hand_over
from webapp.following.service.searches import keep_search
from webapp.shared import clock
from webapp.shared.errors import NotFound, Refused
from webapp.shared.outbox import enqueue
from webapp.shared.transaction import transaction


class WishRefused(Refused):
    """A wish that cannot be kept; `faults` says why."""

    def __init__(self, found: Sequence[WishFault]) -> None:
        self.faults = tuple(found)
        super().__init__(", ".join(found))


class SubscriptionNotFound(NotFound):
    """The follower has no such subscription."""


def ask_to_follow(wish: Wish, contact: Contact, secret: str) -> Subscription:
    """Note a wish. By e-mail the address's owner is asked to confirm it, by LINE a message with a
    code does; what else proves itself (a signed link, an account, a browser, a feed that only its
    address opens) begins at once.

    Asking twice sends the letter again. Who follows already is told so in the letter, never on the
    page: the page must not say who follows what. Raises WishRefused.
    """
    _check(wish)
    with transaction():
        follower = follower_for(contact, wish.language, secret)
        subscription = _kept(follower, wish)
        follows = subscription.state is SubscriptionState.CONFIRMED
        proved = _is_proved(wish, contact, follower)
        if not follows or proved:
            _write(subscription, wish)
        if not follows and proved:
            subscription.state = SubscriptionState.CONFIRMED
            subscription.confirmed_at = clock.now()
        subscription.asked_at = clock.now()
        follower.ended_at = None
        db.session.flush()
        if proved:
            speak_as(subscription)
        if not proved and wish.channel is Channel.EMAIL:
            _ask_confirmation(subscription, contact)
    return subscription


def _ask_confirmation(subscription: Subscription, contact: Contact) -> None:
    number = subscription.id
    enqueue("following.ask_confirmation", subscription_id=number, asking_id=contact.asking_id)


def _is_proved(wish: Wish, contact: Contact, follower: Follower) -> bool:
    """Whether news may begin to come: what is fetched is only for its own address; LINE is proved
    by a message from there (see `lining`), a browser by what it gave."""
    known = contact.follower_id is not None
    return {
        Channel.EMAIL: known,
        Channel.LINE: bool(contact.line_user) or (known and follower.line_user is not None),
        Channel.PUSH: bool(contact.push) or (known and follower.push is not None),
    }.get(wish.channel, True)


def _check(wish: Wish) -> None:
    if found := faults(wish):
        raise WishRefused(found)


def _kept(follower: Follower, wish: Wish) -> Subscription:
    """The follower's subscription to this subject by this channel, asked for anew if it is new or
    was stopped."""
    key, search_id = _subject_key(wish)
    found = db.session.scalar(
        select(Subscription).where(
            Subscription.follower_id == follower.id,
            Subscription.subject_key == key,
            Subscription.channel == wish.channel,
        )
    )
    if found is None:
        found = Subscription(follower_id=follower.id, subject_key=key, search_id=search_id)
        found.key_version = 1
        found.state = SubscriptionState.ASKED
        found.channel = wish.channel
        db.session.add(found)
    elif found.state is SubscriptionState.STOPPED:
        found.state = SubscriptionState.ASKED
        # The links of the earlier subscription must not act on the new one.
        found.key_version += 1
        found.stopped_at = found.ended_by = None
    return found


def _subject_key(wish: Wish) -> tuple[str, int | None]:
    subject = wish.subject
    if subject.kind is not SubjectKind.SEARCH:
        return subject.key, None
    search = keep_search(subject.typed, subject.filters)
    return search_key(search.id), search.id


def _write(subscription: Subscription, wish: Wish) -> None:
    subscription.kinds = mask(wish.kinds, wish.subject.kind)
    subscription.cadence = cadence_of(wish)
    subscription.weekday, subscription.hour = wish.weekday, wish.hour
    subscription.language, subscription.form = wish.language, wish.form


def speak_as(subscription: Subscription) -> None:
    """Let the person's own feed, podcast and calendar, which hold all that is followed, speak the
    language just chosen: that of one of them where any is followed, else of any wish. In the
    caller's transaction."""
    follower = subscription.follower or follower_by_id(subscription.follower_id)
    fetched = subscription.channel not in SENT_CHANNELS
    others = [one for one in subscriptions_of(follower) if one.channel not in SENT_CHANNELS]
    if fetched or not others:
        follower.language = subscription.language


def stop(token: str, secret: str) -> Subscription:
    """Stop following; stopping twice is no error. Raises `LinkOver`."""
    with transaction():
        subscription = opened(token, Scope.STOP, secret)
        _stop(subscription)
        after_stop(subscription.follower_id)
    return subscription


def _stop(subscription: Subscription) -> None:
    if subscription.state is not SubscriptionState.STOPPED:
        subscription.state = SubscriptionState.STOPPED
        subscription.stopped_at = clock.now()
    # What the person stopped stays stopped, though the end of its bill be taken back.
    subscription.ended_by = None


def opened(token: str, scope: Scope, secret: str) -> Subscription:
    """The subscription whose link this is. Raises `LinkOver`."""
    number = tokens.id_in(token)
    subscription = db.session.get(Subscription, number) if number is not None else None
    if subscription is None or not tokens.is_genuine(
        token, secret, subscription.id, scope, subscription.key_version
    ):
        raise LinkOver
    if scope is Scope.CONFIRM and not _may_confirm(subscription):
        raise LinkOver
    return subscription


def _may_confirm(subscription: Subscription) -> bool:
    if subscription.state is SubscriptionState.STOPPED:
        return False
    return clock.now() - subscription.asked_at <= tokens.CONFIRM_WITHIN


def link_token(subscription: Subscription, scope: Scope, secret: str) -> str:
    """The token for a link in a letter."""
    return tokens.token(secret, subscription.id, scope, subscription.key_version)


def subscriptions_of(follower: Follower) -> Sequence[Subscription]:
    """What a follower follows, the oldest wish first; what is stopped or not confirmed is not."""
    return db.session.scalars(
        select(Subscription)
        .where(
            Subscription.follower_id == follower.id,
            Subscription.state == SubscriptionState.CONFIRMED,
        )
        .order_by(Subscription.id)
    ).all()


def is_anything_followed() -> bool:
    """Whether anybody follows anything."""
    confirmed = exists().where(Subscription.state == SubscriptionState.CONFIRMED)
    return bool(db.session.scalar(select(confirmed)))


def is_bill_followed(bill_id: int) -> bool:
    """Whether anybody follows this bill by name."""
    confirmed = exists().where(
        Subscription.subject_key == bill_key(bill_id),
        Subscription.state == SubscriptionState.CONFIRMED,
    )
    return bool(db.session.scalar(select(confirmed)))


def get_subscription(subscription_id: int) -> Subscription | None:
    """The subscription with this database id; None where there is none."""
    return db.session.get(Subscription, subscription_id)


def subscription_of(follower: Follower, subscription_id: int) -> Subscription:
    """A follower's own confirmed subscription. Raises SubscriptionNotFound."""
    found = db.session.get(Subscription, subscription_id)
    mine = found is not None and found.follower_id == follower.id
    if found is None or not mine or found.state is not SubscriptionState.CONFIRMED:
        raise SubscriptionNotFound(str(subscription_id))
    return found


def change(follower: Follower, subscription_id: int, wish: Wish) -> Subscription:
    """Keep another cadence, form, language or other kinds; the subject and the channel stay.

    What waits comes as it is asked for now: not at all where it is only for the feed.

    Raises SubscriptionNotFound and WishRefused.
    """
    _check(wish)
    with transaction():
        subscription = subscription_of(follower, subscription_id)
        _write(subscription, wish)
        speak_as(subscription)
        hand_over(follower.id)
    return subscription


def stop_one(follower: Follower, subscription_id: int) -> Subscription:
    """Stop one subscription from the follower's own list. Raises SubscriptionNotFound."""
    with transaction():
        subscription = subscription_of(follower, subscription_id)
        _stop(subscription)
        after_stop(follower.id)
    return subscription


def stop_all(follower: Follower) -> int:
    """Stop everything that a follower follows; gives how many subscriptions that were."""
    with transaction():
        found = subscriptions_of(follower)
        for subscription in found:
            _stop(subscription)
        db.session.execute(
            update(Subscription)
            .where(Subscription.follower_id == follower.id)
            .values(ended_by=None)
        )
        after_stop(follower.id)
    return len(found)


def ask_for_list(email: str, language: str, secret: str) -> None:
    """Have the list of what an address follows sent to that address, if it follows anything."""
    with transaction():
        found = follower_of_email(email, secret)
        if found is not None and subscriptions_of(found):
            enqueue("following.send_list", follower_id=found.id, language=language)


def following_of(follower_id: int) -> Sequence[Subscription]:
    """The confirmed subscriptions of the follower with this database id."""
    return subscriptions_of(follower_by_id(follower_id))
