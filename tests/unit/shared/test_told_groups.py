"""Nothing told of groups, less anything else that is told, tells of one to four messages."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from webapp.complaints.rules.figures import Figure
from webapp.complaints.rules.verdicts import Outcome
from webapp.shared.told_groups import Told, tell


def figure(messages: int, late: int, pending: int = 0) -> Figure:
    made = Figure()
    made.add(Outcome.PENDING, None, pending)
    made.add(Outcome.MET, 1, messages - late)
    made.add(Outcome.MISSED, 9, late)
    return made


@st.composite
def sizes(draw, least: int = 5) -> tuple[int, int]:
    """So many messages, and how many of them were late; mostly few, or nearly all."""
    messages = draw(st.integers(least, 14))
    late = draw(st.one_of(st.integers(0, min(messages, 4)), st.integers(0, messages)))
    return messages, draw(st.sampled_from([late, messages - late]))


# The groups of one way, and those in no group yet.
families = st.tuples(
    st.lists(sizes(), min_size=1, max_size=4), st.one_of(st.just((0, 0)), sizes(0))
)  # fmt: skip


def possible(told: list[Told], elsewhere: int, late: int) -> list[tuple[int, ...]]:
    """How many late ones the groups may have, for all that is told: so many late in all."""
    steps = [range(one.fewest_late, one.most_late + 1) for one in told]
    return [found for found in product(*steps) if late - elsewhere <= sum(found) <= late]


@given(families, st.integers(0, 3))
def test_nobody_can_solve_how_many_were_late_where_these_or_the_others_are_few(family, pending):
    groups, (elsewhere, late_elsewhere) = family
    figures = {str(number): figure(*size) for number, size in enumerate(groups)}
    late = sum(late for _messages, late in groups) + late_elsewhere
    messages = sum(messages for messages, _late in groups) + elsewhere
    told = list(tell(figures, figure(messages, late, pending)).values())
    found = possible(told, elsewhere, late)
    assert tuple(late for _messages, late in groups) in found, "what is told is true"
    if late in (0, messages) or (len(groups) == 1 and not elsewhere):
        # The whole alone tells all.
        return
    known = [(size, {one[place] for one in found}) for place, (size, _) in enumerate(groups)]
    known.append((elsewhere, {late - sum(one) for one in found}))
    for size, values in known:
        if len(values) == 1:
            [value] = values
            assert all(count == 0 or count >= 5 for count in (value, size - value)), told


@given(st.lists(families, min_size=2, max_size=4))
def test_all_quarters_together_tell_no_more_than_each(quarters):
    each = []
    for groups, (elsewhere, late_elsewhere) in quarters:
        groups = [*groups, (5, 0)]
        late = sum(late for _messages, late in groups[:2]) + late_elsewhere
        messages = sum(messages for messages, _late in groups[:2]) + elsewhere
        figures = {str(number): figure(*size) for number, size in enumerate(groups[:2])}
        each.append(tell(figures, figure(messages, late))["0"])
    together = each[0]
    for one in each[1:]:
        together = together.and_of(one)
    assert together.fewest_late == sum(one.fewest_late for one in each)
    assert together.most_late == sum(one.most_late for one in each)


@given(sizes(), sizes())
def test_the_median_tells_no_more_than_the_steps(first, second):
    for messages, late in (first, second):
        one = figure(messages, late)
        told = tell({"a": one}, one)["a"].with_median(one)
        assert (told.median is None) == (messages < 10)
        if told.median is not None and told.most_late < 5:
            assert told.median == 1, "what is late is never the half of ten"
