"""LINE: a person proves a LINE account by sending our Official Account a short code from a page.

The code is made of the subscription's id, the hour and an HMAC; it is kept nowhere, and over after
an hour or two.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence

from sqlalchemy import Select, select

from webapp.extensions import db
from webapp.following.models import Follower, Subscription
from webapp.following.rules.wishes import Channel, SubscriptionState
from webapp.following.service.followers import LinkOver, keyed_hash
from webapp.following.service.handing_over import after_stop, hand_over
from webapp.following.service.joining import take_way
from webapp.shared import clock
from webapp.shared.receipt import ALPHABET
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

_PERIOD_SECONDS = 3600
_SIGNS = 8  # of 5 bits: nobody guesses one of 2^40 within an hour
_CODE = re.compile(r"\b(\d{1,12})-([0-9A-Z]{4})-?([0-9A-Z]{4})\b")


def line_code(subscription: Subscription) -> str:
    """What the person sends to our LINE account to prove it: "123-AB4D-9XYZ"."""
    signature = _signature(subscription, _period())
    return f"{subscription.id}-{signature[:4]}-{signature[4:]}"


def _period() -> int:
    return int(clock.now().timestamp()) // _PERIOD_SECONDS


def _signature(subscription: Subscription, period: int) -> str:
    said = f"following line:{subscription.id}:{subscription.key_version}:{period}"
    digest = hmac.new(settings().SECRET_KEY.encode(), said.encode(), hashlib.sha256).digest()
    return "".join(ALPHABET[byte % 32] for byte in digest[:_SIGNS])


def join_line(text: str, line_user: str) -> Subscription:
    """Let news come to the LINE user who sent a code. Raises `LinkOver` for a text without a code
    that is good now."""
    subscription = _named(text)
    with transaction():
        follower = subscription.follower
        hashed = keyed_hash("line", line_user, settings().SECRET_KEY)
        before = db.session.scalar(select(Follower).where(Follower.line_hash == hashed))
        if before is not None and before.id != follower.id:
            take_way(before, follower, Channel.LINE)
        follower.line_user, follower.line_hash = line_user, hashed
        if subscription.state is not SubscriptionState.CONFIRMED:
            subscription.state = SubscriptionState.CONFIRMED
            subscription.confirmed_at = clock.now()
        subscription.stopped_at = None
        # A code is good once.
        subscription.key_version += 1
        follower.ended_at = None
        hand_over(follower.id)
    return subscription


def _named(text: str) -> Subscription:
    found = _CODE.search(text.upper())
    subscription = db.session.get(Subscription, int(found[1])) if found else None
    if found is None or subscription is None or subscription.channel is not Channel.LINE:
        raise LinkOver
    if subscription.follower.joined_id is not None:
        # Who asked is somebody else by now, with a list and codes of that one.
        raise LinkOver
    given = (found[2] + found[3]).encode()
    good = [_signature(subscription, _period() - age).encode() for age in (0, 1)]
    if not any(hmac.compare_digest(given, one) for one in good):
        raise LinkOver
    return subscription


def _by(channel: Channel, follower: Follower) -> Select[Subscription]:
    return select(Subscription).where(
        Subscription.follower_id == follower.id, Subscription.channel == channel
    )


def waits_for_line(follower: Follower) -> Sequence[Subscription]:
    """The wishes of a follower that begin once a code comes by LINE, the oldest first."""
    asked = _by(Channel.LINE, follower).where(Subscription.state == SubscriptionState.ASKED)
    return db.session.scalars(asked.order_by(Subscription.id)).all()


def follower_of_line(line_user: str) -> Follower | None:
    """Who is reached by this LINE account."""
    hashed = keyed_hash("line", line_user, settings().SECRET_KEY)
    return db.session.scalar(select(Follower).where(Follower.line_hash == hashed))


def leave(follower: Follower, channel: Channel) -> None:
    """Stop all that came by LINE or to a browser and forget where that is: the person has blocked
    our account there, or the browser wants no more."""
    with transaction():
        for subscription in db.session.scalars(_by(channel, follower)):
            if subscription.state is not SubscriptionState.STOPPED:
                subscription.state = SubscriptionState.STOPPED
                subscription.stopped_at = clock.now()
        if channel is Channel.LINE:
            follower.line_user = follower.line_hash = None
        if channel is Channel.PUSH:
            follower.push = follower.push_hash = None
            follower.push_refused_at = clock.now()
        after_stop(follower.id)
