"""Abbreviations whose reading the words beside them decide; the table is asked after them."""

import re
from collections.abc import Callable

from thai_text.reading.letters import letter_names
from thai_text.reading.numbers import digit_words
from thai_text.short_forms import ROWS

Words = str | Callable[[re.Match[str]], str]

_LONG_FORMS: dict[str, set[str]] = {}
for _row in ROWS:
    _LONG_FORMS.setdefault(_row.written, set()).add(_row.long)

# After these words a name touches its abbreviation: และดร.ก, ในจ.ชลบุรี, ที่สภ.เสม็ด.
_BEFORE_GLUED = "และ|หรือ|ที่|ใน|ของ|กับ|จาก|โดย|ให้|ว่า|เป็น|แก่|ต่อ|ถึง|ต่ำ|ขณะเดียวกัน|รวมทั้ง"
_GLUED = (
    "ดร|นพ|พญ|ทพ|ผศ|รศ|ศ|สภ|สน|รพ|รร|มท|ศธ|วธ|สธ|พม|ทส|ยธ|รง|อก|พน|พณ|คค|กษ|กค|กห|กต|ดศ|อว"
    "|จ|อ|ต|ถ|ซ|ม"
)
# As people shorten the name of a ministry behind its minister.
_MINISTRIES = {
    "คลัง": "การคลัง", "ศึกษา": "ศึกษาธิการ", "เกษตร": "เกษตรและสหกรณ์", "ต่างประเทศ": "การต่างประเทศ",
    "ท่องเที่ยว": "การท่องเที่ยวและกีฬา", "ทรัพยากร": "ทรัพยากรธรรมชาติและสิ่งแวดล้อม", "แรงงาน": "แรงงาน",
    "ดิจิทัล": "ดิจิทัลเพื่อเศรษฐกิจและสังคม", "กลาโหม": "กลาโหม", "มหาดไทย": "มหาดไทย", "ยุติธรรม": "ยุติธรรม",
    "สาธารณสุข": "สาธารณสุข", "พาณิชย์": "พาณิชย์", "คมนาคม": "คมนาคม", "อุตสาหกรรม": "อุตสาหกรรม",
    "พลังงาน": "พลังงาน", "วัฒนธรรม": "วัฒนธรรม",
}  # fmt: skip
_MINISTRY = "|".join(_MINISTRIES)
_WEEKDAYS = {
    "อา": "อาทิตย์", "จ": "จันทร์", "อ": "อังคาร", "พ": "พุธ", "พฤ": "พฤหัสบดี", "ศ": "ศุกร์", "ส": "เสาร์",
}  # fmt: skip
_WEEKDAY = "อา|พฤ|[จอพศส]"


def _ministry(found: re.Match[str]) -> str:
    return f"{found[1]}.กระทรวง{_MINISTRIES[found[2]]}"


def _weekdays(found: re.Match[str]) -> str:
    return f"{_WEEKDAYS[found[1]]}ถึง{_WEEKDAYS[found[2]]}"


def _letters(found: re.Match[str]) -> str:
    """Say the abbreviation in group 2 by its letters, with what stands before it."""
    return found[1] + letter_names(re.sub("[^ก-ฮ]", "", found[2]))


def _plate(found: re.Match[str]) -> str:
    front = f"{digit_words(found[2])} " if found[2] else ""
    return f"{found[1]}{front}{letter_names(found[3])} {digit_words(found[4])}"


def _beside_long_form(found: re.Match[str]) -> str:
    """Say by its letters an abbreviation that stands in brackets behind what it stands for."""
    before = found.string[max(0, found.start() - 120) : found.start()].rstrip()
    if any(before.endswith(long) for long in _LONG_FORMS.get(found[1], ())):
        return f" {letter_names(found[1].replace('.', ''))} "
    return found[0]


_RULES: tuple[tuple[re.Pattern[str], Words], ...] = (
    (re.compile(rf"({_BEFORE_GLUED})((?:{_GLUED})\.)(?=[ก-๎])"), r"\1 \2"),
    # What is told to be an abbreviation is said as one.
    (
        re.compile(r"((?:ย่อว่า|อักษรย่อ|ชื่อย่อ|คำย่อ|ตัวย่อ) ?[“\"]?)((?:[ก-ฮ]{1,6}\.)+)"),
        _letters,
    ),
    (re.compile(r"\(((?:[ก-ฮ]{1,6}\.)+)\)"), _beside_long_form),
    (re.compile(r"(ชั้น|ระดับ|นักเรียน|เรียน) ?ม\. ?(?=[1-6](?![0-9]))"), r"\1 มัธยมศึกษาปีที่ "),
    (
        re.compile(r"(?<![ก-๎])ม\. ?([1-6]) ?[-–—] ?(?:ม\. ?)?([1-6])(?![0-9/])"),
        r"มัธยมศึกษาปีที่ \1 ถึง มัธยมศึกษาปีที่ \2",
    ),
    (
        re.compile(r"(?<![ก-๎])ป\. ?([1-6]) ?[-–—] ?(?:ป\. ?)?([1-6])(?![0-9/])"),
        r"ประถมศึกษาปีที่ \1 ถึง ประถมศึกษาปีที่ \2",
    ),
    (re.compile(r"(?<![ก-๎])ม\. ?(ต้น|ปลาย)"), r"มัธยมศึกษาตอน\1"),
    # A village in an address: ม.5 ต.บางพลี.
    (re.compile(r"(?<![ก-๎])ม\. ?([0-9]{1,2})(?= (?:ต\.|ตำบล|ถ\.|ถนน))"), r"หมู่ที่ \1"),
    (re.compile(r"ป\. ?(เอก|โท|ตรี)(?![ก-๎])"), r"ปริญญา\1"),
    # The code of taxes is called no law: ประมวลรัษฎากร.
    (re.compile(r"(?<![.])ป\. ?(อาญา|แพ่ง|ที่ดิน|ยาเสพติด)"), r"ประมวลกฎหมาย\1"),
    (re.compile(r"(?<![.])ป\. ?รัษฎากร"), "ประมวลรัษฎากร"),
    (re.compile(r"วิ\. ?ปกครอง"), "วิธีปฏิบัติราชการทางปกครอง"),
    (re.compile(rf"(รมว|รมช)\. ?({_MINISTRY})(?![ก-๎])"), _ministry),
    (
        re.compile(rf"(?<![ก-๎.])({_WEEKDAY})\.? ?[-–—] ?({_WEEKDAY})\.(?![ก-ฮ]{{1,3}}\.| ?[0-9])"),
        _weekdays,
    ),
    # A title deed and a tax form have the letters of a month or of an office.
    (re.compile(r"(?<![ก-๎0-9 ])(ส)\.ค\. ?(?=1(?![0-9]))|^ส\.ค\. ?(?=1(?![0-9]))"), "สอคอ "),
    (re.compile(r"(แบบ|ตาม|เอกสาร|ใบ|หลักฐาน|มี) ส\.ค\. ?(?=1(?![0-9]))"), r"\1 สอคอ "),
    # A standard and its year.
    (re.compile(r"(มอก\. ?[0-9]+)(?:[-–]|เล่ม)(?=[0-9]{4}(?![0-9]))"), r"\1ขีด"),
    # The mark of an office in the number of its letter: ที่ สว ๐๐๐๗/๑๒๓.
    (
        re.compile(
            r"(?<![ก-๎])((?:หนังสือ|บันทึก|คำสั่ง|เลข)?ที่ )([ก-ฮ]{2,4})"
            r"(?= ?(?:\([ก-ฮ]+ ?[0-9]*\) ?)?[0-9]{4})"
        ),
        _letters,
    ),
    (re.compile(r"(อ ?\()([ก-ฮ]{2,4})(?= ?[0-9]*\) ?[0-9]{4})"), _letters),
    (re.compile(r"(?<=[0-9]) ?/ ?(?=วอ? ?\.?[0-9])"), " ทับ "),
    (
        re.compile(r"(ทะเบียน ?)([0-9]{0,2})([ก-ฮ]{1,3})[ -]?([0-9]{1,4})(?![0-9/])"),
        _plate,
    ),
)


def say_phrases(text: str) -> str:
    """Say in words the abbreviations that only their neighbours make clear (Arabic digits)."""
    for pattern, words in _RULES:
        text = pattern.sub(words, text)
    return text
