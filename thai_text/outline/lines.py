"""What one line of a law begins with: a chapter, a section, an item, a footnote or plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thai_text.outline.anchors import ORDINALS
from thai_text.outline.tree import ARABIC_DIGITS

_DIGITS = "[0-9๐-๙]{1,4}"
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_NUMBER = rf"{_DIGITS}(?:\s?/\s?{_DIGITS})?(?:\s?(?:{_ORDINAL})(?![ก-ฮะ-๎]))?"
_MARKS = r"(?:\s?\[[^\]\s]{1,8}\])*"

# The outermost first: the rank of a word is its place.
RANKS = {"บรรพ": 0, "ภาค": 0, "ลักษณะ": 1, "หมวด": 2, "ส่วน": 3, "ตอน": 4}
LETTERS = {"บรรพ": "b", "ภาค": "b", "ลักษณะ": "t", "หมวด": "c", "ส่วน": "p", "ตอน": "d"}
UNNUMBERED = (
    "บทเฉพาะกาล", "บทบัญญัติเฉพาะกาล", "บทกำหนดโทษ", "บทลงโทษ", "บททั่วไป", "บทบัญญัติทั่วไป",
    "บทเบ็ดเตล็ด", "บทเบ็ดเสร็จ", "บทเบ็ดเสร็จทั่วไป", "บทนิยาม", "บทวิเคราะห์", "บทวิเคราะห์ศัพท์",
)  # fmt: skip

_SECTION = re.compile(rf"มาตรา\s{{0,3}}({_NUMBER}){_MARKS}(?![0-9๐-๙/])\s*")
_CHAPTER = re.compile(
    rf"(บรรพ|ภาค|ลักษณะ|หมวด|ส่วน|ตอน)(ที่)?\s{{0,3}}({_NUMBER}){_MARKS}(?![0-9๐-๙/])\s*"
)
_BARE_CHAPTER = re.compile(rf"({'|'.join(sorted(UNNUMBERED, key=len, reverse=True))}){_MARKS}\Z")
_ITEM = re.compile(
    rf"(\({_DIGITS}(?:/{_DIGITS})?(?:\s?(?:{_ORDINAL}))?\)"
    rf"|\([ก-ฮ]\)|\([a-zA-Z]{{1,4}}\)|{_DIGITS}\.(?:{_DIGITS}\.?)*(?=[\s\[])|[ก-ฮ]\.(?=\s)){_MARKS}\s*"
)
LONGEST_HEADING = 150


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
    """How a line of a Thai law begins; a line that is nothing else is text."""
    if found := _SECTION.match(line):
        return Mark("section", line[found.end() :], tidy_number(found[1]), "มาตรา")
    if found := _CHAPTER.match(line):
        rest = line[found.end() :]
        if len(rest) <= LONGEST_HEADING:
            return Mark("chapter", rest, tidy_number(found[3]), found[1] + (found[2] or ""))
    if found := _BARE_CHAPTER.match(line):
        return Mark("chapter", found[1])
    if found := _ITEM.match(line):
        return Mark("item", line[found.end() :], found[1].translate(ARABIC_DIGITS))
    return Mark("text", line)
