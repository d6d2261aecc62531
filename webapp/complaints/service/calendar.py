"""The government's calendar, as far as the clock of complaints needs it."""

from datetime import date, datetime, timedelta

from webapp.bills.service import government_holidays
from webapp.complaints.rules import working_days
from webapp.shared import clock
from webapp.shared.clock import BANGKOK


def due_day(received: datetime) -> date:
    """The day by which what came at `received` (any time zone) is to be answered."""
    local = received.astimezone(BANGKOK)
    closed = government_holidays(local.date(), local.date() + working_days.HORIZON)
    return working_days.due_day(local, closed)


def answer_due_if_sent_now() -> date:
    """The day by which a message sent at this moment would be answered."""
    return due_day(clock.now())


def days_left(due: list[date]) -> dict[date, int]:
    """Working days from today to each of the days; negative for those that are past."""
    today = clock.today()
    span = [today, *due]
    closed = government_holidays(min(span), max(span) + timedelta(days=1))
    return {day: working_days.working_days_left(today, day, closed) for day in set(due)}
