"""Names of people: known where they stand in a text, though no dictionary has them.

PyThaiNLP lists given and family names; `own_names.txt` adds names of firms and rare words that were
seen to be taken for damage. A name is never what damaged letters are read as.
"""

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

from pythainlp import corpus

from thai_text import dictionary

# How unlikely a name is, in the measure of words: alone or after a title it is likelier than any
# damage; inside a run of letters it has to be long.
NAME_ALONE, NAME_INSIDE = 8.0, 16.0
SHORTEST_INSIDE = 6
_LONGEST_AFTER_TITLE = 16
_SHORTEST = 2
_LETTERS = "ก-ฮะ-ฺเ-ๅ็-๎"
_RANKS = "(?:เอก|โท|ตรี)"
_TITLE = re.compile(
    "นางสาว|นายแพทย์|นาย|นาง|เด็กชาย|เด็กหญิง|แพทย์หญิง|ท่านผู้หญิง|คุณหญิง|ด็อกเตอร์|ดาบตำรวจ"
    "|หม่อมเจ้า|หม่อมราชวงศ์|หม่อมหลวง|(?:รอง|ผู้ช่วย)?ศาสตราจารย์"
    f"|(?:พล|พัน|ร้อย)(?:ตำรวจ)?{_RANKS}|พล(?:เรือ|อากาศ){_RANKS}|นาวา(?:อากาศ)?{_RANKS}"
    f"|เรือ(?:อากาศ)?{_RANKS}|(?:จ่า)?สิบ(?:ตำรวจ)?{_RANKS}"
)
_SHORT_TITLE = re.compile(
    r"(?<![ก-๎.])(?:ดร|นพ|พญ|ทพ|ศ|รศ|ผศ|น\.ส|ด\.[ชญ]|ม\.จ|ม\.ร\.ว|ม\.ล|พล\.[อทต]|พล\.[รอต]\.[อทต]"
    r"|พ\.(?:ต\.)?[อทต]|ร\.(?:ต\.)?[อทต]|น\.[อทต]|จ\.ส\.[อทต]|ส\.[อทต]|ด\.ต)\. ?$"
)
_LONGEST_SHORT_TITLE = 12
# Officers who are called นาย and no name; others are words of the dictionary (นายทะเบียน).
_SHORTEST_OFFICE = 4
_OFFICES = frozenset(("เรือ", "หมู่", "หมวด", "สัตวแพทย์", "ตำรวจ", "ทหารเรือ"))
_AFTER_TITLE = re.compile(f" ?((?:(?!และ|หรือ|เป็น)[{_LETTERS}]){{2,}})")


class Named(NamedTuple):
    """The first name after a title: where the title starts, and start and end of the name."""

    title: int
    start: int
    end: int

    def moved(self, by: int) -> "Named":
        """The same in a text that begins `by` characters earlier."""
        return Named(self.title + by, self.start + by, self.end + by)

    def guards(self, text: str, place: int, reading: str) -> bool:
        """Whether `text` from `place` on is a part of the name, title and `reading` no office."""
        if not self.title < place < self.end:
            return False
        if self.title < 0 or len(reading) < _SHORTEST_OFFICE:
            return True
        office = text[self.title : self.start] + reading
        return reading not in _OFFICES and not dictionary.knows(office)


@cache
def names() -> frozenset[str]:
    """Return every name of two letters or more that is written in letters without a space."""
    own = resources.files("thai_text").joinpath("own_names.txt").read_text(encoding="utf-8")
    listed = corpus.thai_family_names() | corpus.thai_male_names() | corpus.thai_female_names()
    whole = re.compile(f"[{_LETTERS}]{{{_SHORTEST},}}")
    return frozenset(
        name for name in map(str.strip, [*listed, *own.splitlines()]) if whole.fullmatch(name)
    )


@cache
def longest_name() -> int:
    """Return the length of the longest name."""
    return max(map(len, names()))


def after_titles(stretch: str, before: str) -> list[Named]:
    """The names that follow a title in `stretch`, or a short title at the end of `before`."""
    found: list[Named] = []
    if _SHORT_TITLE.search(before[-_LONGEST_SHORT_TITLE:]):
        found += _name_at(stretch, -1, 0)
    titles = list(_TITLE.finditer(stretch))
    borders = _borders(stretch) if titles else frozenset()
    for title in titles:
        # นายก and นางรอง are words of their own; a longer title can be nothing else.
        if len(title[0]) > len("นาย") or borders.issuperset(title.span()):
            found += _name_at(stretch, title.start(), title.end())
    return found


def _name_at(stretch: str, title: int, place: int) -> list[Named]:
    name = _AFTER_TITLE.match(stretch, place)
    if not name:
        return []
    return [Named(title, name.start(1), min(name.end(1), name.start(1) + _LONGEST_AFTER_TITLE))]


def _borders(stretch: str) -> frozenset[int]:
    """The places where words begin and end."""
    borders, place = {0}, 0
    for run in re.split("( )", stretch):
        for word in dictionary.segment(run) if run.strip() else (run,):
            place += len(word)
            borders.add(place)
    return frozenset(borders)
