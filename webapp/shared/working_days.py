"""Working days of Thai government offices, and the day by which an answer is due.

Days are dates in Bangkok. `closed` is the set of days on which government offices are closed;
Saturdays and Sundays are closed without being named in it.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Standard:
    """A published standard: working days until the answer, and the hour that ends a day."""

    answer_within: int
    cut_off: time = time(16, 30)  # when government offices close


# How far the counting may look: some working days, and the longest closure that one can think of.
HORIZON = timedelta(days=60)


def is_working_day(day: date, closed: Set[date]) -> bool:
    """Whether government offices work on `day`; `closed` are the days on which they do not."""
    return day.weekday() < SATURDAY and day not in closed


def next_working_day(day: date, closed: Set[date]) -> date:
    """The first working day after `day`."""
    day += ONE_DAY
    while not is_working_day(day, closed):
        day += ONE_DAY
    return day


def day_of_receipt(local: datetime, closed: Set[date], standard: Standard) -> date:
    """The working day on which a message counts as received; it is day 0.

    `local` is a moment in Bangkok's time. What comes on a closed day, or after the hour that ends
    a working day, counts as received on the next working day.
    """
    day = local.date()
    in_time = local.time() <= standard.cut_off
    return day if in_time and is_working_day(day, closed) else next_working_day(day, closed)


def due_day(local: datetime, closed: Set[date], standard: Standard) -> date:
    """The last day on which the answer is in time; `local` as for `day_of_receipt`."""
    day = day_of_receipt(local, closed, standard)
    for _count in range(standard.answer_within):
        day = next_working_day(day, closed)
    return day


def working_days_left(today: date, due: date, closed: Set[date]) -> int:
    """Working days from `today` to `due`: 0 on the day itself, negative once it is past.

    A due day that has passed counts as at least one day late, even before the next working day.
    """
    if today > due:
        late = sum(is_working_day(day, closed) for day in _days(due, today))
        return -max(1, late)
    return sum(is_working_day(day, closed) for day in _days(today, due))


def _days(first: date, last: date) -> list[date]:
    """The days after `first`, up to and with `last`."""
    return [first + ONE_DAY * number for number in range(1, (last - first).days + 1)]
