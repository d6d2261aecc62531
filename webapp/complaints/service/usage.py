"""How much each channel is used, which orders the public page of channels."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select

from webapp.complaints.models import Complaint
from webapp.complaints.rules.channels import Channel, by_use, quarter_before
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.clock import BANGKOK


@dataclass(frozen=True)
class Usage:
    """The channels in order, and how many messages each brought in the quarter from `first` on."""

    first: date
    last: date
    counts: list[tuple[Channel, int]]


def channels_by_use() -> Usage:
    """The channels, the most used in the last whole quarter first; then the easiest."""
    first, after = quarter_before(clock.today())
    begins, ends = (datetime.combine(day, time(), BANGKOK) for day in (first, after))
    within = (Complaint.received_at >= begins) & (Complaint.received_at < ends)
    used = Counter(
        dict(
            db.session.execute(
                select(Complaint.channel, func.count()).where(within).group_by(Complaint.channel)
            ).all()
        )
    )
    counts = [(channel, used[channel]) for channel in by_use(used)]
    return Usage(first, after - timedelta(days=1), counts)
