"""The arithmetic of seasons: worked by hand, for any numbers, and on planted and empty data."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.trends.rules.chance import adjusted
from webapp.trends.rules.seasons import (
    BEFORE,
    NOW,
    SUDDEN,
    Basis,
    Verdict,
    compare,
    first_week_needed,
    last_whole_week,
    monday,
    same_week,
    sunday,
    week_of,
)

LAST = week_of(date(2026, 2, 23))
FIRST = first_week_needed(LAST)
OLD = LAST - 60 * 52


def weeks(year, now, before):
    """So many in each of the last weeks and of those before, so many years ago."""
    last = same_week(LAST, year)
    return {last - place: now if place < NOW else before for place in range(NOW + BEFORE)}


def test_worked_by_hand_the_season_explains_a_doubling_that_came_last_year_too():
    # 40 now after 60; last year 40 after 60: 60 * 40 / 60 = 40 are usual.
    found = compare({**weeks(0, 10, 5), **weeks(1, 10, 5)}, LAST, FIRST + 60)
    assert (found.now, found.usual, found.basis, found.years) == (40, 40, Basis.SEASON, 1)
    # Fisher's table 40 60 / 40 60: scipy.stats.fisher_exact says 0.557.
    assert found.chance == pytest.approx(0.557, abs=0.001)
    assert found.verdict(found.chance) is Verdict.USUAL


def test_worked_by_hand_a_doubling_that_did_not_come_last_year_is_a_rise():
    # 40 now after 60; last year 20 after 60: 60 * 20 / 60 = 20 are usual, it is twice that.
    found = compare({**weeks(0, 10, 5), **weeks(1, 5, 5)}, LAST, FIRST + 60)
    assert (found.now, found.usual, found.times) == (40, 20, 2)
    # Fisher's table 40 60 / 20 60: scipy.stats.fisher_exact says 0.0241.
    assert found.chance == pytest.approx(0.0241, abs=0.0005)
    assert found.verdict(found.chance) is Verdict.RISING


def test_growth_over_the_years_as_a_whole_is_no_rise():
    found = compare({**weeks(0, 30, 30), **weeks(1, 10, 10), **weeks(2, 3, 3)}, LAST, OLD)
    assert found.usual == pytest.approx(found.now)
    assert found.verdict(found.chance) is Verdict.USUAL


def test_without_an_earlier_year_the_weeks_before_alone_are_looked_at_and_it_says_so():
    # 24 now after 24: 24 * 4 / 12 = 8 are usual; scipy.stats.binom.sf(23, 48, 0.25) is 0.00017.
    found = compare(weeks(0, 6, 2), LAST, LAST - 20)
    assert (found.usual, found.basis, found.years) == (8, Basis.RECENT, 0)
    assert found.chance == pytest.approx(0.00017, abs=0.00001)


def test_what_comes_only_in_these_weeks_is_set_beside_the_same_weeks_of_earlier_years():
    found = compare(
        {**weeks(0, 5, 0), **weeks(1, 5, 0), **weeks(2, 5, 0), **weeks(3, 0, 0)}, LAST, OLD
    )
    assert (found.basis, found.usual) == (Basis.YEARS, pytest.approx(40 / 3))


@pytest.mark.parametrize(
    ("each", "verdict"), [(1, Verdict.TOO_FEW), (2, Verdict.TOO_FEW), (3, Verdict.RISING)]
)
def test_of_few_nothing_is_said(each, verdict):
    # 4, 8 and 12 in the last weeks, none before: 8 are fewer than ten in all.
    found = compare(weeks(0, each, 0), LAST, LAST - 20)
    assert found.verdict(found.chance) is verdict


def test_weeks_that_always_scatter_much_need_more_to_be_a_rise():
    calm = {**weeks(0, 10, 5), **weeks(1, 5, 5)}
    wild = dict(calm)
    for year in (0, 1):
        for place in range(NOW, NOW + BEFORE):
            wild[same_week(LAST, year) - place] = 30 if (place + year) % 6 == 0 else 0
    found = compare(wild, LAST, FIRST + 60)
    assert found.scatter > 5
    assert found.chance > compare(calm, LAST, FIRST + 60).chance
    assert found.verdict(found.chance) is Verdict.USUAL


def test_years_before_the_records_began_are_not_taken_for_quiet_ones():
    weekly = {**weeks(0, 5, 5), **weeks(1, 5, 5)}
    assert [compare(weekly, LAST, first).years for first in (LAST - 30, LAST - 70, OLD)] == [
        0,
        1,
        3,
    ]


COUNTS = st.dictionaries(st.integers(OLD, LAST), st.integers(0, 200), max_size=80)
WINDOW = st.lists(st.integers(0, 60), min_size=64, max_size=64)


def full(numbers):
    """Numbers in every week that is looked at."""
    places = [same_week(LAST, y) - p for y in range(4) for p in range(NOW + BEFORE)]
    return dict(zip(places, numbers, strict=True))


@given(WINDOW)
@settings(max_examples=150, deadline=None)
def test_a_chance_is_a_chance_and_more_now_never_makes_it_likelier(numbers):
    weekly = full(numbers)
    found = compare(weekly, LAST, OLD)
    assert 0 <= found.chance <= 1
    more = compare({**weekly, LAST: weekly[LAST] + 40}, LAST, OLD)
    if found.basis == more.basis:
        assert more.chance <= found.chance + 1e-9


@given(WINDOW, st.integers(2, 9))
@settings(max_examples=100, deadline=None)
def test_what_happens_in_no_week_that_is_looked_at_changes_nothing(numbers, apart):
    weekly = full(numbers)
    other = {**weekly, same_week(LAST, 1) + apart: 999, LAST + 1: 999}
    assert compare(other, LAST, OLD) == compare(weekly, LAST, OLD)


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)), st.integers(1, 3))
def test_the_same_week_of_another_year_begins_within_four_days_of_the_same_day(day, years):
    week = week_of(day)
    then = monday(same_week(week, years))
    nearest = date.fromordinal(monday(week).toordinal() - round(years * 365.2425))
    assert abs((then - nearest).days) <= 4
    assert monday(week) <= day <= sunday(week)
    assert monday(week).weekday() == 0


def test_a_week_counts_once_it_is_over():
    assert sunday(last_whole_week(date(2026, 3, 2))) == date(2026, 3, 1)
    assert sunday(last_whole_week(date(2026, 3, 8))) == date(2026, 3, 1)
    assert (
        last_whole_week(date(2026, 3, 2) + timedelta(days=7))
        == last_whole_week(date(2026, 3, 2)) + 1
    )


def seasonal(draw, level, swing=0.6, years=4, scatter=None):
    """Weeks of a subject that comes and goes with the year; `scatter`: more than chance (negative binomial)."""
    place = np.arange(LAST - years * 52, LAST + 1)
    mean = level * (1 + swing * np.sin(2 * np.pi * place / 52.1775))
    seen = (
        draw.poisson(mean)
        if scatter is None
        else draw.negative_binomial(scatter, scatter / (scatter + mean))
    )
    return dict(zip(place.tolist(), seen.tolist(), strict=True))


def rising(series, now=NOW, **limits):
    found = [compare(one, LAST, LAST - 4 * 52, now) for one in series]
    chances = adjusted([one.chance for one in found])
    return [
        i
        for i, (one, chance) in enumerate(zip(found, chances, strict=True))
        if one.verdict(chance, **limits) is Verdict.RISING
    ]


@pytest.mark.parametrize("scatter", [None, 8])
@pytest.mark.parametrize("now", [NOW, SUDDEN])
def test_where_nothing_rises_one_look_in_twenty_at_most_finds_something(now, scatter):
    draw = np.random.default_rng(11)
    looks = [
        rising([seasonal(draw, level, scatter=scatter) for level in (2, 4, 8, 15, 30)], now)
        for _ in range(200)
    ]
    assert sum(bool(found) for found in looks) <= 10


def test_a_planted_rise_is_found_and_a_planted_season_is_not():
    found = []
    for seed in range(20):
        draw = np.random.default_rng(seed)
        series = [seasonal(draw, level) for level in (4, 8, 15, 30)]
        # The last comes each year in just these weeks, three times as often.
        for year in range(4):
            for place in range(NOW):
                series[3][same_week(LAST, year) - place] *= 3
        for place in range(NOW):
            series[2][LAST - place] = round(3 * series[2][LAST - place])
        found.append(rising(series))
    assert sum(2 in one for one in found) >= 19
    assert sum(3 in one for one in found) <= 1


def test_of_words_picked_because_many_say_them_now_one_look_in_twenty_at_most_finds_one():
    draw = np.random.default_rng(7)
    found = 0
    for _ in range(100):
        # Words as they are spread: a few common ones, many that are rare.
        means = 3 / np.arange(1, 121) ** 0.8
        series = [
            dict(enumerate(draw.poisson(mean, 4 * 53).tolist(), LAST - 4 * 53 + 1))
            for mean in means
        ]
        picked = [one for one in series if sum(one[LAST - place] for place in range(NOW)) >= 5]
        could = sum(sum(one.values()) >= 10 for one in series)
        seen = [compare(one, LAST, LAST - 4 * 53) for one in picked]
        chances = adjusted([one.chance for one in seen], could)
        found += any(
            one.verdict(chance) is Verdict.RISING for one, chance in zip(seen, chances, strict=True)
        )
    assert found <= 5
