"""The day by which an answer is due, against an independent count and real holidays."""

import json
from bisect import bisect_left
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.shared import working_days
from webapp.shared.working_days import (
    Standard,
    is_working_day,
    next_working_day,
    working_days_left,
)

STANDARD = Standard(answer_within=3)
NOON = time(12, 0)
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
closures = st.frozensets(days, max_size=60)


def due_day(local, closed, standard=STANDARD):
    return working_days.due_day(local, closed, standard)


def day_of_receipt(local, closed):
    return working_days.day_of_receipt(local, closed, STANDARD)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-03-02T09:00", "2026-03-05"),  # Monday: Thursday
        ("2026-03-05T09:00", "2026-03-10"),  # Thursday: over the weekend
        ("2026-03-02T16:30", "2026-03-05"),  # the last minute of the day still counts
        ("2026-03-02T16:31", "2026-03-06"),  # after it, the next working day is day 0
        ("2026-03-07T09:00", "2026-03-12"),  # Saturday counts as Monday
        ("2026-03-06T17:00", "2026-03-12"),  # Friday evening too
    ],
)
def test_an_answer_is_due_three_working_days_after_the_day_of_receipt(received, due):
    assert due_day(at(received), frozenset()) == date.fromisoformat(due)


def test_a_closed_day_is_not_counted():
    songkran = frozenset({date(2026, 4, 13), date(2026, 4, 14), date(2026, 4, 15)})
    assert due_day(at("2026-04-10T10:00"), songkran) == date(2026, 4, 20)
    assert day_of_receipt(at("2026-04-13T10:00"), songkran) == date(2026, 4, 16)


def test_another_standard_counts_otherwise():
    quick = Standard(answer_within=1, cut_off=time(12, 0))
    assert due_day(at("2026-03-02T11:59"), frozenset(), quick) == date(2026, 3, 3)
    assert due_day(at("2026-03-02T12:01"), frozenset(), quick) == date(2026, 3, 4)


def test_the_clock_agrees_with_a_count_over_the_real_calendar(shared_data):
    rows = json.loads((shared_data / "holidays_th_2024_2028.json").read_text())["holidays"]
    closed = {date.fromisoformat(row["date"]) for row in rows if row["government_closed"]}
    assert len(closed) > 80
    first, last = date(2024, 1, 1), date(2028, 12, 31)
    calendar = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    open_days = [d for d in calendar if d.isoweekday() not in (6, 7) and d not in closed]
    checked = 0
    for day in calendar:
        for moment, late in ((NOON, False), (time(16, 31), True)):
            place = bisect_left(open_days, day)
            if late and place < len(open_days) and open_days[place] == day:
                place += 1
            if place + 3 >= len(open_days):
                continue
            assert due_day(datetime.combine(day, moment), closed) == open_days[place + 3], day
            checked += 1
    assert checked > 3600


@given(day=days, hour=st.times(), closed=closures)
def test_the_due_day_is_a_working_day_with_exactly_three_after_the_day_of_receipt(
    day, hour, closed
):
    received = datetime.combine(day, hour)
    start, due = day_of_receipt(received, closed), due_day(received, closed)
    between = [start + timedelta(days=n) for n in range(1, (due - start).days + 1)]
    assert is_working_day(start, closed)
    assert is_working_day(due, closed)
    assert sum(is_working_day(d, closed) for d in between) == STANDARD.answer_within
    assert start >= day


@given(day=days, hour=st.times(), closed=closures, extra=days)
def test_a_sudden_holiday_never_makes_an_answer_due_earlier(day, hour, closed, extra):
    received = datetime.combine(day, hour)
    assert due_day(received, closed | {extra}) >= due_day(received, closed)


@given(day=days, closed=closures)
def test_days_left_count_down_to_nought_and_on_into_lateness(day, closed):
    due = due_day(datetime.combine(day, NOON), closed)
    start = day_of_receipt(datetime.combine(day, NOON), closed)
    assert working_days_left(start, due, closed) == 3
    assert working_days_left(due, due, closed) == 0
    assert working_days_left(due + timedelta(days=1), due, closed) == -1
    assert working_days_left(next_working_day(due, closed), due, closed) == -1
