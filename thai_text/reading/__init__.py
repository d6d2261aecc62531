"""Thai text as it is read aloud: numbers, dates, abbreviations, marks and signs become words."""

import re
from collections.abc import Callable

from thai_text.numbers import ARABIC_DIGITS
from thai_text.reading.abbreviations import expand
from thai_text.reading.addresses import say_addresses, say_phones
from thai_text.reading.english import say_english
from thai_text.reading.law import say_blanks, say_items, say_strokes
from thai_text.reading.marks import say_repeats, say_romans, say_shortened
from thai_text.reading.measures import say_land, say_measures
from thai_text.reading.numbers import say_numbers, thai_number
from thai_text.reading.quantities import say_money, say_ranges, say_signs
from thai_text.reading.times import say_dates, say_times

__all__ = ["READING_VERSION", "RULES", "spoken", "thai_number"]

# Sound made under another version is made again.
READING_VERSION = "6"

# In this order: what is more particular comes first and leaves words that no later rule touches.
RULES: tuple[Callable[[str], str], ...] = (
    say_addresses,
    say_land,
    say_times,
    say_dates,
    say_phones,
    say_shortened,
    say_repeats,
    say_blanks,
    say_romans,
    say_items,
    expand,
    say_money,
    say_strokes,
    say_measures,
    say_ranges,
    say_signs,
    say_numbers,
)
_FOLD = ARABIC_DIGITS | {0xA0: " ", 0x2011: "-", 0x2212: "-"}
# The dot behind a number is no decimal point: `1. เรื่อง`, `7.การทดสอบ`, `ข้อ 2. รวมทั้ง`.
_LIST_NUMBER = re.compile(
    r"^([ \t]*[0-9]+(?:\.[0-9]+)*)\.(?=[ \t])"
    r"|(?<![0-9.])([0-9]+(?:\.[0-9]+)*)\.(?= ?[ก-ฮเ-ไ“][ก-๎])",
    re.MULTILINE,
)
# Letters of another script by their Thai names: เอ็น.จี.แอล.
_LETTER_NAMES = (
    "เอ็กซ์|เอกซ์|เอ็ม|เอ็น|เอฟ|เอช|เอส|เอ|แอล|อาร์|อี|ไอ|โอ|ยู|บี|ซี|ดี|จี|เจ|เค|พี|คิว|ที|วี|วาย|แซด|ดับเบิลยู"
)
_SPELT = re.compile(rf"(?<![ก-๎])(?:(?:{_LETTER_NAMES})\.){{2,}}")
# พ.ศ . .... stands so in titles of bills.
_LOOSE_ERA = re.compile(r"(?<![ก-๎.])([พคร]) ?\. ?ศ ?\.")
_TOUCHING = re.compile(r"(?<=[ก-๎])(?=[A-Za-z])|(?<=[A-Za-z])(?=[ก-๎])")
_SPACES = re.compile(r"[ \t]{2,}")
_SPACE_BEFORE = re.compile(r"[ \t]+(?=[,.;:!?\n]|$)|^[ \t]+", re.MULTILINE)
_THAI_PART = re.compile("[ก-ฺเ-๛](?:[ก-ฺเ-๛ .()/0-9]*[ก-ฺเ-๛.])?")


def spoken(text: str, lang: str = "th") -> str:
    """Return `text` as it is read aloud, line by line; in Thai, English words stay as they are.

    With `lang` "en" the short forms of English legal text are written out, Thai parts read as Thai.
    Source: Royal Society of Thailand, อ่านอย่างไร เขียนอย่างไร, for numbers, dates and marks.
    """
    if lang == "en":
        # Numbers are the English voice's, save those between the words of a Thai part.
        english = say_english(text.translate(_FOLD))
        return _tidy(_THAI_PART.sub(lambda found: _spoken_thai(found[0]), english))
    return _tidy(_spoken_thai(text))


def _spoken_thai(text: str) -> str:
    text = _LIST_NUMBER.sub(_number_before_dot, text.translate(_FOLD))
    text = _SPELT.sub(lambda found: found[0].replace(".", "") + " ", text)
    text = _LOOSE_ERA.sub(r"\1.ศ.", text)
    for rule in RULES:
        text = rule(text)
    return _TOUCHING.sub(" ", text)


def _number_before_dot(found: re.Match[str]) -> str:
    return found[1] or f"{found[2]} "


def _tidy(text: str) -> str:
    return _SPACE_BEFORE.sub("", _SPACES.sub(" ", text))
