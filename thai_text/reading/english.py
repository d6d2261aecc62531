"""English text as it is read aloud: the few short forms of law that an English voice misreads."""

import re
from collections.abc import Callable

Words = str | Callable[[re.Match[str]], str]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _date(found: re.Match[str]) -> str:
    return f"{int(found['day'])} {_MONTHS[int(found['month']) - 1]} {found['year']}"


def _fraction(found: re.Match[str]) -> str:
    part, of = int(found[1]), int(found[2])
    if part >= of or of not in _PARTS:
        return found[0]
    return f"{_COUNTS[part]} {_PARTS[of]}{'s' if part > 1 else ''}"


def _digit_by_digit(found: re.Match[str]) -> str:
    groups = re.findall("[0-9]+", found[0])
    return ", ".join(" ".join(group) for group in groups)


_RULES: tuple[tuple[re.Pattern[str], Words], ...] = (
    (re.compile(r"\bB\.\s?E\.\s?(?=[0-9])"), "Buddhist Era "),
    (re.compile(r"\bC\.\s?E\.\s?(?=[0-9])"), "Common Era "),
    (re.compile(r"\bB\.\s?E\.(?=\s|,|$)"), "Buddhist Era"),
    (re.compile(r"\bC\.\s?E\.(?=\s|,|$)"), "Common Era"),
    (re.compile(r"\bA\.\s?D\.(?=\s|,|$)"), "Common Era"),
    (re.compile(r"\b(?:ss|Secs)\.\s?(?=[0-9])"), "sections "),
    (re.compile(r"\b(?:s|Sec)\.\s?(?=[0-9])"), "section "),
    (re.compile(r"\b[Aa]rt\.\s?(?=[0-9])"), "article "),
    (re.compile(r"\bNos\.\s?(?=[0-9])"), "numbers "),
    (re.compile(r"\bNo\.\s?(?=[0-9])"), "number "),
    # As Thai offices write dates: the day first.
    (
        re.compile(
            r"(?<![0-9/.-])(?P<day>0?[1-9]|[12][0-9]|3[01])/(?P<month>0?[1-9]|1[0-2])"
            r"/(?P<year>[12][0-9]{3})(?![0-9/])"
        ),
        _date,
    ),
    (
        re.compile(
            r"(?<![0-9/-])(?P<year>[12][0-9]{3})-(?P<month>0[1-9]|1[0-2])"
            r"-(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9/-])"
        ),
        _date,
    ),
    # Telephone numbers.
    (
        re.compile(r"(?<![0-9.,/-])0[0-9]{0,2}[ -]?[0-9]{3,4}[ -][0-9]{3,4}(?![0-9,/-])"),
        _digit_by_digit,
    ),
    # Of a section 112/1 it would be no part: what is divided is named behind.
    (re.compile(r"(?<![0-9/])([1-9])/([0-9]{1,2})(?= of\b)"), _fraction),
    (re.compile(r"(?<=[0-9])/(?=[0-9])"), " stroke "),
    (re.compile(r"(?<=[0-9]) ?[-–] ?(?=[0-9])"), " to "),
    (re.compile(r"(?<=[0-9]) ?%"), " percent"),
    (re.compile(r"\s?&\s?"), " and "),
    (re.compile(r"฿ ?([0-9][0-9,.]*[0-9]|[0-9])"), r"\1 baht"),
    (re.compile(r"\be\.g\."), "for example"),
    (re.compile(r"\bi\.e\."), "that is"),
    # Its dot is the sentence's too where one ends.
    (re.compile(r"\betc\.(?=\s+[\"“‘(]?[A-Z]|\s*\Z)"), "et cetera."),
    (re.compile(r"\betc\."), "et cetera"),
    (re.compile(r"\.{4,}|_{3,}|…{2,}"), " left blank "),
)


def say_english(text: str) -> str:
    """Write out the short forms of English legal text; digits stay, an English voice reads them."""
    for pattern, words in _RULES:
        text = pattern.sub(words, text)
    return text
