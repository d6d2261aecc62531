"""Dates in the Buddhist era: read, shown in Thai and English, put in fiscal years and quarters."""

import re
from datetime import date
from typing import Literal

from thai_text.numbers import ARABIC_DIGITS, THAI_DIGITS

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

BE_OFFSET = 543
# Until B.E. 2483 the year began on 1 April; B.E. 2484 was the first to begin on 1 January
# (พระราชบัญญัติปีประดิทิน พุทธศักราช ๒๔๘๓).
FIRST_JANUARY_YEAR = 2484
# Years from here on are of the Buddhist era: no text of this service speaks of C.E. 2300.
FIRST_BE_YEAR = 2300
FISCAL_START_MONTH = 10


_ERA = r"(?P<era>พ\.?ศ\.?|พุทธศักราช|ค\.?ศ\.?|คริสต์ศักราช)?"
_NUMERIC = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d{2})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:T.*)?")
_WRITTEN = re.compile(
    rf"(?:วันที่)?\s*(?P<day>\d{{1,2}})\s*(?P<name>[^\d\s]+)\s*(?:ปี)?\s*{_ERA}\s*'?(?P<year>\d{{4}}|\d{{2}})"
)
_WEEKDAY = re.compile(r"^วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ|ศุกร์|เสาร์|อาทิตย์)(?:ที่)?\s*")
_NOT_LETTERS = re.compile(r"[^ก-๎A-Za-z]")


def _month_names() -> dict[str, int]:
    names = {}
    for number, (long, short, english) in enumerate(
        zip(MONTHS, SHORT_MONTHS, _ENGLISH_MONTHS, strict=True), 1
    ):
        for name in (long, short, english.lower(), english[:3].lower()):
            names[_NOT_LETTERS.sub("", name)] = number
    return names


_MONTH_NUMBERS = _month_names()


def parse_date(text: str) -> date:
    """Read a date typed by a person (`๑๒ มี.ค. ๖๗`, `12/03/2567`, `2024-03-12`, either digits).

    Years of two digits are of the Buddhist era. January to March of a year up to B.E. 2483 fall in
    the following Christian year (ปีประดิทิน Act B.E. 2483). Raises ValueError saying what is wrong.
    """
    typed = text.strip()
    folded = _WEEKDAY.sub("", typed.translate(ARABIC_DIGITS))
    found = _ISO.fullmatch(folded) or _NUMERIC.fullmatch(folded) or _WRITTEN.fullmatch(folded)
    if not found:
        raise ValueError(f"“{typed}” is not a date: write it like 12 มี.ค. 2567 or 12/03/2567.")
    parts = found.groupdict()
    month = int(parts["month"]) if "month" in parts else _month_number(parts["name"], typed)
    year = _ce_year(parts["year"], month, parts.get("era"))
    try:
        return date(year, month, int(parts["day"]))
    except ValueError as error:
        raise ValueError(f"“{typed}” is not a date: there is no such day.") from error


def _month_number(name: str, typed: str) -> int:
    number = _MONTH_NUMBERS.get(_NOT_LETTERS.sub("", name).lower())
    if not number:
        raise ValueError(f"“{typed}” is not a date: “{name}” is not the name of a month.")
    return number


def _ce_year(written: str, month: int, era: str | None) -> int:
    year = int(written)
    if len(written) == 2:
        year += 2500
    elif year < FIRST_BE_YEAR and not (era or "").startswith("พ"):
        return year
    if (era or "").startswith("ค"):
        return year if len(written) == 4 else year - 500
    if year < FIRST_JANUARY_YEAR and month < 4:
        return year - BE_OFFSET + 1
    return year - BE_OFFSET


def buddhist_year(day: date) -> int:
    """Return the Buddhist year that a day was written with when it was lived."""
    year = day.year + BE_OFFSET
    return year - 1 if year <= FIRST_JANUARY_YEAR - 1 and day.month < 4 else year


def thai_date(
    day: date, style: Literal["long", "short"] = "long", *, thai_digits: bool = False
) -> str:
    """Show a date in Thai with its Buddhist year: `12 มีนาคม 2567`, short `12 มี.ค. 67`."""
    year = buddhist_year(day)
    if style == "long":
        shown = f"{day.day} {MONTHS[day.month - 1]} {year}"
    else:
        shown = f"{day.day} {SHORT_MONTHS[day.month - 1]} {year % 100:02d}"
    return shown.translate(THAI_DIGITS) if thai_digits else shown


def english_date(day: date) -> str:
    """Show a date in English with its Christian year: `12 March 2024`."""
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"


def fiscal_year(day: date) -> int:
    """Return the fiscal year, B.E., which begins on 1 October of the year before.

    Source: Budget Procedures Act B.E. 2561 s.4 (ปีงบประมาณ).
    """
    return day.year + BE_OFFSET + (day.month >= FISCAL_START_MONTH)


def fiscal_quarter(day: date) -> int:
    """Return the quarter of the fiscal year, 1 (October to December) to 4 (July to September)."""
    return (day.month - FISCAL_START_MONTH) % 12 // 3 + 1
