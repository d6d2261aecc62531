"""English text as it is read aloud: the few short forms of law that an English voice misreads."""

import re

_RULES = (
    (re.compile(r"\bB\.\s?E\.(?=\s|,|$)"), "Buddhist Era"),
    (re.compile(r"\bC\.\s?E\.(?=\s|,|$)"), "Common Era"),
    (re.compile(r"\bA\.\s?D\.(?=\s|,|$)"), "Common Era"),
    (re.compile(r"\b(?:ss|Secs)\.\s?(?=[0-9])"), "sections "),
    (re.compile(r"\b(?:s|Sec)\.\s?(?=[0-9])"), "section "),
    (re.compile(r"\b[Aa]rt\.\s?(?=[0-9])"), "article "),
    (re.compile(r"\bNos\.\s?(?=[0-9])"), "numbers "),
    (re.compile(r"\bNo\.\s?(?=[0-9])"), "number "),
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
