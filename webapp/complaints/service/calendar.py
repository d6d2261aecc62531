"""The clock of complaints: the published standard on the government's calendar."""

from datetime import date, datetime

from webapp.bills.service import office_due_day
from webapp.complaints.rules.standard import STANDARD
from webapp.shared import clock


def due_day(received: datetime) -> date:
    """The day by which what came at `received` (any time zone) is to be answered."""
    return office_due_day(received, STANDARD)


def answer_due_if_sent_now() -> date:
    """The day by which a message sent at this moment would be answered."""
    return due_day(clock.now())
