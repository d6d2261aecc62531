"""Satisfaction: percentages, how exact they are, and the quarters that are reported on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.shared.quarters import Quarter, quarter_of
from webapp.surveys.rules.satisfaction import DISSATISFIED, percent_of, wilson_interval

DAYS = st.dates(date(2015, 1, 1), date(2060, 12, 31))


def test_satisfied_is_who_chose_four_or_five():
    answers = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}
    assert percent_of(answers) == 60
    assert percent_of(answers, DISSATISFIED) == 20


def test_without_answers_there_is_no_percentage():
    assert percent_of({}) is None
    assert percent_of({5: 0}) is None


@pytest.mark.parametrize("answers", [{0: 1}, {6: 1}, {3: -1}])
def test_what_is_not_on_the_scale_is_refused(answers):
    with pytest.raises(ValueError, match="scale of 1 to 5"):
        percent_of(answers)


@pytest.mark.parametrize(
    ("chosen", "total", "low", "high"),
    # Newcombe 1998, Statistics in Medicine 17, table I, method 3.
    [(81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0.0, 16.11), (1, 29, 0.61, 17.18)],
)
def test_the_interval_is_that_of_published_examples(chosen, total, low, high):
    found = wilson_interval(chosen, total)
    assert found == pytest.approx((low, high), abs=0.01)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_within_a_hundred(share):
    chosen, total = share
    low, high = wilson_interval(chosen, total)
    assert 0 <= low <= 100 * chosen / total + 1e-9
    assert 100 * chosen / total - 1e-9 <= high <= 100


@pytest.mark.parametrize(("chosen", "total"), [(0, 0), (3, 2), (-1, 2)])
def test_what_is_no_share_has_no_interval(chosen, total):
    with pytest.raises(ValueError, match="not a share"):
        wilson_interval(chosen, total)


def test_fiscal_year_2563_begins_in_october_2019():
    assert quarter_of(date(2019, 10, 1)) == Quarter(2563, 1)
    assert Quarter(2563, 1).last_day == date(2019, 12, 31)
    assert Quarter(2563, 2).last_day == date(2020, 3, 31)
    assert Quarter(2563, 4).first_day == date(2020, 7, 1)
    assert Quarter(2563, 4).last_day == date(2020, 9, 30)


@given(DAYS)
def test_every_day_lies_within_its_quarter_and_the_next_one_follows(day):
    quarter = quarter_of(day)
    assert quarter.first_day <= day <= quarter.last_day
    assert quarter_of(quarter.last_day + timedelta(days=1)).first_day > quarter.last_day
