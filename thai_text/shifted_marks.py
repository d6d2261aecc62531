"""Marks that a PDF moved one letter to the right: `ข้อบงั คบั` for ข้อบังคับ, `แกไ้ข` for แก้ไข."""

import re
from collections.abc import Callable

# No sound Thai text has these: a mark on a vowel, two tones on one letter, ั that ends a word.
_IMPOSSIBLE = re.compile("[ะาเแโใไ][ัิ-ฺ็่-๎]|[ก-ฮ][่-๋]{2}|ั(?![ก-ฮ่-๋])")
_TORN = re.compile("(?<=[ก-ฮ])([ก-ฮ])ั +(?=[ก-ฮ])")
_MOVED = re.compile("(?<=[ก-ฮัิ-ฺ])([ก-ฮะาเแโใไ][ัิ-ฺ]?)([ัิ-ฺ็่-์])")
_BEFORE = re.compile("[ก-๎]*$")
_AFTER = re.compile("[ก-๎]*")
_AROUND = 10
_SURE = 20.0
_PASSES = 5


def move_back(text: str, cost: Callable[[str], float]) -> str:
    """Move shifted marks back where that makes words of what was none.

    `cost` says how unlikely a run of Thai letters is. Sound text is only searched for impossible
    sequences: text without any is left alone.
    """
    if not _IMPOSSIBLE.search(text):
        return text
    for _ in range(_PASSES):
        joined = _TORN.sub(lambda found: _better(found, "ั" + found[1], cost), text)
        moved = _MOVED.sub(lambda found: _better(found, found[2] + found[1], cost), joined)
        if moved == text:
            break
        text = moved
    return text


def _better(found: re.Match[str], moved: str, cost: Callable[[str], float]) -> str:
    text, start, end = found.string, found.start(), found.end()
    before = _search(_BEFORE, text[max(0, start - _AROUND) : start])
    after = _search(_AFTER, text[end : end + _AROUND])
    stays = cost(f"{before}{found[0]}{after}")
    return moved if cost(f"{before}{moved}{after}") + _SURE < stays else found[0]


def _search(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""
