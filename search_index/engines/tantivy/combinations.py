"""Counting what a phrase finds by facets without looking for the phrase a second time.

tantivy counts facets by asking the whole query again, which costs as much as finding the phrase
did. So an entry has one number for all its counted facets together, which is read quickly of
thousands; few numbers differ, and what each stands for is read of one entry that has it.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

_BYTES = 8


def number_of(counted: Iterable[str]) -> int:
    """The number of facets together; the same facets have the same one in every index."""
    made = hashlib.blake2b("\0".join(counted).encode("utf-8", "surrogatepass"), digest_size=_BYTES)
    return int.from_bytes(made.digest())


class Combinations:
    """What numbers stand for, as far as it has been read; true of every index, as it is made of the
    facets themselves. Safe to share between threads."""

    def __init__(self) -> None:
        self._facets: dict[int, frozenset[str]] = {}

    def counts(
        self, numbers: Mapping[int, int], facets_of: Callable[[int], Sequence[str]]
    ) -> Counter[str]:
        """How often each facet comes, where each number comes so often. `facets_of` reads what a
        number stands for, and is asked once."""
        found: Counter[str] = Counter()
        for number, times in numbers.items():
            if number not in self._facets:
                self._facets[number] = frozenset(facets_of(number))
            for facet in self._facets[number]:
                found[facet] += times
        return found
