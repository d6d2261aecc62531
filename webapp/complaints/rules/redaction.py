"""What in a text may tell who somebody is, found by rules, and the words that stand in its place.

Personal Data Protection Act B.E. 2562 s.6 (what makes a person identifiable). A rule suggests; an
officer looks at it and decides.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from thai_text import dictionary


class Personal(StrEnum):
    """What kind of personal data it is; where two meet at one place, the earlier here wins."""

    KNOWN = "known"
    EMAIL = "email"
    CITIZEN_ID = "citizen_id"
    TELEPHONE = "telephone"
    PLATE = "plate"
    ADDRESS = "address"
    NAME = "name"


@dataclass(frozen=True)
class Found:
    """A stretch of a text, from `start` up to `end`, that may be personal data."""

    kind: Personal
    start: int
    end: int


# What is written in its place, by the language of the text.
IN_PLACE = {
    "th": {
        Personal.KNOWN: "[ข้อมูลของผู้ส่ง]",
        Personal.EMAIL: "[อีเมล]",
        Personal.CITIZEN_ID: "[เลขประจำตัวประชาชน]",
        Personal.TELEPHONE: "[หมายเลขโทรศัพท์]",
        Personal.PLATE: "[ทะเบียนรถ]",
        Personal.ADDRESS: "[ที่อยู่]",
        Personal.NAME: "[ชื่อบุคคล]",
    },
    "en": {
        Personal.KNOWN: "[the sender's data]",
        Personal.EMAIL: "[e-mail address]",
        Personal.CITIZEN_ID: "[citizen ID]",
        Personal.TELEPHONE: "[telephone number]",
        Personal.PLATE: "[number plate]",
        Personal.ADDRESS: "[address]",
        Personal.NAME: "[name]",
    },
}

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_THIRTEEN = re.compile(r"(?<!\d)\d(?:[ -]?\d){12}(?!\d)")
_TELEPHONE = re.compile(r"(?<!\d)(?:\+?66[ -]?|[0๐])[1-9๑-๙](?:[ -]?\d){7,8}(?!\d)")
# Two letters after a figure, or two letters where a registration is spoken of.
_PLATE = re.compile(
    r"(?:(?<=ทะเบียน)|(?<=ทะเบียน )|(?<=ทะเบียนรถ)|(?<=ทะเบียนรถ )|(?<!\d)(?=\d))"
    r"\d?(?!คน|กม|ซม|มม|ชม|บท)[ก-ฮ]{2}[ -]?\d{1,4}(?!\d)"
)
_HOUSE = r"\d+(?:/\d+)?"
_LANE = r"(?:หมู่(?:ที่)?\s?\d+|ม\.\s?\d+|ซอย\s?\S+|ซ\.\s?\S+|ถนน\s?\S+|ถ\.\s?\S+)"
_PLACE = (
    rf"(?:{_LANE}|(?:แขวง|เขต|ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.)\s?\S+|กรุงเทพ\S*|(?<!\d)\d{{5}}(?!\d))"
)
_ADDRESS = re.compile(
    rf"(?:บ้านเลขที่\s?{_HOUSE}|(?:เลขที่\s?)?(?<![\d/]){_HOUSE}\s{{0,2}}{_LANE})(?:\s{{1,2}}{_PLACE})*"
)
_TITLE = re.compile(
    r"นางสาว|น\.ส\.|ด\.ช\.|ด\.ญ\.|เด็กชาย|เด็กหญิง"
    r"|(?<!เจ้า)นาย(?!ก(?:รัฐ|สภา|เทศ|อบ|องค์|สมาคม|ฯ|\s)|ทะเบียน|จ้าง|หน้า|อำเภอ|ตำรวจ|ทหาร|แพทย์|ช่าง|ท้าย|ใหญ่|ประกัน)"
    r"|(?<!ขุน)นาง(?!แบบ|เอก|พยาบาล|งาม|ฟ้า|รอง|สาว)"
)
_LATIN_NAME = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?")
_RUN = re.compile(r"\s{0,2}([ก-๎]+)")
_LONGEST_NAME = 30
# A name has ended where one of these words begins.
_NO_NAME = frozenset(
    ["ที่", "ซึ่ง", "ด่า", "ว่ากล่าว", "ได้", "ไม่", "เป็น", "และ", "หรือ", "กับ",
     "มา", "ไป", "อยู่", "ของ", "ว่า", "ให้", "ใน", "จาก", "จะ", "แล้ว", "พูด",
     "บอก", "ทำ", "ทำงาน", "ใช้", "มี", "ถูก", "เคย", "ยัง", "ก็", "เมื่อ", "โดย",
     "ต่อ", "เจ้าหน้าที่", "ตำแหน่ง", "ผู้", "พนักงาน", "รับ", "ส่ง", "เรียก",
     "ขอ", "แจ้ง", "ร้องเรียน", "ด้วย", "ช่วย", "ดูแล", "ครับ", "ค่ะ"]
)  # fmt: skip
_WEIGHTS = range(13, 1, -1)
_DIGITS_OF_ID = 13


def is_citizen_id(text: str) -> bool:
    """Whether 13 digits, of either script, are a Thai citizen's: the last one checks the others.

    Source: Department of Provincial Administration; the weights are 13 down to 2, modulo 11.
    """
    digits = [int(sign) for sign in text if sign.isdigit()]
    if len(digits) != _DIGITS_OF_ID:
        return False
    weighed = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return (11 - weighed % 11) % 10 == digits[-1]


def find(text: str, known: Iterable[str] = ()) -> list[Found]:
    """What in a text may be personal data, in order, none overlapping.

    `known`: words of which it is known, such as the sender's name.
    """
    found = sorted(_all(text, known), key=lambda one: (list(Personal).index(one.kind), one.start))
    kept: list[Found] = []
    for one in found:
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _all(text: str, known: Iterable[str]) -> Iterator[Found]:
    for word in known:
        if len(word.strip()) > 1:
            pattern = re.compile(r"\s*".join(map(re.escape, word.split())), re.IGNORECASE)
            yield from _matches(Personal.KNOWN, pattern, text)
    yield from _matches(Personal.EMAIL, _EMAIL, text)
    for match in _THIRTEEN.finditer(text):
        if is_citizen_id(match.group()):
            yield Found(Personal.CITIZEN_ID, match.start(), match.end())
    yield from _matches(Personal.TELEPHONE, _TELEPHONE, text)
    yield from _matches(Personal.PLATE, _PLATE, text)
    yield from _matches(Personal.ADDRESS, _ADDRESS, text)
    yield from _matches(Personal.NAME, _LATIN_NAME, text)
    for match in _TITLE.finditer(text):
        end = _end_of_name(text, match.end())
        if end > match.end():
            yield Found(Personal.NAME, match.start(), end)


def _matches(kind: Personal, pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    return (Found(kind, match.start(), match.end()) for match in pattern.finditer(text))


def _end_of_name(text: str, start: int) -> int:
    """Where the given name and the surname after a title end; `start` where there is none."""
    end = start
    for _part in range(2):
        run = _RUN.match(text, end)
        if run is None:
            break
        length = _letters_of_name(run[1])
        if not length:
            break
        end = run.start(1) + length
        if length < len(run[1]):
            break
    return end


def _letters_of_name(run: str) -> int:
    length = 0
    for word in dictionary.segment(run):
        if word in _NO_NAME or length + len(word) > _LONGEST_NAME:
            break
        length += len(word)
    return length


def pieces(text: str, found: Iterable[Found]) -> list[tuple[str, Personal | None]]:
    """The text in pieces, each with what it may be, so that a page can mark it."""
    parts: list[tuple[str, Personal | None]] = []
    at = 0
    for one in found:
        parts += [(text[at : one.start], None), (text[one.start : one.end], one.kind)]
        at = one.end
    parts.append((text[at:], None))
    return [part for part in parts if part[0]]


def redact(text: str, found: Iterable[Found], language: str) -> str:
    """The text with words in the place of what was found."""
    words = IN_PLACE[language]
    return "".join(words[kind] if kind else part for part, kind in pieces(text, found))
