"""What a reader can work out who takes all told figures as equations and solves them together."""

from collections.abc import Collection, Hashable, Iterable, Mapping

from scipy.optimize import linprog

Cell = Hashable
Told = tuple[Collection[Cell], int]


def ranges(sizes: Mapping[Cell, int], told: Iterable[Told]) -> dict[Cell, tuple[float, float]]:
    """Between which numbers each cell can lie, by all told sums of cells together.

    `sizes`: the people of each cell that is not told, of whom nobody or all may have chosen it.
    `told`: cells, and how many chose it in them together. Raises AssertionError where no numbers
    fit, as then the sums were not of these cells.
    """
    cells = list(sizes)
    rows = [([float(cell in held) for cell in cells], float(value)) for held, value in told]
    rows = [row for row in rows if any(row[0])]
    equal = {"A_eq": [row for row, _v in rows], "b_eq": [v for _row, v in rows]} if rows else {}
    bounds = [(0, sizes[cell]) for cell in cells]
    found = {}
    for place, cell in enumerate(cells):
        ends = []
        for sign in (1, -1):
            wanted = [0.0] * len(cells)
            wanted[place] = sign
            solved = linprog(wanted, bounds=bounds, method="highs", **equal)
            assert solved.success, solved.message
            ends.append(sign * solved.fun)
        found[cell] = (ends[0], ends[1])
    return found


def too_narrow(sizes: Mapping[Cell, int], told: Iterable[Told], fewest: int) -> dict:
    """The cells of which a reader can tell to within fewer than `fewest` people what they hide."""
    return {
        cell: (low, high)
        for cell, (low, high) in ranges(sizes, told).items()
        if high - low < fewest - 1e-6
    }
