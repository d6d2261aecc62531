"""How fast messages went out, for everybody to see."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, extract, func, or_, select

from webapp.extensions import db
from webapp.following.models import Delivery, DeliveryState, News
from webapp.following.rules.timing import LATE_AFTER
from webapp.following.rules.wishes import Channel
from webapp.shared import clock
from webapp.shared.clock import BANGKOK

# Within how many seconds of the event's being recorded a message was on its way.
WITHIN = (60, 300, 900, 3600)


@dataclass(frozen=True)
class Speed:
    """The immediate messages of a month over one channel: how many went or still wait after 15
    minutes, and how many went within how long; the slowest of them, `waiting` ones up to now.
    `failed` could not be brought at all."""

    channel: Channel
    asked: int
    within: tuple[int, ...]
    slowest_seconds: float
    failed: int
    waiting: int


def speed_of_month() -> tuple[datetime, list[Speed]]:
    """When this month began in Bangkok, and its figures for each channel that had anything to send.

    Only messages of one event, sent at once, are counted; digests wait for their hour by choice.
    """
    moment = clock.now()
    begin = moment.astimezone(BANGKOK)
    begin = begin.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    until = case((Delivery.state == DeliveryState.WAITING, moment), else_=Delivery.sent_at)
    took = extract("epoch", until) - extract("epoch", News.recorded_at)
    went = Delivery.state == DeliveryState.SENT
    waits = (Delivery.state == DeliveryState.WAITING) & (News.recorded_at <= moment - LATE_AFTER)
    rows = db.session.execute(
        select(
            Delivery.channel,
            func.sum(case((or_(went, waits), 1), else_=0)),
            func.max(case((or_(went, waits), took))),
            func.sum(case((Delivery.state == DeliveryState.FAILED, 1), else_=0)),
            func.sum(case((waits, 1), else_=0)),
            *[func.sum(case((went & (took <= limit), 1), else_=0)) for limit in WITHIN],
        )
        .join(News, News.id == Delivery.news_id)
        .where(Delivery.made_at >= begin)
        .group_by(Delivery.channel)
    ).all()
    found = [
        Speed(
            channel=row[0],
            asked=int(row[1]),
            within=tuple(int(n) for n in row[5:]),
            slowest_seconds=float(row[2] or 0),
            failed=int(row[3]),
            waiting=int(row[4]),
        )
        for row in rows
        if row[1] or row[3]
    ]
    return begin, sorted(found, key=lambda one: -one.asked)
