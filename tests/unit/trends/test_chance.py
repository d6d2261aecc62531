"""The tests of chance agree with SciPy's."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import binom, false_discovery_control, fisher_exact, hypergeom

from webapp.trends.rules.chance import adjusted, binomial_tail, hypergeometric_tail

SMALL = st.integers(0, 300)


@given(SMALL, SMALL, SMALL, SMALL)
@settings(max_examples=200, deadline=None)
def test_the_exact_test_of_a_table_is_scipys(now, before, now_then, before_then):
    total = now + before + now_then + before_then
    assume(total)
    ours = hypergeometric_tail(now, total, now + now_then, now + before)
    assert ours == pytest.approx(
        float(hypergeom.sf(now - 1, total, now + now_then, now + before)), abs=1e-9
    )


def test_fishers_own_tea_taster():
    assert hypergeometric_tail(4, 8, 4, 4) == pytest.approx(1 / 70)
    assert hypergeometric_tail(3, 8, 4, 4) == pytest.approx(17 / 70)
    assert fisher_exact([[3, 1], [1, 3]], "greater").pvalue == pytest.approx(17 / 70)


@given(SMALL, SMALL, st.floats(0.01, 0.99))
@settings(max_examples=200, deadline=None)
def test_the_binomial_tail_is_scipys(seen, more, share):
    assert binomial_tail(seen, seen + more, share) == pytest.approx(
        float(binom.sf(seen - 1, seen + more, share)), abs=1e-9
    )


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
@settings(max_examples=100, deadline=None)
def test_the_correction_for_many_is_scipys(chances):
    assert adjusted(chances) == pytest.approx(false_discovery_control(chances).tolist())


@pytest.mark.parametrize("table", [(5, 10, 4, 6), (-1, 10, 4, 6), (1, 3, 4, 2)])
def test_numbers_that_cannot_be_are_refused(table):
    with pytest.raises(ValueError, match="out of"):
        hypergeometric_tail(*table)
    with pytest.raises(ValueError, match="with"):
        binomial_tail(3, 2, 0.5)
