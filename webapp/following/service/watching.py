"""Whether news goes out in time: what is late, for the monitor and for /health."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, or_, select

from webapp.extensions import db
from webapp.following.models import Delivery, DeliveryState, Follower, News
from webapp.following.rules.timing import LATE_AFTER
from webapp.following.rules.wishes import Cadence, Channel
from webapp.following.service.deferred import PutOff, is_provider_trouble, is_put_off
from webapp.shared import clock, outbox
from webapp.shared.outbox import OutboxRow

# What is done at once, or some minutes later, so that messages go in time.
_SOON = ("following.tell_", "following.match", "following.gather", "following.bring_along")
# What makes messages of all that waits.
_ROUND = "following.go_round"


@dataclass(frozen=True)
class Late:
    """What should be over 15 minutes after an event and is not: work that has not begun or failed,
    news whose followers are not found, immediate messages that have not gone, and of those the ones
    that were `put_off` by the other side, to how many `people`: so many that it is a provider's
    trouble (`is_outage`), or each one's own, as with a full mailbox. What waits for an address
    whose letters came back is not late: its owner knows, and nothing is sent there."""

    work: int
    unmatched: int
    unsent: int
    put_off: int
    people: int
    is_outage: bool

    @property
    def is_late(self) -> bool:
        """Whether somebody must look."""
        ours = self.unsent - self.put_off
        return bool(self.work or self.unmatched or ours or self.is_outage)


def late() -> Late:
    """What is late now."""
    before = clock.now() - LATE_AFTER
    old = News.recorded_at <= before
    # What one wish left to another, and what a pause held back, has several news, or none as yet.
    at_once = Delivery.occasion.startswith(f"{Cadence.AT_ONCE}:", autoescape=True)
    handed = at_once & (Delivery.made_at <= before)
    waiting = (
        select(Delivery.follower_id, _since(), is_put_off().label("is_put_off"))
        .outerjoin(News, News.id == Delivery.news_id)
        .join(Follower, Follower.id == Delivery.follower_id)
        .where(
            Delivery.state == DeliveryState.WAITING,
            or_(Delivery.channel != Channel.EMAIL, Follower.mail_stopped_at.is_(None)),
            or_(old, handed),
        )
    ).subquery()
    unsent = select(func.count()).select_from(waiting)
    rows = db.session.execute(
        select(waiting.c.follower_id, waiting.c.since, func.count().label("messages"))
        .where(waiting.c.is_put_off)
        .group_by(waiting.c.follower_id, waiting.c.since)
    ).all()
    unmatched = select(func.count()).select_from(News).where(News.matched_at.is_(None), old)
    return Late(
        work=outbox.overdue(_SOON, before) + _missed(before),
        unmatched=db.session.scalar(unmatched) or 0,
        unsent=db.session.scalar(unsent) or 0,
        put_off=sum(row.messages for row in rows),
        people=len({row.follower_id for row in rows}),
        is_outage=is_provider_trouble([PutOff(row.follower_id, row.since) for row in rows]),
    )


def _since() -> ColumnElement[datetime]:
    """When a message was first put off."""
    return func.coalesce(Delivery.first_put_off_at, Delivery.made_at).label("since")


def _missed(before: datetime) -> int:
    """1 where a round that makes messages of what waits was asked for before this moment, and none
    has ended for twice as long; else 0. A round that failed is made up for by the next."""
    if not outbox.overdue((_ROUND,), before):
        return 0
    lately = OutboxRow.done_at > before - LATE_AFTER
    return int(not db.session.scalar(select(exists().where(OutboxRow.name == _ROUND, lately))))
