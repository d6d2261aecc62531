"""How often messages come in on each topic, by day: for trends. No words, no person."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from webapp.complaints.models import Complaint
from webapp.complaints.rules.states import State
from webapp.complaints.service.barring import barred_ids
from webapp.extensions import db
from webapp.shared import clock


def first_received() -> datetime | None:
    """When the first message came in; None where there is none."""
    return db.session.scalar(select(func.min(Complaint.received_at)))


def received_by_topic(since: date, until: date) -> Iterator[tuple[str, datetime]]:
    """Of each message received on these days whose topic an officer has decided: the topic, and
    when. What was taken back is left out."""
    wanted = select(Complaint.topic, Complaint.received_at).where(
        Complaint.topic.is_not(None),
        Complaint.state != State.WITHDRAWN.value,
        Complaint.received_at >= clock.start_of_day(since),
        Complaint.received_at < clock.start_of_day(until + timedelta(days=1)),
    )
    for topic, received_at in db.session.execute(wanted.execution_options(yield_per=5000)):
        yield str(topic), received_at


def messages_on(
    topic: str, since: date, until: date, seen_by: int | None, most: int | None
) -> list[int]:
    """The numbers of those messages, of the ones that an officer may see, the newest first; the
    first `most`, or all."""
    wanted = select(Complaint.id).where(
        Complaint.topic == topic,
        Complaint.state != State.WITHDRAWN.value,
        Complaint.received_at >= clock.start_of_day(since),
        Complaint.received_at < clock.start_of_day(until + timedelta(days=1)),
        Complaint.id.not_in(barred_ids(seen_by)),
    )
    return list(db.session.scalars(wanted.order_by(Complaint.received_at.desc()).limit(most)))
