"""How fast messages went out, for everybody to see."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, extract, func, select

from webapp.extensions import db
from webapp.following.models import Delivery, DeliveryState, News
from webapp.following.rules.wishes import Channel
from webapp.shared import clock
from webapp.shared.clock import BANGKOK

# Within how many seconds of the event's being recorded a message was on its way.
WITHIN = (60, 300, 900, 3600)


@dataclass(frozen=True)
class Speed:
    """The immediate messages of a month over one channel: how many went, and within how long;
    `failed` could not be brought at all."""

    channel: Channel
    sent: int
    within: tuple[int, ...]
    slowest_seconds: float
    failed: int


def speed_of_month() -> tuple[datetime, list[Speed]]:
    """When this month began in Bangkok, and its figures for each channel that sent anything.

    Only messages of one event, sent at once, are counted; digests wait for their hour by choice.
    """
    begin = clock.now().astimezone(BANGKOK)
    begin = begin.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    took = extract("epoch", Delivery.sent_at) - extract("epoch", News.recorded_at)
    went = Delivery.state == DeliveryState.SENT
    rows = db.session.execute(
        select(
            Delivery.channel,
            func.sum(case((went, 1), else_=0)),
            func.max(took),
            func.sum(case((Delivery.state == DeliveryState.FAILED, 1), else_=0)),
            *[func.sum(case((went & (took <= limit), 1), else_=0)) for limit in WITHIN],
        )
        .join(News, News.id == Delivery.news_id)
        .where(Delivery.made_at >= begin)
        .group_by(Delivery.channel)
    ).all()
    found = [
        Speed(row[0], int(row[1]), tuple(int(n) for n in row[4:]), float(row[2] or 0), int(row[3]))
        for row in rows
        if row[1] or row[3]
    ]
    return begin, sorted(found, key=lambda one: -one.sent)
