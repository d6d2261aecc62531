"""An entry's terms as numbers, and how much each tells: what BM25F would weigh, in five steps."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from search_index.analysis import Fields

# BM25F: how soon more of a term tells no more, how much a long entry is held against it, and the
# length of a usual entry in terms (laws, bills and news of the public records).
_SATURATION, _LENGTH_SHARE, _USUAL_LENGTH = 1.2, 0.75, 300
# A term that weighs so much or more has the level; every term has level 1.
_LEVELS = ((2, 1.0), (3, 1.4), (4, 1.7), (5, 1.9))
TOP_LEVEL = 5
_BYTES = 8


@dataclass(frozen=True)
class Keys:
    """What is stored of an entry: `keys` are looked for, `levels` are weighed."""

    keys: list[int]
    levels: list[int]


def entry_keys(fields: Fields) -> Keys:
    """The keys of an entry's terms, pairs of clusters and facets, and of its terms' levels."""
    counts = Counter(fields.terms.split())
    length = counts.total()
    found = {term(word) for word in counts}
    found.update(gram(pair) for pair in set(fields.grams.split()))
    found.update(facet(value) for value in fields.facets)
    levels = {
        level(word, step)
        for word, count in counts.items()
        for step, least in _LEVELS
        if _weight(count, length) >= least
    }
    return Keys(sorted(found | levels), sorted(levels))


def _weight(count: int, length: int) -> float:
    longer = 1 - _LENGTH_SHARE + _LENGTH_SHARE * length / _USUAL_LENGTH
    return count * (_SATURATION + 1) / (count + _SATURATION * longer)


def term(word: str) -> int:
    """The key of a term."""
    return _hash("t", word)


def level(word: str, step: int) -> int:
    """The key of a term that tells so much or more; 1 is any, 5 the most."""
    return term(word) if step == 1 else _hash(str(step), word)


def gram(pair: str) -> int:
    """The key of a pair of clusters."""
    return _hash("g", pair)


def facet(value: str) -> int:
    """The key of a facet, "name=value"."""
    return _hash("f", value)


@lru_cache(maxsize=200_000)
def _hash(kind: str, text: str) -> int:
    # PostgreSQL has no unsigned numbers.
    made = hashlib.blake2b(
        text.encode("utf-8", "surrogatepass"), digest_size=_BYTES, person=kind.encode()
    )
    return int.from_bytes(made.digest(), signed=True)
