"""What fits into a LINE message, whose length counts UTF-16 units."""

import re
import unicodedata

from thai_text.dictionary import cut_clusters

# LINE's own limit on a text message.
MOST_UNITS = 5000
_CUT = "…"
_THAI = re.compile("[\u0e01-\u0e5b]+")
_JOINER = "\u200d"
_VARIATIONS, _SKINS = range(0xFE00, 0xFE10), range(0x1F3FB, 0x1F400)


def units(text: str) -> int:
    """How much of LINE's limit a text takes."""
    return len(text.encode("utf-16-le")) // 2


def fitting(text: str, most: int = MOST_UNITS) -> str:
    """Text within so many units, cut between two whole signs: a Thai cluster, a letter with its
    marks or a joined picture is never torn."""
    if units(text) <= most:
        return text
    end = _reach(text, most - units(_CUT))
    return text[: _border(text, end)].rstrip() + _CUT


def _reach(text: str, most: int) -> int:
    """How many characters fit; one beyond the first plane takes two units and stays whole."""
    used = 0
    for place, sign in enumerate(text):
        used += 2 if ord(sign) > 0xFFFF else 1
        if used > most:
            return place
    return len(text)


def _border(text: str, end: int) -> int:
    """The last place up to `end` at which nothing is torn."""
    for run in _THAI.finditer(text):
        if run.start() < end < run.end():
            end = _thai_border(run.group(), run.start(), end)
            break
    while 0 < end < len(text) and (_clings(text[end]) or text[end - 1] == _JOINER):
        end -= 1
    return max(end, 0)


def _thai_border(run: str, start: int, end: int) -> int:
    place = start
    for cluster in cut_clusters(run):
        if place + len(cluster) > end:
            break
        place += len(cluster)
    return place


def _clings(sign: str) -> bool:
    clings = sign == _JOINER or ord(sign) in _VARIATIONS or ord(sign) in _SKINS
    return clings or unicodedata.category(sign) in ("Mn", "Me", "Mc")
