"""What one line of a Thai law begins with: a chapter, a section, a clause, an item or text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thai_text.numbers import ARABIC_DIGITS
from thai_text.outline.anchors import ORDINAL

_DIGITS = "[0-9๐-๙]{1,4}"
# A section put in after another: "๙ ทวิ", and one put in after that: "๙ ทวิ/๑".
_INSERTED = rf"(?:\s?(?:{ORDINAL})(?![ก-ฮะ-๎])(?:/{_DIGITS})?)"
_NUMBER = rf"{_DIGITS}(?:\s?/\s?{_DIGITS})?{_INSERTED}?(?![0-9๐-๙/])"
_END = r"\s*(?::\s*)?"

# The outermost first: ภาค > ลักษณะ > หมวด > ส่วน > ตอน.
RANKS = {"บรรพ": 0, "ภาค": 0, "ลักษณะ": 1, "หมวด": 2, "ส่วน": 3, "ตอน": 4}
LETTERS = {"บรรพ": "b", "ภาค": "b", "ลักษณะ": "t", "หมวด": "c", "ส่วน": "p", "ตอน": "d"}
LONGEST_HEADING = 150

_SECTION = re.compile(rf"มาตรา\s{{0,3}}({_NUMBER}){_END}")
_CLAUSE = re.compile(rf"ข้อ\s{{0,3}}({_NUMBER}){_END}")
_CHAPTER = re.compile(rf"(บรรพ|ภาค|ลักษณะ|หมวด|ส่วน|ตอน)(ที่)?\s{{0,3}}({_NUMBER}){_END}")
# A heading without a number stands alone on its line and is one word.
_BARE_CHAPTER = re.compile(
    r"(?:บทเฉพาะกาล|บทบัญญัติเฉพาะกาล|บทกำหนดโทษ|บทลงโทษ|บท(?:บัญญัติ)?ทั่วไป|บทเบ็ดเตล็ด"
    r"|บทเบ็ดเสร็จ(?:ทั่วไป)?|บทนิยาม|บทวิเคราะห์(?:ศัพท์)?|ข้อความเบื้องต้น)\Z"
)
_ITEM = re.compile(
    rf"(\({_DIGITS}(?:/{_DIGITS})?(?:\s?(?:{ORDINAL}))?\)|\([ก-ฮ]\)|\([a-zA-Z]{{1,4}}\)"
    rf"|{_DIGITS}(?:\.{_DIGITS}){{1,4}}\.?(?=\s)|{_DIGITS}\.(?=[\sก-ฮเ-ไ“])|[ก-ฮ]\.(?=\s))\s*"
)
# A line that a page's width broke before a reference is not the head of a section.
_GOES_ON = re.compile(r"(?:และ|หรือ|วรรค|แห่ง|ประกอบ|,)")
_NOT_A_HEADING = re.compile(r"(?:และ|หรือ|ถึง|แห่ง|ของ|ให้|ตาม|แล้ว|มาใช้|วรรค|,|นี้|ซึ่ง|ที่)")


@dataclass(frozen=True)
class Mark:
    """How a line begins: kind, the word and number found there, and the rest of the line."""

    kind: str
    rest: str
    number: str = ""
    word: str = ""


def tidy_number(number: str) -> str:
    """A number in Arabic digits, no space around the slash, one before an ordinal: "9 ทวิ"."""
    plain = re.sub(r"\s*/\s*", "/", number.translate(ARABIC_DIGITS).strip())
    return re.sub(r"(?<=[0-9])\s*(?=[ก-ฮ])", " ", plain)


def read_thai(line: str) -> Mark:
    """How a line of a Thai law, without its footnote marks, begins; anything else is text."""
    if not line or line[0] in "-–—“”":
        return Mark("text", line)
    return (
        _read_section(line)
        or _read_chapter(line)
        or read_item(line)
        or _read_clause(line)
        or Mark("text", line)
    )


def read_item(line: str) -> Mark | None:
    """The item with which a line begins: (๑), (ก), ๑., ๑.๑, ก.; or None."""
    if found := _ITEM.match(line):
        return Mark("item", line[found.end() :], found[1].translate(ARABIC_DIGITS))
    return None


def _read_section(line: str) -> Mark | None:
    found = _SECTION.match(line)
    if not found:
        return None
    rest, number = line[found.end() :], tidy_number(found[1])
    again = _SECTION.match(rest)
    if again and tidy_number(again[1]) != number or _GOES_ON.match(rest):
        return None
    return Mark("section", rest, number, "มาตรา")


def _read_chapter(line: str) -> Mark | None:
    if _BARE_CHAPTER.match(line):
        return Mark("chapter", line)
    found = _CHAPTER.match(line)
    if not found or len(line) > LONGEST_HEADING:
        return None
    rest = line[found.end() :]
    if _NOT_A_HEADING.match(rest):
        return None
    return Mark("chapter", rest, tidy_number(found[3]), found[1] + (found[2] or ""))


def _read_clause(line: str) -> Mark | None:
    found = _CLAUSE.match(line)
    if not found or _GOES_ON.match(line[found.end() :]):
        return None
    return Mark("clause", line[found.end() :], f"ข้อ {tidy_number(found[1])}", "ข้อ")
