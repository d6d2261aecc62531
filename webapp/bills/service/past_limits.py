"""Time limits as they ran in days gone by: worked out from the logs, as nothing else keeps them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import or_, select

from webapp.bills.models import Bill
from webapp.bills.rules.clock import Calendar, deadline_of
from webapp.bills.rules.stages import family_of
from webapp.bills.rules.steps import effective
from webapp.bills.rules.trail import follow
from webapp.bills.service.calendar import known_sessions
from webapp.bills.service.state import LIMITED_FAMILIES
from webapp.extensions import db
from webapp.shared.settings import settings


@dataclass(frozen=True)
class PastLimit:
    """A limit of a bill that ran on the days from `first` to `last`, both included, and was to end
    on `due`."""

    bill: Bill
    due: date
    first: date
    last: date


def limits_between(first: date, last: date, bill_id: int | None = None) -> Iterator[PastLimit]:
    """The limits that ran on any of these days, both included: of one bill, or of all; by the
    sessions that are known today."""
    query = select(Bill).where(or_(Bill.moved_on >= first, Bill.family.in_(LIMITED_FAMILIES)))
    if bill_id is not None:
        query = query.where(Bill.id == bill_id)
    for bill in db.session.scalars(query.order_by(Bill.id)).all():
        for limit in _limits_of(bill, last):
            if limit.last >= first and limit.first <= limit.last:
                yield limit


def _limits_of(bill: Bill, last: date) -> Iterator[PastLimit]:
    """Each limit from the day of the step that began it up to the day before the one that ended it;
    a step in between that leaves its last day as it was ends nothing."""
    before: PastLimit | None = None
    for limit in _by_steps(bill, last):
        if before is not None and limit.due == before.due:
            before = replace(before, last=limit.last)
            continue
        if before is not None:
            yield before
        before = limit
    if before is not None:
        yield before


def _by_steps(bill: Bill, last: date) -> Iterator[PastLimit]:
    """The limit that ran after each step, up to the day before the next."""
    steps = effective(bill.log())
    for count, step in enumerate(steps, 1):
        later = (one.on for one in steps[count:] if one.on is not None)
        ends = min(next(later, last + timedelta(days=1)) - timedelta(days=1), last)
        if step.on is None or step.on > ends:
            continue
        trail = follow(bill.kind, steps[:count])
        if family_of(trail.stage) not in LIMITED_FAMILIES:
            continue
        found = deadline_of(trail, Calendar(known_sessions(), ends, settings().FIRST_DAY_COUNTS))
        if found is not None and found.due is not None:
            yield PastLimit(bill, found.due, step.on, ends)
