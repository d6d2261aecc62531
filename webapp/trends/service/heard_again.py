"""Needs that were heard again: searches without result, each time that they are counted."""

from collections import Counter
from datetime import date, timedelta

from sqlalchemy import select

from webapp.extensions import db
from webapp.needs import service as needs
from webapp.shared import clock
from webapp.shared.clock import BANGKOK
from webapp.shared.transaction import transaction
from webapp.trends.models import HeardAgain
from webapp.trends.rules.seasons import week_of

# By need and week, how often it was heard again.
Again = Counter[tuple[int, int]]


def note_heard_again(need_id: int, times: int) -> None:
    """Keep that a need was heard again, `times` in all; done twice it is kept once."""
    with transaction():
        try:
            needs.need_by_id(need_id)
        except needs.NeedNotFound:
            return
        known = select(HeardAgain.id).where(
            HeardAgain.need_id == need_id, HeardAgain.times == times
        )
        if db.session.scalar(known) is None:
            db.session.add(HeardAgain(need_id=need_id, times=times, at=clock.now()))


def heard_again(since: date, until: date) -> Again:
    """How often needs were heard again on these days."""
    wanted = select(HeardAgain.need_id, HeardAgain.at).where(
        HeardAgain.at >= clock.start_of_day(since),
        HeardAgain.at < clock.start_of_day(until + timedelta(days=1)),
    )
    return Counter(
        (need_id, week_of(at.astimezone(BANGKOK).date()))
        for need_id, at in db.session.execute(wanted)
    )
