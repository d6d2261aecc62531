"""What is special in the text of a law: sections with strokes, items, blanks, footnote marks."""

import re

from thai_text.numbers import lists_apart
from thai_text.outline.anchors import ORDINAL
from thai_text.reading.letters import letter_name
from thai_text.reading.numbers import number_words, thai_number

_BLANK_YEAR = re.compile(r"(พ\.ศ\.|พุทธศักราช|ค\.ศ\.) ?(?:\.{2,}|[…_]+\.*)(?: ?\.(?![0-9]))*")
_BLANK_NUMBER = re.compile(
    r"((?:ฉบับ|ครั้ง|วัน|ลำดับ|ตอน|ชุด|สมัย|รุ่น|คน|ประชุม)?ที่|เล่ม|ตอน|หน้า|มาตรา|เดือน|ปี|จำนวน) ?"
    r"(?:\.{2,}|[…_]+\.*)"
)
_LEADER = re.compile(r" ?(?:\.{5,}|…{3,}|(?:\. ){4,}) *([0-9]+)[ \t]*$", re.MULTILINE)
_BLANK = re.compile(r"\.{4,}|_{3,}|…{2,}")
_FOOTNOTE_START = re.compile(r"^\[([0-9]+)\] ?", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[[0-9]+\]")
_ITEM = re.compile(r" ?\(([0-9]{1,2}(?:[/.][0-9]{1,2})*|[ก-ฮ])\) ?")
_LONE_LETTER = re.compile(r"(?<![ก-๛.])([ก-ฆงจฉชซฌญฎฏฐฑฒดตถทนบปผฝพฟภมยรลวศษสหฬอฮ])(?![ก-๛.])")
_STROKES = re.compile(r"(?<![0-9/])([0-9]+(?:/[0-9]+)+)(?![0-9/])")
# A number with a stroke after one of these words, or later in the list it begins, is a name.
_NUMBERED = re.compile(
    r"(?:มาตรา|ข้อ|ที่|หน้า|หมู่|ชั้น|ห้อง|วรรค|รายการ|แบบ|ปี|ตอน|เล่ม|ภาค|รุ่น|สัญญา|รหัส|มติ|ว|ม\.|ป\.|ซอย)"
    r"(?:[ 0-9/,()–-]|[ก-ฮ]\)|และ|หรือ|ถึง|กับ|ทวิ|ตรี|จัตวา|มาตรา|ข้อ|วรรคหนึ่ง|วรรคสอง|วรรคสาม)*\Z"
)
# A whole number with a fraction: 1 1/2.
_MIXED = re.compile(r"(?<![0-9/.,])([0-9]{1,3}) ([1-9])/([2-9])(?![0-9/])")
# A dash between numbers with strokes: มาตรา 12/1-12/5, คำวินิจฉัยที่ 15-18/2556.
_STROKES_UNTIL = re.compile(
    r"(?<=/[0-9])([0-9]*) ?[-–—] ?(?=[0-9])|(?<![0-9/-])([0-9]+) ?[-–—] ?(?=[0-9]+/[0-9])"
)
# A part of a law until another of its kind: วรรคหนึ่ง-วรรคสาม, มาตรา 5 - มาตรา 8.
_PARTS_UNTIL = re.compile(
    r"(?P<part>วรรค|มาตรา|ข้อ|หมวด|ส่วนที่|ลักษณะ|ภาค)(?P<which> ?[0-9ก-๎/()]{1,20})"
    r" ?[-–—] ?(?=(?P=part))"
)
# 35 ทวิ/1
_INSERTED_STROKE = re.compile(rf"(?<=[0-9]) ?({ORDINAL})/(?=[0-9])")
_ITEMS_UNTIL = re.compile(r"(?<=\)) ?[-–—] ?(?=\((?:[0-9]{1,2}|[ก-ฮ])\))")
# Pali ordinals after a section's number, and Roman-like vulgar fractions after a whole number.
_ORDINAL = re.compile(rf"(?<=[0-9])(?=(?:{ORDINAL})(?![ก-๎]))")
_VULGAR = {
    "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
_OF = re.compile(" ?ของ")
_LARGEST_FRACTION = 10
_CONTEXT = 60


def say_blanks(text: str) -> str:
    """Say what a draft leaves open (`พ.ศ. ....`, `ฉบับที่ ..`); leader dots lead to a page."""
    text = _BLANK_YEAR.sub(r"\1 เว้นว่าง", text)
    text = _BLANK_NUMBER.sub(r"\1 เว้นว่าง", text)
    text = _LEADER.sub(r" หน้า \1", text)
    return _BLANK.sub(" เว้นว่าง ", text).replace("...", " ").replace("…", " ")


def say_items(text: str) -> str:
    """Say the items (๑) and (ก), and a letter that stands alone; footnote marks are not read."""
    text = _FOOTNOTE_START.sub(r"เชิงอรรถ \1 ", text)
    text = _PARTS_UNTIL.sub(r"\g<part>\g<which>ถึง", lists_apart(text))
    text = _ITEMS_UNTIL.sub(" ถึง", _FOOTNOTE_MARK.sub("", text))
    text = _ITEM.sub(_item, text)
    return _LONE_LETTER.sub(lambda found: letter_name(found[1]), text)


def _item(found: re.Match[str]) -> str:
    name = found[1]
    words = say_strokes(name) if name[0].isdigit() else letter_name(name)
    if name[0].isdigit() and "/" not in name:
        words = number_words(name)
    return f" วงเล็บ{words} "


def say_strokes(text: str) -> str:
    """Say `มาตรา 112/1` with ทับ, and as a fraction what is neither a section nor a name."""
    for sign, fraction in _VULGAR.items():
        if sign in text:
            text = re.sub(f"(?<=[0-9]){sign}", f" {fraction}", text).replace(sign, fraction)
    text = _ORDINAL.sub(" ", _INSERTED_STROKE.sub(r" \1 ทับ ", text))
    text = _STROKES_UNTIL.sub(lambda found: f"{found[1] or found[2] or ''}ถึง", text)
    return _STROKES.sub(_stroke, _MIXED.sub(_mixed, text))


def _stroke(found: re.Match[str]) -> str:
    numbers = found[1].split("/")
    if _is_fraction(found, numbers):
        if numbers == ["1", "2"]:
            return "ครึ่งหนึ่ง"
        return thai_number(int(numbers[0])) + "ใน" + thai_number(int(numbers[1]))
    return "ทับ".join(number_words(number) for number in numbers)


def _mixed(found: re.Match[str]) -> str:
    whole, part, of = (int(number) for number in found.groups())
    if part >= of:
        return found[0]
    half = (part, of) == (1, 2)
    fraction = "ครึ่ง" if half else f"เศษ{thai_number(part)}ส่วน{thai_number(of)}"
    return thai_number(whole) + fraction


def _is_fraction(found: re.Match[str], numbers: list[str]) -> bool:
    if len(numbers) != 2 or numbers[0] == "0" or any(n.startswith("0") for n in numbers):
        return False
    if not int(numbers[0]) < int(numbers[1]):
        return False
    if int(numbers[1]) > _LARGEST_FRACTION and not _OF.match(found.string, found.end()):
        return False
    before = found.string[max(0, found.start() - _CONTEXT) : found.start()]
    return not _NUMBERED.search(before)
