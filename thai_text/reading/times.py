"""Dates and times of day as they are said."""

import re

from thai_text.dates import FIRST_BE_YEAR, MONTHS, SHORT_MONTHS
from thai_text.reading.numbers import thai_number

_DASH = "[-–—]"
_DAY = "(?:0?[1-9]|[12][0-9]|3[01])"
_SHORT = "|".join(re.escape(month) + "?" for month in SHORT_MONTHS)
_MONTH_INDEX = {month.replace(".", ""): index for index, month in enumerate(SHORT_MONTHS)}
_ERA = r"(?P<era>(?:ปี )?พ\.ศ\. ?|พุทธศักราช ?|ค\.ศ\. ?|คริสต์ศักราช ?|ปี ?)?"

_NUMERIC_DATE = re.compile(
    r"(?<![0-9/.,-])(?P<day>0?[1-9]|[12][0-9]|3[01])(?P<sep>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=sep)"
    r"(?P<year>[12][0-9]{3}|[4-9][0-9])(?![0-9/]|-[0-9]|[.,][0-9])"
)
_ISO_DATE = re.compile(
    r"(?<![0-9/-])(?P<year>[12][0-9]{3})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9/-])"
)
_SHORT_DATE = re.compile(
    rf"(?<![0-9ก-๎])(?:(?P<from>{_DAY}) ?{_DASH} ?)?(?P<day>{_DAY})? ?"
    rf"(?P<month>{_SHORT})(?![.]?[ก-ฮ]+[.]) ?{_ERA}"
    r"['’]?(?P<year>[12][0-9]{3}|[0-9]{2})?(?![0-9])"
)
_LONG_DATE = re.compile(
    rf"(?P<month>{'|'.join(MONTHS)}) ?(?P<year>[4-9][0-9])(?![0-9]|[.,/][0-9]| ?[ก-๎%])"
)
_ANY_MONTH = f"(?:{'|'.join(MONTHS)}|{_SHORT})"
# The dash of a span of dates: before another date, or between two months.
_UNTIL = re.compile(
    rf"(?:(?<=[0-9]{{4}})|(?<=\. [0-9]{{2}})|(?<=\.[0-9]{{2}})) ?{_DASH} ?"
    rf"(?=(?:{_DAY} ?)?{_ANY_MONTH})"
    rf"|(?<=[ก-๎.]) ?{_DASH} ?(?=(?:{_DAY} ?)?{_ANY_MONTH})"
    rf"|(?<=/[0-9]{{4}}) ?{_DASH} ?(?={_DAY}/[0-9]{{1,2}}/)"
    rf"|(?<=[0-9]{{4}}) ?{_DASH} ?(?=(?:พ\.ศ\.|ค\.ศ\.|พุทธศักราช|คริสต์ศักราช) ?[0-9])"
)
# In a reference to the Gazette: หน้า 12/28 ธันวาคม 2550.
_AFTER_PAGE = re.compile(rf"(?<=[0-9ก-๎])/(?={_DAY} ?{_ANY_MONTH})")
# The dot of น. is often forgotten.
_MARK = r"(?:น\.(?![ก-ฮ]{1,3}\.)|น(?![ก-๎.])|นาฬิกา)"
_CLOCK = r"(?:[01]?[0-9]|2[0-4])[.:][0-5][0-9]"
_HOURS = re.compile(
    rf"(?<![0-9.,:])(?:(?P<from>{_CLOCK}) ?(?:น\.?|นาฬิกา)? ?(?P<to>{_DASH}|ถึง) ?)?"
    rf"(?P<clock>{_CLOCK})"
    rf"(?:[.:](?P<seconds>[0-5][0-9]))? ?{_MARK}"
)
_NAMED_HOURS = re.compile(
    rf"(?P<before>เวลา ?)(?:(?P<from>{_CLOCK}) ?(?P<to>{_DASH}|ถึง) ?)?"
    rf"(?P<clock>{_CLOCK})(?P<seconds>)"
    r"(?![0-9]| ?(?:ชั่วโมง|ชม|นาที|วินาที|วัน|เดือน|ปี))"
)
# Without น. only two digits make an hour: 1:20 is a ratio.
_COLON_CLOCK = "(?:[01][0-9]|2[0-4]):[0-5][0-9]"
_COLON_HOURS = re.compile(
    rf"(?<![0-9.,:])(?:(?P<from>{_COLON_CLOCK}) ?(?P<to>{_DASH}|ถึง) ?)?"
    rf"(?P<clock>{_COLON_CLOCK})(?::(?P<seconds>[0-5][0-9]))?(?![0-9:])"
)
_FULL_HOUR = re.compile(
    rf"(?<![0-9.,:/-])(?:(?P<from>[0-9]|1[0-9]|2[0-4]) ?{_DASH} ?)?"
    r"(?P<hour>[0-9]|1[0-9]|2[0-4]) ?(?:น\.(?! ?[ก-ฮ]{1,3}\.)|นาฬิกา)"
)
_MILITARY_HOURS = re.compile(rf"(?<![0-9.,:])([01][0-9]|2[0-4])([0-5][0-9]) ?{_MARK}")


def say_dates(text: str) -> str:
    """Say the dates of `text` (Arabic digits): day, name of the month, year in full."""
    text = _AFTER_PAGE.sub(" ", text)
    text = _UNTIL.sub(" ถึง ", text)
    text = _ISO_DATE.sub(_numeric_date, text)
    text = _NUMERIC_DATE.sub(_numeric_date, text)
    text = _SHORT_DATE.sub(_short_date, text)
    return _LONG_DATE.sub(lambda found: f"{found['month']} {_year(found['year'])}", text)


def _numeric_date(found: re.Match[str]) -> str:
    if found.groupdict().get("sep") == "." and len(found["year"]) == 2:
        return found[0]
    month = MONTHS[int(found["month"]) - 1]
    return f"{thai_number(int(found['day']))} {month} {_year(found['year'], name_ce=True)}"


def _short_date(found: re.Match[str]) -> str:
    written = found["month"].replace(".", "")
    if not (found["day"] or found["year"]):
        # It may be the name of an office: ก.พ., ก.ค.ศ.
        return found[0]
    words = [MONTHS[_MONTH_INDEX[written]]]
    if found["day"]:
        words.insert(0, thai_number(int(found["day"])))
    if found["from"]:
        words[0] = thai_number(int(found["from"])) + "ถึง" + words[0]
    if found["era"]:
        words.append(_era_words(found["era"]))
    if found["year"]:
        words.append(_year(found["year"], ce="ค" in (found["era"] or "")))
    leading = " " if found[0].startswith(" ") else ""
    trailing = " " if found[0].endswith(" ") else ""
    return leading + " ".join(words) + trailing


def _era_words(era: str) -> str:
    if "ค" in era:
        return "คริสต์ศักราช"
    return "พุทธศักราช" if "พ" in era else "ปี"


def _year(written: str, *, name_ce: bool = False, ce: bool = False) -> str:
    year = int(written)
    if len(written) == 2 and not ce:
        year += 2500
    era = "คริสต์ศักราช " if name_ce and year < FIRST_BE_YEAR else ""
    return era + thai_number(year)


def say_times(text: str) -> str:
    """Say the times of day of `text`: `10.30 น.` is สิบนาฬิกาสามสิบนาที."""
    for pattern in (_HOURS, _NAMED_HOURS, _COLON_HOURS):
        text = pattern.sub(_hours, text)
    text = _MILITARY_HOURS.sub(lambda found: _clock(f"{found[1]}.{found[2]}"), text)
    return _FULL_HOUR.sub(_full_hours, text)


def _full_hours(found: re.Match[str]) -> str:
    until = _clock(f"{found['hour']}.00")
    # 9-16 น.
    return f"{_clock(found['from'] + '.00')}ถึง{until}" if found["from"] else until


def _hours(found: re.Match[str]) -> str:
    parts = found.groupdict()
    said = parts.get("before") or ""
    if parts["from"]:
        said += _clock(parts["from"]) + "ถึง"
    said += _clock(parts["clock"])
    if parts["seconds"] and int(parts["seconds"]):
        said += thai_number(int(parts["seconds"])) + "วินาที"
    return said


def _clock(written: str) -> str:
    hours, minutes = (int(part) for part in re.split("[.:]", written))
    return thai_number(hours) + "นาฬิกา" + (thai_number(minutes) + "นาที" if minutes else "")
