"""What an engine answers."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Hit:
    """An entry found; a higher score is a better match, comparable within one answer only."""

    id: str
    score: float


@dataclass(frozen=True)
class Results:
    """One page of hits, how many entries match in all, and how they divide: facet, value, count."""

    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    total_is_exact: bool = True
    facets: dict[str, dict[str, int]] = field(default_factory=dict)


def by_facet(counts: Iterable[tuple[str, int]]) -> dict[str, dict[str, int]]:
    """Turn counts of "name=value" into counts by name, most frequent first."""
    facets: dict[str, dict[str, int]] = {}
    for pair, count in sorted(counts, key=lambda item: (-item[1], item[0])):
        name, _, value = pair.partition("=")
        if count:
            facets.setdefault(name, {})[value] = count
    return facets
