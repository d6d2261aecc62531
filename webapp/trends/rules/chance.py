"""How likely so much is by chance alone: exact tests, and many of them at once. Plain Python.

Sources: Fisher, The design of experiments, 1935 (the exact test of a table of two by two);
Benjamini and Hochberg, Controlling the false discovery rate, 1995.
"""

from collections.abc import Sequence
from math import exp, lgamma, log


def hypergeometric_tail(seen: int, total: int, marked: int, drawn: int) -> float:
    """How likely at least `seen` of `drawn` things, out of `total` with `marked` among them, are
    marked. Raises `ValueError` for numbers that no draw could have."""
    if not 0 <= seen <= min(marked, drawn) or max(marked, drawn) > total:
        raise ValueError(f"{seen} of {drawn} out of {total} with {marked}")
    least = max(seen, drawn + marked - total)
    whole = _ways(total, drawn)
    chances = (
        exp(_ways(marked, hits) + _ways(total - marked, drawn - hits) - whole)
        for hits in range(least, min(marked, drawn) + 1)
    )
    return min(1.0, sum(chances))


def binomial_tail(seen: int, tries: int, share: float) -> float:
    """How likely at least `seen` of `tries` succeed, each with the chance `share`, between 0 and 1.

    Raises `ValueError` for numbers that no tries could have.
    """
    if not 0 <= seen <= tries or not 0 < share < 1:
        raise ValueError(f"{seen} of {tries} with {share}")
    chances = (
        exp(_ways(tries, hits) + hits * log(share) + (tries - hits) * log(1 - share))
        for hits in range(seen, tries + 1)
    )
    return min(1.0, sum(chances))


def _ways(of: int, chosen: int) -> float:
    """The logarithm of how many ways there are to choose."""
    return lgamma(of + 1) - lgamma(chosen + 1) - lgamma(of - chosen + 1)


def adjusted(chances: Sequence[float], looked_at: int = 0) -> list[float]:
    """Chances corrected for how many were looked at together, each at most 1.

    `looked_at`: how many there were before those in `chances` were picked from them as they are
    many now; the others count as 1. Where nothing at all rises, one below 0.05 turns up in one look
    of twenty at most.
    """
    many = max(looked_at, len(chances))
    order = sorted(range(len(chances)), key=lambda place: -chances[place])
    found = [1.0] * len(chances)
    least = 1.0
    for behind, place in enumerate(order):
        least = min(least, chances[place] * many / (len(chances) - behind))
        found[place] = least
    return found
