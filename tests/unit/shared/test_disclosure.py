"""What may be shown of groups: no group, and no difference of two, is of one to four people."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from webapp.shared.disclosure import FEWEST, REMAINDER, groups_of, is_ready, protected

WAYS = ("point", "segment", "channel")
KEYS = st.tuples(*(st.sampled_from("abc") for _way in WAYS))
LOTS = st.lists(KEYS, min_size=FEWEST, max_size=40)


def lot_of(people: list[tuple[str, ...]]):
    return {
        way: groups_of({person: keys[at] for person, keys in enumerate(people)})
        for at, way in enumerate(WAYS)
    }


def too_near(one: set[int], other: set[int]) -> bool:
    return (one <= other or other <= one) and 0 < len(one ^ other) < FEWEST


@given(LOTS, st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), max_size=3))
def test_whatever_is_shown_no_one_to_four_people_stand_alone(people, spans):
    everyone = set(range(len(people)))
    stretches = [everyone & set(range(*sorted(span))) for span in spans]
    stretches = [one for one in stretches if not too_near(one, everyone) and len(one) >= FEWEST]
    safe = protected(lot_of(people), stretches)
    for groups in safe.values():
        # Everybody is counted once, and every group has five people or more.
        assert sorted(person for group in groups.values() for person in group) == sorted(everyone)
        assert all(len(group) >= FEWEST for group in groups.values())
    # Nor do two of them leave one to four people of the whole.
    named = [(way, group) for way, groups in safe.items() for group in groups.values()]
    for (way, one), (other, two) in combinations(named, 2):
        assert way == other or not too_near(one, two)
        assert way == other or not too_near(one, everyone - two)
    for _way, group in named:
        assert not any(too_near(group, stretch) for stretch in stretches)


def test_two_remainders_do_not_tell_one_person():
    """One person has a segment that shows and a point that does not; no group lies in another."""
    people = [("a", "a", "a")] * 10 + [("b", "b", "a")] * 10
    people += [("c", "c", "a"), ("d", "d", "a"), ("e", "e", "a")] * 3
    people += [("c", "a", "a"), ("a", "b", "a"), ("b", "a", "a")]
    safe = protected(lot_of(people))
    assert not too_near(safe["point"][REMAINDER], safe["segment"][REMAINDER])


def test_a_small_group_goes_into_the_remainder_with_others():
    people = [("a", "a", "a")] * 12 + [("b", "a", "a")] * 2
    safe = protected(lot_of(people))
    assert safe["point"] == {REMAINDER: set(range(14))}
    assert safe["segment"] == {"a": set(range(14))}


def test_a_lot_waits_until_its_groups_are_large_or_time_is_up():
    small = [groups_of(dict.fromkeys(range(6), "a") | {6: "b"})]
    assert not is_ready(small, 7, is_over=False)
    assert is_ready(small, 7, is_over=True)
    assert not is_ready(small, 4, is_over=True)
