"""Whatever is solved from sums by quarter, by service and of all, at whatever times they were read,
no hidden figure is known to within fewer than five people."""

import random
from collections import Counter
from itertools import product

import pytest

from tests.support.solving import too_narrow
from webapp.shared.disclosure import FEWEST, is_few
from webapp.surveys.service.scores import Hidden, Score
from webapp.surveys.service.sums import joined, over_quarters, over_services, told_among

# (service, quarter): how many people answered, and how many of them are satisfied.
Table = dict[tuple[int, int], tuple[int, int]]


def table(seed: int) -> Table:
    """Services of few and of many people, most of whom are satisfied, or hardly any."""
    drawn = random.Random(seed)  # noqa: S311 (what people answer, no secret)
    services, quarters = drawn.randint(2, 5), drawn.randint(2, 5)
    found = {}
    for service in range(services):
        for quarter in range(quarters):
            people = drawn.choice([drawn.randint(5, 12), drawn.randint(10, 60)])
            share = drawn.choice([0.05, 0.3, 0.8, 0.9, 0.95, 1.0])
            found[service, quarter] = people, sum(drawn.random() < share for _ in range(people))
    return found


def scores(cells: Table) -> dict[tuple[int, int], Score]:
    """The scores as they are let out. In `points` each is one bit, so that a sum says of which
    cells it is."""
    served: Counter[int] = Counter()
    bits = {cell: 1 << place for place, cell in enumerate(cells)}
    found = {}
    for quarter in sorted({quarter for _service, quarter in cells}):
        column = {cell: said for cell, said in cells.items() if cell[1] == quarter}
        few = {cell for cell, (people, chosen) in column.items() if is_few(chosen, people)}
        fit = [c for c, (n, of) in column.items() if min(of, n - of) >= FEWEST] if few else []
        shield = min(fit, key=lambda cell: (served[cell[0]], column[cell][0]), default=None)
        if shield:
            served[shield[0]] += 1
        for cell, (people, chosen) in column.items():
            number = shield[0] + 1 if shield and cell in (*few, shield) else 0
            hidden = Hidden(1, people, chosen) if cell in few else Hidden(int(cell == shield))
            found[cell] = Score(
                people, people, chosen, bits[cell], hidden, number, is_shield=cell == shield
            )
    return found


def told(cells: Table, found: dict) -> list[tuple[str, Score]]:
    """Every sum that is told after each quarter."""
    services = sorted({service for service, _quarter in cells})
    quarters = sorted({quarter for _service, quarter in cells})
    columns = {q: over_services(found[s, q] for s in services) for q in quarters}
    sums = []
    for last in range(1, len(quarters) + 1):
        rows = {s: over_quarters(found[s, q] for q in quarters[:last]) for s in services}
        sums += [("row", one) for one in rows.values()]
        sums.append(("column", columns[quarters[last - 1]]))
        sums.append(("all", told_among(columns[q] for q in quarters[:last])))
        sums.append(("plain", joined(rows.values())))
    return [(kind, one) for kind, one in sums if not one.hidden.parts]


@pytest.mark.parametrize("seed", range(60))
def test_no_hidden_cell_can_be_solved(seed):
    cells = table(seed)
    found = scores(cells)
    bits = {found[cell].points: cell for cell in cells}
    known = {cell: cells[cell][1] for cell, one in found.items() if not one.hidden.parts}
    sums = []
    for _kind, one in told(cells, found):
        held = {cell for bit, cell in bits.items() if one.points & bit}
        assert one.people == sum(cells[cell][0] for cell in held)
        assert one.chosen == sum(cells[cell][1] for cell in held)
        hidden = held - known.keys()
        sums.append((hidden, one.chosen - sum(known[cell] for cell in held - hidden)))
    sizes = {cell: cells[cell][0] for cell in cells if cell not in known}
    assert not too_narrow(sizes, sums, FEWEST)


def test_of_thirteen_services_the_whole_of_every_quarter_is_told_with_everybody():
    drawn = random.Random(1)  # noqa: S311 (what people answer, no secret)
    cells = {}
    for service, quarter in product(range(13), range(8)):
        people = drawn.randint(8, 60)
        cells[service, quarter] = people, sum(drawn.random() < 0.83 for _ in range(people))
    few = [cell for cell, (people, chosen) in cells.items() if is_few(chosen, people)]
    assert len({quarter for _service, quarter in few}) == 8, "each quarter has something to hide"
    sums = told(cells, scores(cells))
    columns = [one for kind, one in sums if kind in ("column", "all")]
    assert len(columns) == 16
    assert not any(one.left_out for one in columns)
    # Each service is told over all quarters; what is left out of it is a small part.
    rows = [one for kind, one in sums if kind == "row"][-13:]
    assert len(rows) == 13
    assert sum(one.left_out for one in rows) < 0.2 * sum(one.people for one in rows)


def test_the_check_finds_what_can_be_solved():
    sizes = {"a": 20, "b": 20, "c": 20}
    both = {"a", "b"}
    assert too_narrow(sizes, [(both, 6), ({*both, "c"}, 8)], FEWEST) == {"c": (2, 2)}
    assert too_narrow(sizes, [(both, 4)], FEWEST).keys() == both
    assert not too_narrow(sizes, [(both, 6)], FEWEST)


def test_what_comes_later_joins_no_sum_of_quarters_that_was_told():
    few = [Score(20, 20, 17, hidden=Hidden(1, 20, 17)) for _ in range(4)]
    assert over_quarters(few[:1]).percent is None
    second = over_quarters(few[:2])
    assert (second.people, second.percent, second.left_out) == (40, 85.0, 0)
    third = over_quarters(few[:3])
    assert (third.people, third.percent, third.left_out) == (40, 85.0, 20)
    assert over_quarters(few).people == 80


def test_what_is_hidden_for_others_is_in_the_sum_of_its_quarter_alone():
    few = Score(20, 20, 17, hidden=Hidden(1, 20, 17), shield=7)
    shield = Score(30, 30, 20, hidden=Hidden(1), shield=7, is_shield=True)
    plain = Score(50, 50, 25)
    whole = over_services([few, shield, plain])
    assert (whole.people, whole.chosen, whole.left_out) == (100, 62, 0)
    # Another one that has no shield yet is left out; without their shield both are.
    late = Score(10, 10, 8, hidden=Hidden(1, 10, 8))
    assert over_services([few, shield, plain, late]).left_out == 10
    assert over_services([few, plain]).left_out == 20
    row = over_quarters([plain, shield, plain])
    assert (row.people, row.chosen, row.left_out) == (100, 50, 30)
    assert over_quarters([shield]).percent is None
