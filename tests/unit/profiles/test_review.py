"""The yearly review of a profile."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.profiles.rules.review import Due, due_on, standing

DAYS = st.dates(date(2020, 1, 1), date(2060, 1, 1))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 3, 2), Due.LATER),
        (date(2026, 9, 1), Due.LATER),
        (date(2026, 9, 2), Due.SOON),
        (date(2026, 10, 2), Due.SOON),
        (date(2026, 10, 3), Due.OVERDUE),
    ],
)
def test_a_profile_reviewed_on_2_october_2025_is_due_on_2_october_2026(today, expected):
    assert standing(date(2025, 10, 2), today) is expected


def test_what_was_never_reviewed_says_so():
    assert standing(None, date(2026, 3, 2)) is Due.NEVER


def test_of_a_leap_day_the_review_is_due_on_28_february():
    assert due_on(date(2024, 2, 29)) == date(2025, 2, 28)


@given(DAYS)
def test_a_review_is_due_within_a_year_and_overdue_from_the_next_day_on(day):
    due = due_on(day)
    assert 365 <= (due - day).days <= 366
    assert standing(day, due) is Due.SOON
    assert standing(day, due + timedelta(days=1)) is Due.OVERDUE
