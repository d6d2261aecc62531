"""Whether news goes out in time: what is late, for the monitor and for /health."""

from dataclasses import dataclass

from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased

from webapp.extensions import db
from webapp.following.models import Delivery, DeliveryState, News
from webapp.following.rules.timing import LATE_AFTER
from webapp.shared import clock, outbox


@dataclass(frozen=True)
class Late:
    """What should be over 15 minutes after an event and is not: work that has not begun or failed,
    news whose followers are not found, immediate messages that have not gone. `resting` messages
    were put off by the other side and are tried again: they are told, and are no fault of ours,
    unless they are `stuck`: nothing at all has gone the same way since they were made."""

    work: int
    unmatched: int
    unsent: int
    resting: int
    stuck: int

    @property
    def is_late(self) -> bool:
        """Whether somebody must look."""
        return bool(self.work or self.unmatched or self.unsent or self.stuck)


def late() -> Late:
    """What is late now."""
    before = clock.now() - LATE_AFTER
    old = News.recorded_at <= before
    waiting = (
        select(func.count())
        .select_from(Delivery)
        .join(News, News.id == Delivery.news_id)
        .where(Delivery.state == DeliveryState.WAITING, old)
    )
    resting = waiting.where(Delivery.put_off > 0)
    other = aliased(Delivery)
    gone = exists().where(
        other.state == DeliveryState.SENT,
        other.channel == Delivery.channel,
        other.sent_at >= Delivery.made_at,
    )
    unmatched = select(func.count()).select_from(News).where(News.matched_at.is_(None), old)
    return Late(
        work=outbox.overdue(("following.tell_", "following.match"), before),
        unmatched=db.session.scalar(unmatched) or 0,
        unsent=db.session.scalar(waiting.where(Delivery.put_off == 0)) or 0,
        resting=db.session.scalar(resting) or 0,
        stuck=db.session.scalar(resting.where(~gone)) or 0,
    )
