"""Days by which the office owes something, counted on the government's calendar of holidays."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from webapp.bills.service.calendar import government_holidays
from webapp.shared import clock, working_days
from webapp.shared.clock import BANGKOK
from webapp.shared.working_days import Standard


def office_due_day(received: datetime, standard: Standard) -> date:
    """The day by which what came at `received` (any time zone) is owed by `standard`."""
    local = received.astimezone(BANGKOK)
    closed = government_holidays(local.date(), local.date() + working_days.HORIZON)
    return working_days.due_day(local, closed, standard)


def office_days_left(due: Sequence[date]) -> dict[date, int]:
    """Working days from today to each of the days; negative for those that are past."""
    today = clock.today()
    span = [today, *due]
    closed = government_holidays(min(span), max(span) + timedelta(days=1))
    return {day: working_days.working_days_left(today, day, closed) for day in set(due)}
