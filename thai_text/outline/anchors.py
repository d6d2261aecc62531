"""Permanent anchors: s133, s12-1, s9-thawi, c1-p2, s133-p2, s133-i1; each once in a document."""

from __future__ import annotations

import re

from thai_text.outline.tree import ARABIC_DIGITS

# Sections put between two others carry a Pali ordinal, in the order of the Thai legal usage.
ORDINALS = {
    "ทวิ": "thawi", "ตรี": "tri", "จัตวา": "chattawa", "เบญจ": "bencha", "ฉ": "cho",
    "สัตต": "satta", "อัฏฐ": "attha", "อัฎฐ": "attha", "นว": "nawa", "ทศ": "thotsa",
    "เอกาทศ": "ekathot", "ทวาทศ": "thawathot", "เตรส": "teros", "จตุทศ": "chatuthot",
    "ปัณรส": "pannarot", "โสฬส": "solot", "สัตตรส": "sattarot", "อัฏฐารส": "attharot",
    "เอกูนวีสติ": "ekunawisati", "วีสติ": "wisati",
}  # fmt: skip
_NUMBER = re.compile(r"[0-9]+(?:[/.][0-9]+)*")


def number_key(number: str) -> str:
    """A number as part of an anchor: "12/1" gives "12-1", "9 ทวิ" gives "9-thawi"; or empty."""
    plain = number.translate(ARABIC_DIGITS)
    found = _NUMBER.search(plain)
    parts = re.split(r"[/.]", found.group()) if found else []
    words = plain[found.end() :].split() if found else []
    for word in words:
        if word in ORDINALS:
            parts.append(ORDINALS[word])
        elif re.fullmatch(r"[A-Za-z0-9]{1,4}", word):
            parts.append(word.lower())
    return "-".join(parts)


class Anchors:
    """Hands out anchors; the second of the same name gets -x2, the third -x3, in reading order."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """The anchor itself if it is free, or else with the first free suffix."""
        times = self._times.get(wanted, 0)
        name = wanted
        while name in self._times:
            times += 1
            name = f"{wanted}-x{times}"
        self._times[wanted] = max(times, 1)
        self._times.setdefault(name, 1)
        return name
