"""When a profile is to be reviewed. Plain Python.

Yearly: activity 2.1 of the office's plan for category 3 of PMQA 4.0 ("ทบทวนกลุ่มผู้รับบริการและผู้มีส่วนได้
ส่วนเสีย"), which also names those wanted in the future.
"""

from datetime import date
from enum import StrEnum

SOON_DAYS = 30


class Due(StrEnum):
    """How it stands with a review."""

    NEVER = "never"
    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


def due_on(reviewed_on: date) -> date:
    """The day by which the next review is due: the same day of the next year.

    Of 29 February it is 28 February.
    """
    if (reviewed_on.month, reviewed_on.day) == (2, 29):
        return date(reviewed_on.year + 1, 2, 28)
    return reviewed_on.replace(year=reviewed_on.year + 1)


def standing(reviewed_on: date | None, today: date) -> Due:
    """How it stands with the next review; on the due day itself it is not yet overdue."""
    if reviewed_on is None:
        return Due.NEVER
    left = (due_on(reviewed_on) - today).days
    if left < 0:
        return Due.OVERDUE
    return Due.SOON if left <= SOON_DAYS else Due.LATER
