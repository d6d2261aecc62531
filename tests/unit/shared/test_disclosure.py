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


def cut(count: int, sizes: list[int]) -> list[set[int]]:
    """People 0 to `count` as blocks of at least FEWEST, in their order."""
    blocks, start = [], 0
    for size in sizes:
        if count - start - size < FEWEST:
            break
        blocks.append(set(range(start, start + size)))
        start += size
    return [*blocks, set(range(start, count))]


def runs(blocks: list[set[int]]) -> list[set[int]]:
    """Every run of blocks that is not all of them."""
    ends = combinations(range(len(blocks) + 1), 2)
    return [set().union(*blocks[start:end]) for start, end in ends if end - start < len(blocks)]


@given(
    st.lists(KEYS, min_size=FEWEST, max_size=60),
    st.lists(st.integers(FEWEST, 2 * FEWEST), max_size=12),
)
def test_blocks_protect_as_all_their_runs_would(people, sizes):
    blocks = cut(len(people), sizes)
    lot = lot_of(people)
    safe = protected(lot, blocks=blocks)
    assert safe == protected(lot, runs(blocks))
    assert not any(
        too_near(group, run)
        for groups in safe.values()
        for group in groups.values()
        for run in runs(blocks)
    )


def test_a_group_near_a_run_of_blocks_is_not_shown():
    """The second and third block are 12 people; all but one of them are the group."""
    people = [("a", "a", "a")] * 6 + [("b", "a", "a")] * 11 + [("a", "a", "a")] * 10
    blocks = cut(len(people), [6, 6, 6])
    assert "b" in protected(lot_of(people))["point"]
    assert "b" not in protected(lot_of(people), blocks=blocks)["point"]


def test_thousands_of_answers_are_protected_as_well():
    people = [("abcde"[number * 7 % 5], "a", "a") for number in range(3000)]
    blocks = cut(len(people), [FEWEST] * len(people))
    assert len(blocks) == 600
    assert len(protected(lot_of(people), blocks=blocks)["point"]) == 5


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
