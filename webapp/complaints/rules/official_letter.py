"""The form of an official letter to a person outside (หนังสือภายนอก), in Thai and in English.

Source: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526, clause 11 and form 1; for English, its
annex on official letters in a foreign language. The Garuda is on the office's own paper.
"""

from dataclasses import dataclass
from datetime import date

from thai_text.dates import english_date, thai_date
from thai_text.numbers import THAI_DIGITS


@dataclass(frozen=True)
class LetterLabels:
    """The words of the form itself, which nobody writes."""

    number: str
    subject: str
    to: str
    reference: str
    closing: str
    office: str
    address: str


LABELS = {
    "th": LetterLabels(
        "ที่", "เรื่อง", "เรียน", "อ้างถึง", "ขอแสดงความนับถือ",
        "สำนักงานเลขาธิการวุฒิสภา", "๑๑๑๑ ถนนสามเสน แขวงถนนนครไชยศรี เขตดุสิต กรุงเทพฯ ๑๐๓๐๐",
    ),
    "en": LetterLabels(
        "No.", "Subject:", "To:", "Reference:", "Yours sincerely,",
        "The Secretariat of the Senate", "1111 Samsen Road, Dusit, Bangkok 10300",
    ),
}  # fmt: skip
# Who signs where an officer writes nobody else: a position, no person's name.
POSITION = {"th": "เลขาธิการวุฒิสภา", "en": "Secretary-General of the Senate"}
# How an answer begins and ends; the officer changes both as is fit.
_FRAME = {
    "th": (
        "ตามที่ท่านได้ส่ง{kind}ถึงสำนักงานเลขาธิการวุฒิสภา เมื่อ{day} นั้น",
        "สำนักงานเลขาธิการวุฒิสภาขอเรียนว่า {answer}",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    "en": (
        "We refer to your {kind} to the Secretariat of the Senate of {day}.",
        "{answer}",
        "We hope that this answers you.",
    ),
}
_DAY = {"th": "วันที่ {}", "en": "{}"}


def letter_day(day: date, language: str) -> str:
    """A day as a letter says it: in Thai with Thai figures and the Buddhist era."""
    if language == "th":
        return thai_date(day).translate(THAI_DIGITS)
    return english_date(day)


def letter_number(number: str, language: str) -> str:
    """A number as a letter says it: in Thai with Thai figures."""
    return number.translate(THAI_DIGITS) if language == "th" else number


def letter_body(kind: str, received: date, answer: str, language: str) -> str:
    """The paragraphs of a letter around an answer. `kind`: what the person sent, in `language`."""
    day = _DAY[language].format(letter_day(received, language))
    frame = "\n\n".join(_FRAME[language])
    return frame.format(kind=kind, day=day, answer=answer.strip())


def paragraphs(body: str) -> list[str]:
    """The paragraphs of a body: what stands between empty lines."""
    lines = body.replace("\r\n", "\n").split("\n\n")
    return [line.strip() for line in lines if line.strip()]
