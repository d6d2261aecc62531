"""The figures of surveys against hand-worked cases and against SciPy."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import binomtest, chi2_contingency, fisher_exact, norm
from scipy.stats.contingency import expected_freq

from webapp.surveys.rules.questions import Measure
from webapp.surveys.rules.satisfaction import (
    Attitude,
    Change,
    change,
    fisher_p,
    percent_of,
    share_interval,
    wilson_interval,
)
from webapp.surveys.service.scores import (
    Ends,
    Hidden,
    Score,
    by_attitude,
    of_questions,
    score,
)
from webapp.surveys.service.sides import BOTTOM, TOP, at_ends
from webapp.surveys.service.sums import joined, over_quarters

EXACT = float(norm.ppf(0.975))
SHARES = st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
COUNTS = st.dictionaries(st.sampled_from(range(1, 6)), st.integers(0, 50))
# Of two questions: twenty people answered the first, ten of them the second too. By hand: 18 answers
# of 4 or 5 out of 30 are 60 percent; points 30 + 28 + 15 + 0 + 0 for the first, 25 + 5 for the second.
FIRST = {5: 6, 4: 7, 3: 5, 2: 0, 1: 2, -1: 20}
SECOND = {5: 5, 1: 5, -1: 10}


def asked(measure: Measure, counts: dict) -> tuple:
    """A question and what an edition of it tells, whatever may be told."""
    people = sum(n for point, n in counts.items() if point > 0)
    points = sum(point * n for point, n in counts.items() if point > 0)
    ends = at_ends(counts)
    return (measure, None), Ends(people, ends[TOP], ends[BOTTOM], points, {})


def test_the_score_of_two_questions_is_worked_by_hand():
    found = of_questions([score(FIRST), score(SECOND)])
    assert (found.people, found.answers) == (20, 30)
    assert found.percent == pytest.approx(60)
    # Of the first question two people chose 1: there is no average of it, nor of both.
    assert found.average is None
    # 25 + 5 points of 50.
    assert score(SECOND).average == pytest.approx(60)


def test_nothing_is_told_where_one_to_four_people_stand_on_a_side():
    for chosen in range(21):
        found = score({5: chosen, 2: 20 - chosen, -1: 20})
        told = chosen in (0, 20) or 5 <= chosen <= 15
        assert found.is_told == told
        assert (found.percent is None, found.interval is None) == (not told, not told)
        assert (found.average is None) == (not told)
    # Forty answers of twenty people, of which six: three people may stand behind them.
    six = [Score(20, 20, 0), Score(20, 20, 6)]
    assert of_questions(six).percent is None
    assert joined(six).percent == pytest.approx(15)


def test_a_sum_is_told_where_it_tells_no_part_that_is_hidden():
    open_part = Score(30, 30, 15)
    few = Score(10, 10, 3, hidden=Hidden(1, 10, 3))
    assert joined([open_part, few]).percent is None
    assert joined([open_part, few, few]).percent is None
    # Of the quarters of one survey two hidden ones are told together, in that order for ever.
    assert over_quarters([open_part, few, few]).percent == pytest.approx(100 * 21 / 50)
    # Two hidden parts of four people together would still say that of four: they are left out.
    two = Score(10, 10, 2, hidden=Hidden(1, 10, 2))
    assert over_quarters([open_part, two, two]).percent == pytest.approx(50)
    assert over_quarters([open_part, two, two]).left_out == 20
    # What is told of two of them leaves the third: it is not told with them.
    third = over_quarters([open_part, few, few, few])
    assert (third.percent, third.left_out) == (pytest.approx(100 * 21 / 50), 10)
    # Of questions of the same people two may be told together, where these are all that hide.
    alike = [Score(10, 10, 7, hidden=Hidden(1, 10, 7)), Score(10, 10, 6)]
    both = [*alike, Score(10, 10, 5, hidden=Hidden(1, 10, 5))]
    assert of_questions(alike).percent is None
    assert of_questions(both).percent is None, "few people stand on one side of what is left"
    many = [
        Score(40, 40, 37, hidden=Hidden(1, 40, 37)),
        Score(40, 40, 20, hidden=Hidden(1, 40, 20)),
    ]
    assert of_questions(many).percent == pytest.approx(100 * 57 / 80)
    assert of_questions(many, is_whole=False).percent is None


def test_dissatisfaction_of_both_ways_to_ask_is_worked_by_hand():
    # How satisfied: 10 of 25 people chose 1 or 2. How dissatisfied: 15 of 20 people chose 4 or 5.
    satisfied = {5: 10, 3: 5, 2: 5, 1: 5}
    against = {5: 10, 4: 5, 1: 5}
    found = by_attitude(
        [asked(Measure.SATISFACTION, satisfied), asked(Measure.DISSATISFACTION, against)]
    )
    assert found[Attitude.SATISFIED].percent == pytest.approx(40)
    assert found[Attitude.DISSATISFIED].percent == pytest.approx(100 * 25 / 45)
    assert (found[Attitude.DISSATISFIED].people, found[Attitude.DISSATISFIED].answers) == (25, 45)
    assert Attitude.ENGAGED not in found


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


def test_the_exact_test_of_few_people_is_worked_by_hand():
    # 1 of 9, then 11 of 12 (Fisher's twins are alike): of the comb(21, 12) = 293930 ways, those with
    # 0 or 1 of the nine are comb(12, 12) + 9 comb(12, 11) = 109; of the other side comb(9, 9) comb(12, 3)
    # = 220 is likelier than 108, so it does not count.
    assert fisher_p((1, 9), (11, 12)) == pytest.approx(109 / 293930)
    # 8 of 8, then 3 of 8: 0.0256. Then 4 of 8: 0.0769, though z = 2.31 would call it a fall.
    assert change((1.0, 8), (3 / 8, 8)) == Change.FELL
    assert change((1.0, 8), (4 / 8, 8)) == Change.CHANCE


@given(
    st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
)
def test_the_exact_test_is_that_of_scipy(before, after):
    (first, few), (second, many) = before, after
    table = [[first, few - first], [second, many - second]]
    assert fisher_p(before, after) == pytest.approx(fisher_exact(table).pvalue, rel=1e-9)


@given(SHARES, SHARES)
def test_more_than_chance_is_what_scipy_says(before, after):
    (first, few), (second, many) = before, after
    # SciPy knows no table without a single yes, or without a single no.
    assume(0 < first + second < few + many)
    table = [[first, few - first], [second, many - second]]
    small = expected_freq(table).min() < 5
    p = (fisher_exact(table) if small else chi2_contingency(table, correction=False)).pvalue
    assume(abs(p - 0.05) > 1e-6)
    found = change((first / few, few), (second / many, many), EXACT)
    assert (found != Change.CHANCE) == (p < 0.05)
    if found != Change.CHANCE:
        assert (found == Change.ROSE) == (second / many > first / few)


@given(COUNTS)
def test_the_score_of_one_question_is_its_percentage(counts):
    total = sum(counts.values())
    found = score({**counts, -1: total})
    assert (100 * found.share if found else None) == pytest.approx(percent_of(counts))


@given(st.lists(COUNTS, min_size=1, max_size=6))
def test_joined_scores_are_those_of_all_the_people_together(groups):
    whole = {point: sum(one.get(point, 0) for one in groups) for point in range(1, 6)}
    found = joined(score({**one, -1: sum(one.values())}) for one in groups)
    wanted = score({**whole, -1: sum(whole.values())})
    assert (found is None) == (wanted is None)
    if found and wanted:
        assert (found.people, found.answers, found.chosen) == (
            wanted.people,
            wanted.answers,
            wanted.chosen,
        )
        assert found.points in (None, wanted.points)
