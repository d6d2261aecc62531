"""However answers come in, no two editions of a scale tell by their difference what few chose."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from webapp.shared.disclosure import FEWEST, untold_shares
from webapp.surveys.service.sides import BOTTOM, TOP, at_ends, hides_end, plan

LOTS = st.dictionaries(st.sampled_from(range(1, 6)), st.integers(1, 9), min_size=1).filter(
    lambda lot: sum(lot.values()) >= FEWEST
)


def too_few(count: int) -> bool:
    return 0 < abs(count) < FEWEST


def editions(lots: list[dict]) -> list[dict]:
    """What is told after each lot, as `choices` lets it out: while the quarter runs only what hides
    nothing or tells both ends, at the end all that can be."""
    whole, told, ends, found, waiting = {}, {}, {}, [], 0
    hidden: set = set()
    for number, lot in enumerate(lots):
        whole = {point: whole.get(point, 0) + lot.get(point, 0) for point in range(1, 6)}
        waiting += sum(lot.values())
        # What is hidden now may have been told before: `told` keeps that count.
        steps = {point: count - told.get(point, 0) for point, count in whole.items()}
        now = {end: count - ends.get(end, 0) for end, count in at_ends(whole).items()}
        new = plan(steps, now, waiting, hidden)
        if new.untold and number < len(lots) - 1:
            continue
        hidden, ends, waiting = new.hidden, at_ends(whole), 0
        shown = {point: count for point, count in whole.items() if point not in hidden}
        told |= shown
        found.append(facts(shown, sum(whole.values()), ends, new.untold))
    return found


def facts(told: dict, people: int, ends: dict, untold: set) -> dict:
    """Everything that a reader knows from one edition."""
    known = {("point", point): count for point, count in told.items()}
    known["hidden",] = people - sum(told.values())
    for end in (TOP, BOTTOM):
        if end not in untold:
            known["end", end] = ends[end]
            known["others", end] = people - ends[end]
    if not untold:
        known["middle",] = people - sum(ends.values())
    return known


@given(st.lists(LOTS, min_size=1, max_size=5))
def test_no_edition_and_no_difference_of_two_is_of_few(lots):
    found = editions(lots)
    for one in found:
        assert not [key for key, count in one.items() if too_few(count)], one
    for one, other in combinations(found, 2):
        for key in one.keys() & other.keys() - {("hidden",)}:
            assert not too_few(one[key] - other[key]), (key, one, other)


@given(LOTS)
def test_an_end_that_is_not_told_cannot_be_told_by_its_points(lot):
    people = sum(lot.values())
    hidden, untold = plan(lot, at_ends(lot), people)
    # Where satisfaction is not told, dissatisfaction is not told either, whatever may be known.
    for end in untold & {TOP} or untold:
        inside = {p for p in lot if (p >= 4 if end == TOP else p <= 2)}
        assert inside & hidden or not inside
        assert (set(lot) - inside) & hidden or set(lot) == inside
    forced = hides_end(hidden, lot, TOP)
    assert hidden <= forced
    assert {p > 3 for p in forced if lot.get(p)} == {p > 3 for p in lot}


@given(
    st.lists(
        st.integers(5, 30).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
        min_size=1,
        max_size=5,
    )
)
def test_a_whole_less_its_told_parts_leaves_no_few(shares):
    parts = dict(enumerate(shares))
    untold = untold_shares(parts)
    assert not [part for part in parts.keys() - untold if too_few(parts[part][0])]
    assert not [part for part in parts.keys() - untold if too_few(parts[part][1] - parts[part][0])]
    left = [(count, people - count) for count, people in (parts[part] for part in untold)]
    if 0 < len(untold) < len({part for part, (n, of) in parts.items() if 0 < n < of}):
        assert len(untold) > 1
        assert not any(too_few(sum(side)) for side in zip(*left, strict=True))
