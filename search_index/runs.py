"""A text's clusters as a run of bytes, in which an engine without positions looks for a phrase.

A phrase of frequent clusters has thousands of runs read to their end, so that each byte tells: a
letter is one byte, and the first of a cluster is marked. A piece that is looked for begins with
a byte that is rare, which is what searching through bytes is fast by; and no piece is found that
begins or ends within a cluster.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

_FIRST = 0x80
_END = b" "
# Signs that stand for themselves; the letters of Thai have the other places of seven bits.
_THEMSELVES = frozenset(" #&;,.|0123456789abcdefghijklmnopqrstuvwxyz")
_THAI = [*map(chr, range(0x0E01, 0x0E3B)), *map(chr, range(0x0E3F, 0x0E50)), "๚", "๛"]
_FREE = [chr(code) for code in range(1, _FIRST) if chr(code) not in _THEMSELVES]
_BYTES: dict[str, str | int] = {
    **{sign: f"&#{ord(sign)};" for sign in _FREE},
    **dict(zip(_THAI, _FREE, strict=False)),
}
_TABLE = str.maketrans(_BYTES)


def run_of(clusters: Iterable[str]) -> bytes:
    """Clusters in their order: a run of some lies within a run of more if they stand there so."""
    return b"".join(map(_cluster, clusters))


def pairs_in(run: bytes) -> Iterator[bytes]:
    """The runs of each two neighbours of a run."""
    return (b"%b %b " % pair for pair in pairwise(run.split(_END)[:-1]))


@lru_cache(maxsize=50_000)
def _cluster(cluster: str) -> bytes:
    # A letter without a place is written as its number.
    first, *others = cluster.translate(_TABLE).encode("ascii", "xmlcharrefreplace")
    return bytes([first | _FIRST, *others]) + _END
