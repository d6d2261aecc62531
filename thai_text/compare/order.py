"""Which of a row of places keep their order."""

from bisect import bisect_left


def in_order(places: list[int]) -> list[bool]:
    """For each place whether it keeps its order among the others (longest increasing row)."""
    ends: list[int] = []
    lengths = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        lengths.append(at + 1)
    wanted = len(ends)
    kept = [False] * len(places)
    limit = float("inf")
    for index in range(len(places) - 1, -1, -1):
        if lengths[index] == wanted and places[index] < limit:
            kept[index] = True
            limit = places[index]
            wanted -= 1
    return kept
