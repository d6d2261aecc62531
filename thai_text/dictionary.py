"""The words that Thai is cut into: PyThaiNLP's list and the Senate's own terms.

Loaded once, when first asked; safe to ask from several threads.
"""

import hashlib
import tempfile
import threading
from functools import lru_cache
from importlib import resources
from pathlib import Path

import nlpo3
from pythainlp.tokenize import tcc_p

_NAME = "siang-sapha"
_SHORTEST_SUB_WORD = 3
_SHORTEST_PIECE = 2
_CACHED_RUN = 40
_lock = threading.Lock()
_known: frozenset[str] = frozenset()
_fingerprint = ""


def segment(run: str) -> tuple[str, ...]:
    """Cut a run of Thai letters without spaces into words.

    Short runs, which queries and names are, are remembered. The cutter's "safe" mode is not used:
    it cuts a long text differently from a short query.
    """
    _load()
    return _segment_short(run) if len(run) <= _CACHED_RUN else _segment(run)


def sub_words(word: str) -> tuple[str, ...]:
    """The dictionary words of three letters or more inside a Thai word, itself left out.

    Only words by which the whole is made up count: ข่า is no part of ข่าว, as no word is left.
    """
    _load()
    return _sub_words(word)


def knows(word: str) -> bool:
    """Whether a word is in the dictionary."""
    _load()
    return word in _known


def all_words() -> frozenset[str]:
    """Every word of the dictionary."""
    _load()
    return _known


def cut_clusters(run: str) -> tuple[str, ...]:
    """Cut a run of Thai letters into character clusters, the smallest pieces written together."""
    return _clusters_short(run) if len(run) <= _CACHED_RUN else tuple(tcc_p.tcc(run))


def fingerprint() -> str:
    """A hash of every word known, so that an index cut by another dictionary is recognised."""
    _load()
    return _fingerprint


def _load() -> None:
    global _known, _fingerprint
    if _known:
        return
    with _lock:
        if _known:
            return
        text = (
            _read("pythainlp.corpus", "words_th.txt")
            + "\n"
            + _read("thai_text", "senate_words.txt")
        )
        words = frozenset(word for line in text.splitlines() if (word := line.strip()))
        _hand_over(words)
        _fingerprint = hashlib.sha256("\n".join(sorted(words)).encode()).hexdigest()
        _known = words


def _read(package: str, name: str) -> str:
    return resources.files(package).joinpath(name).read_text(encoding="utf-8")


def _hand_over(words: frozenset[str]) -> None:
    # nlpo3 takes a dictionary only as one file.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.txt"
        path.write_text("\n".join(sorted(words)), encoding="utf-8")
        said, loaded = nlpo3.load_dict(str(path), _NAME)
    if not loaded:
        raise RuntimeError(f"The Thai dictionary could not be loaded: {said}")


def _segment(run: str) -> tuple[str, ...]:
    return tuple(nlpo3.segment(run, _NAME, safe=False, parallel=False))


_segment_short = lru_cache(maxsize=100_000)(_segment)


@lru_cache(maxsize=50_000)
def _clusters_short(run: str) -> tuple[str, ...]:
    return tuple(tcc_p.tcc(run))


@lru_cache(maxsize=100_000)
def _sub_words(word: str) -> tuple[str, ...]:
    borders = [0]
    for cluster in cut_clusters(word):
        borders.append(borders[-1] + len(cluster))
    pieces = [
        (start, end)
        for at, start in enumerate(borders)
        for end in borders[at + 1 :]
        if _SHORTEST_PIECE <= end - start < len(word) and word[start:end] in _known
    ]
    begun = {0}
    for start, end in pieces:
        if start in begun:
            begun.add(end)
    ended = {len(word)}
    for start, end in sorted(pieces, reverse=True):
        if end in ended:
            ended.add(start)
    found = (word[start:end] for start, end in pieces if start in begun and end in ended)
    return tuple(dict.fromkeys(piece for piece in found if len(piece) >= _SHORTEST_SUB_WORD))
