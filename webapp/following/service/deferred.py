"""Messages that the other side has put off: to whom, and whether that is the person's own trouble.

How many went is counted at the time at which they were put off: an hour of no mail makes no outage
of a few full mailboxes, and hours of other mail do not hide that a provider took none of one event.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select

from webapp.extensions import db
from webapp.following.models import Delivery, DeliveryState, Follower
from webapp.following.rules.deferring import MANY_PEOPLE, is_trouble
from webapp.following.rules.timing import LATE_AFTER
from webapp.following.rules.wishes import Channel
from webapp.following.service.followers import follower_ids
from webapp.shared import clock
from webapp.shared.mail import status_in

_HOUR = timedelta(hours=1)
# Who was reached this much before or after counts too: an event's messages take some minutes.
_AROUND = timedelta(minutes=30)


@dataclass(frozen=True)
class Waiting:
    """Messages of one channel that wait for one person: how many, since when the other side puts
    them off, and with which status (RFC 3463; "" where it gave none) the last."""

    channel: Channel
    messages: int
    since: datetime
    status: str


@dataclass(frozen=True)
class PutOff:
    """That a message to somebody was first put off at a moment."""

    follower_id: int
    since: datetime


def is_put_off() -> ColumnElement[bool]:
    """Whether a waiting message is one that the other side put off. What we could not put together
    is none, nor what nobody tries again in time: that is ours."""
    return (
        (Delivery.put_off > 0)
        & Delivery.unmade_at.is_(None)
        & (Delivery.not_before > clock.now() - LATE_AFTER)
    )


def people_put_off() -> int:
    """For how many people messages wait that the other side put off."""
    people = select(func.count(Delivery.follower_id.distinct()))
    waiting = Delivery.state == DeliveryState.WAITING
    return db.session.scalar(people.where(waiting, is_put_off())) or 0


def is_provider_trouble(found: Sequence[PutOff]) -> bool:
    """Whether so many people have messages put off, of one hour or of all the time since the first,
    that it is not each one's own trouble."""
    if not found:
        return False
    by_hour: dict[datetime, set[int]] = {}
    for one in found:
        hour = one.since.replace(minute=0, second=0, microsecond=0)
        by_hour.setdefault(hour, set()).add(one.follower_id)
    spans = [(hour, hour + _HOUR, people) for hour, people in by_hour.items()]
    spans.append((min(by_hour), clock.now(), {one.follower_id for one in found}))
    return any(_is_trouble(*span) for span in spans)


def _is_trouble(begin: datetime, end: datetime, people: Collection[int]) -> bool:
    if len(people) < MANY_PEOPLE:
        return False
    reached = db.session.scalar(
        select(func.count(Delivery.follower_id.distinct())).where(
            Delivery.sent_at >= begin - _AROUND, Delivery.sent_at < end + _AROUND
        )
    )
    return is_trouble(len(people), reached or 0)


def put_off_to(follower: Follower) -> list[Waiting]:
    """What waits for a person as the other side puts it off, by channel."""
    rows = db.session.scalars(
        select(Delivery)
        .where(
            Delivery.follower_id.in_(follower_ids(follower)),
            Delivery.state == DeliveryState.WAITING,
            is_put_off(),
        )
        .order_by(Delivery.id)
    ).all()
    found = []
    for channel in dict.fromkeys(one.channel for one in rows):
        own = [one for one in rows if one.channel is channel]
        since = min(one.first_put_off_at or one.made_at for one in own)
        found.append(Waiting(channel, len(own), since, status_in(own[-1].failure)))
    return found
