"""Where one instrument ends and another begins in a file of a law as it is published.

The law and its closing, the code that it enacts, annexes, amending Acts, notes of their reasons.
"""

from __future__ import annotations

import re

_NAMES = "พระราชบัญญัติ|พระราชกำหนด|พระราชกฤษฎีกา|พระบรมราชโองการ|ประกาศ|คำสั่ง|กฎ|รัฐธรรมนูญ"
_TITLED = re.compile(
    rf"\*{{0,3}}\s?(?:{_NAMES})(?!มา ณ|ตาม|นี้)\S[^“”]{{0,600}}"
    r"(?:พ\.ศ\.|พุทธศักราช|พุทธสักราช|ฉ(?:ะ)?บับที่|ที่|/)\s?[0-9๐-๙]{1,4}(?:\s.{0,300})?\Z"
)
_YEAR_LAST = re.compile(r"(?:พ\.ศ\.|พุทธศักราช|พุทธสักราช|พระพุทธศักราช|ร\.ศ\.|/)\s?[0-9๐-๙]{1,4}\Z")
_BARE = re.compile(r"(?:พระราชบัญญัติ|พระราชกำหนด|พระราชกฤษฎีกา)\Z")
_CODE = re.compile(r"(?:ประมวล|พระธรรมนูญ)[ก-๎]{3,60}\Z")
_CONTENTS = re.compile(r"สารบ(?:ัญ|าญ)\Z")
_REASON = re.compile(r"\*?\s?หมายเหตุ\s?[:;]?\s?[-–]{0,2}\s?(?=เหตุผล|โดยที่|เนื่องจาก)")
_ANNEX_NAMES = r"บัญชี|อัตราค่าธรรมเนียม|ภาคผนวก|ใบแนบ|แผนที่|ตาราง\s?[0-9๐-๙]"
_ANNEX_END = r"(?!นั้น|ซึ่ง|นี้|ที่)[^()]{0,120}(?:\([^()]{0,60}\))?\Z"
_ANNEX = re.compile(rf"(?:{_ANNEX_NAMES}){_ANNEX_END}")
_FIRST_ANNEX = re.compile(
    rf"(?:{_ANNEX_NAMES}|อัตรา|ตาราง|แบบ|พิกัด|รายการ|อนุสัญญา|ความตกลง|พิธีสาร){_ANNEX_END}"
)
_OPENINGS = (
    "สารบ", "ประมวล", "พระ", "หมายเหตุ", "*", "ประกาศ", "คำสั่ง", "กฎ", "รัฐธรรมนูญ", "ผู้รับสนอง",
    "บัญชี", "อัตราค่า", "ภาคผนวก", "ใบแนบ", "แผนที่", "ตาราง",
)  # fmt: skip
_ORNAMENT = re.compile(r"(?:_+|[-–—=*.]{3,})\Z")
_ENACTS = re.compile(
    r"ในพระปรมาภิไธย|มีพระบรมราชโองการ|ภูมิพล|สมเด็จ|พระบาท|ให้ไว้|ตราไว้|มหาวชิราลงกรณ|ประชาธิปก"
)


def may_open_part(line: str) -> bool:
    """Whether a line begins as one that opens another part of the file can; most lines do not."""
    return line.startswith(_OPENINGS)


def is_ornament(line: str) -> bool:
    """Whether a line is only a drawn rule."""
    return bool(_ORNAMENT.match(line))


def is_signature(line: str) -> bool:
    """Whether a line opens the proclamation or countersignature that closes a law's own text."""
    return line.startswith(("ผู้รับสนอง", "ประกาศมา ณ"))


def is_reason(line: str) -> bool:
    """Whether a line is the note of the reason for an Act ("หมายเหตุ :- เหตุผล…")."""
    return bool(_REASON.match(line))


def reason_text(line: str) -> str:
    """The note of the reason without its own head."""
    return line[found.end() :] if (found := _REASON.match(line)) else line


def is_code(line: str) -> bool:
    """Whether a line is nothing but the name of a code ("ประมวลกฎหมายอาญา")."""
    return bool(_CODE.match(line))


def is_contents(line: str) -> bool:
    """Whether a line is the head of a table of contents."""
    return bool(_CONTENTS.match(line))


def is_annex(line: str, first: bool) -> bool:
    """Whether a line after the closing is the head of an annex: schedule, rates, map, form.

    The `first` line below the closing may have more names than one that follows an annex's lines.
    """
    pattern = _FIRST_ANNEX if first else _ANNEX
    return bool(pattern.match(line)) and not line.endswith(("บาท", "ละ"))


def is_appended(line: str, marked: bool) -> bool:
    """Whether a line is the title of another instrument, with its footnote mark or its year last.

    `marked` says that a footnote mark closed the line: its note gives the place of publication.
    """
    return bool(_TITLED.match(line)) and (marked or bool(_YEAR_LAST.search(line)))


def is_bare_title(line: str) -> bool:
    """Whether a line is the first line of a centred title ("พระราชบัญญัติ" alone)."""
    return bool(_BARE.match(line))


def join_title(lines: list[str]) -> str:
    """A centred title in one line, with a space before its year and before "(ฉบับที่ …)"."""
    joined = ""
    for line in lines:
        joined += f" {line}" if joined[-1:].isdigit() else line
    return re.sub(r"(?<=\S)(?=(?:พ\.ศ\.|พระพุทธศักราช|พุทธศักราช|\(ฉ)\s?\S*\s?[0-9๐-๙])", " ", joined)


def title_lines(lines: list[str], start: int) -> int:
    """How many lines from `start` make up a centred title, the year being its last; 0 if none."""
    for count, line in enumerate(lines[start : start + 7], 1):
        if _ENACTS.match(line) or len(line) > 120:
            return count - 1
        if _YEAR_LAST.search(line):
            return count
    return 0
