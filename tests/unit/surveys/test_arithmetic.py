"""The figures of surveys against hand-worked cases and against SciPy."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import binomtest, chi2_contingency, norm

from webapp.surveys.rules.questions import Measure
from webapp.surveys.rules.satisfaction import (
    DISSATISFIED,
    Attitude,
    Change,
    change,
    inverted,
    percent_of,
    share_interval,
    wilson_interval,
)
from webapp.surveys.service.scores import by_attitude, joined, score

EXACT = float(norm.ppf(0.975))
SHARES = st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
COUNTS = st.dictionaries(st.sampled_from(range(1, 6)), st.integers(0, 50))
# Of two questions: ten people answered the first, five of them the second too. By hand: 12 answers
# of 4 or 5 out of 15 are 80 percent; points 10 + 20 + 12 + 2 + 1 for the first, 20 for the second.
FIRST = {5: 2, 4: 5, 3: 0, 2: 2, 1: 1, -1: 10}
SECOND = {4: 5, -1: 5}


def test_the_score_of_two_questions_is_worked_by_hand():
    found = score([FIRST, SECOND])
    assert found.people == 10
    assert found.answers == 15
    assert found.percent == pytest.approx(80)
    # 10 + 20 + 0 + 4 + 1 points, and 20: 55 of 75.
    assert found.average == pytest.approx(100 * 55 / 75)
    assert score([FIRST, SECOND], DISSATISFIED).percent == pytest.approx(20)


def test_dissatisfaction_of_both_ways_to_ask_is_worked_by_hand():
    # How satisfied: 2 of 5 people chose 1 or 2. How dissatisfied: 3 of 4 people chose 4 or 5.
    satisfied = {5: 2, 3: 1, 2: 1, 1: 1, -1: 5}
    against = {5: 2, 4: 1, 1: 1, -1: 4}
    found = by_attitude([(Measure.SATISFACTION, satisfied), (Measure.DISSATISFACTION, against)])
    assert found[Attitude.SATISFIED].percent == pytest.approx(40)
    assert found[Attitude.DISSATISFIED].percent == pytest.approx(100 * 5 / 9)
    assert (found[Attitude.DISSATISFIED].people, found[Attitude.DISSATISFIED].answers) == (5, 9)
    assert Attitude.ENGAGED not in found


@given(COUNTS)
def test_a_scale_turned_round_twice_is_as_it_was(counts):
    turned = inverted({**counts, -1: 3})
    assert turned[-1] == 3
    assert percent_of({**counts}) == percent_of(inverted(counts), DISSATISFIED)
    assert inverted(turned) == {**counts, -1: 3}


def test_the_range_of_seven_in_ten_is_worked_by_hand():
    # (0.7 + 0.19208 ± 1.96 √(0.021 + 0.009604)) / 1.38416, with z² = 3.8416 and z² / 4n² = 0.009604.
    low, high = share_interval(0.7, 10)
    assert low == pytest.approx(39.68, abs=0.01)
    assert high == pytest.approx(89.22, abs=0.01)


def test_a_change_is_worked_by_hand():
    # 60 of 100, then 75 of 100: pooled 0.675, error √(0.675 × 0.325 × 0.02) = 0.0662, z = 2.26.
    assert change((0.6, 100), (0.75, 100)) == Change.ROSE
    assert change((0.75, 100), (0.6, 100)) == Change.FELL
    # 60, then 70 of 100: error 0.0675, z = 1.48.
    assert change((0.6, 100), (0.7, 100)) == Change.CHANCE
    assert change((1.0, 5), (1.0, 5)) == Change.CHANCE


@given(SHARES)
def test_the_range_is_that_of_scipy(share):
    chosen, total = share
    theirs = binomtest(chosen, total).proportion_ci(0.95, method="wilson")
    assert wilson_interval(chosen, total, EXACT) == pytest.approx(
        (100 * theirs.low, 100 * theirs.high), abs=1e-6
    )


@given(SHARES, SHARES)
def test_more_than_chance_is_what_scipy_says(before, after):
    (first, few), (second, many) = before, after
    # SciPy knows no table without a single yes, or without a single no.
    assume(0 < first + second < few + many)
    table = [[first, few - first], [second, many - second]]
    p = chi2_contingency(table, correction=False).pvalue
    assume(abs(p - 0.05) > 1e-6)
    found = change((first / few, few), (second / many, many), EXACT)
    assert (found != Change.CHANCE) == (p < 0.05)
    if found != Change.CHANCE:
        assert (found == Change.ROSE) == (second / many > first / few)


@given(COUNTS)
def test_the_score_of_one_question_is_its_percentage(counts):
    total = sum(counts.values())
    found = score([{**counts, -1: total}])
    assert (found.percent if found else None) == pytest.approx(percent_of(counts))


@given(st.lists(COUNTS, min_size=1, max_size=6))
def test_joined_scores_are_those_of_all_the_people_together(groups):
    whole = {point: sum(one.get(point, 0) for one in groups) for point in range(1, 6)}
    scores = [score([{**one, -1: sum(one.values())}]) for one in groups]
    found = joined(one for one in scores if one)
    wanted = score([{**whole, -1: sum(whole.values())}])
    assert (found is None) == (wanted is None)
    if found and wanted:
        assert (found.people, found.answers) == (wanted.people, wanted.answers)
        assert found.share == pytest.approx(wanted.share)
        assert found.average == pytest.approx(wanted.average)
