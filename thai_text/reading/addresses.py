"""Telephone numbers, postal codes, register numbers, e-mail and web addresses."""

import re

from thai_text.reading.numbers import digit_words

_DASH = "[-–]"
# What telephones and calls are counted with: โทร 500 ต่อ 120 คน is no extension.
_COUNTED = (
    "คน|ราย(?!ละเอียด)|ครั้ง|เครื่อง|บาท|หน่วย|เรื่อง(?!ร้อง|ราว)|คู่สาย|สาย(?!ด่วน|ตรง)|แห่ง|ล้าน"
    "|วัน(?!จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|ที่|ทำการ|ราชการ|หยุด|เวลา)"
)
_CALL = re.compile(
    r"(?P<call>โทรศัพท์(?:มือถือ|เคลื่อนที่)?|โทรสาร|โทร\.?|สายด่วน|แฟกซ์|มือถือ|[Cc]all [Cc]ent(?:er|re)"
    r"|[Tt]el\.?|[Ff]ax\.?)"
    r"(?P<gap>[ :.]{0,3}(?:หมายเลข ?|เลขหมาย ?|ที่ ?)?)"
    rf"(?P<number>\+?\(?[0-9](?:[0-9() ]|{_DASH})*[0-9])(?![0-9])"
    rf"(?P<extension> ?ต่อ ?[0-9]{{3,5}}(?: ?{_DASH} ?[0-9]{{1,5}})?(?![0-9])"
    rf"(?! ?(?:{_COUNTED})))?"
)
# The State's short numbers, 191 to 1784, behind whose they are: สายด่วนกรมทางหลวง 1586 กด 7.
_SHORT = "1[0-9]{2,3}(?![0-9])(?![-–,./:%][0-9%])"
_HOTLINE = re.compile(
    r"(?P<call>สายด่วน[ก-๎A-Za-z. ]{0,45}?(?<! )(?<!จำนวน)(?<!กว่า)(?<!ประมาณ)(?<!ทั้งหมด)(?<!รวม)(?<!มี)"
    r"|แจ้งเหตุ(?:ฉุกเฉิน)?|ศูนย์ดำรงธรรม|โทรศัพท์|โทร\.?|(?<![A-Za-z])(?:AOC|GCC|[Hh]otline))"
    rf"(?P<gap> ?)(?P<number>{_SHORT}(?:(?:, ?| | ?(?:และ|หรือ) ?){_SHORT})*)"
    rf"(?! ?(?:[0-9]|กว่า|{_COUNTED}))"
    rf"(?P<press> ?(?:ต่อ|กด) ?[0-9]{{1,3}}(?![0-9])(?! ?(?:{_COUNTED})))?"
)
_CALL_SHORT = re.compile(r"โทร\.?\s*$")
_NUMBERED = re.compile(
    r"(?P<call>หมายเลข|เบอร์|รหัสไปรษณีย์|เลขประจำตัวประชาชน|เลขทะเบียน|เลขที่บัญชี|เลขบัญชี)"
    rf"(?P<gap>[ :]{{0,2}})(?P<number>[0-9](?:[0-9 ]|{_DASH}){{2,}}[0-9])(?![0-9,./])"
)
_POSTCODE = re.compile(
    r"(?P<call>กรุงเทพมหานคร|กรุงเทพฯ|กทม\.|จังหวัด ?[ก-๎]+|จ\. ?[ก-๎]+)(?P<gap> )"
    r"(?P<number>[1-9][0-9]{4})(?![0-9,./])"
)
_LOOSE_PHONE = re.compile(
    rf"(?<![0-9.,/-])(?:\+66[ -]?[0-9]{{1,2}}|0[0-9]{{0,2}}) ?{_DASH}? ?"
    rf"[0-9]{{3,4}} ?{_DASH}? ?[0-9]{{3,4}}(?![0-9,])"
)
_REGISTER = re.compile(rf"(?<![0-9.,/])[0-9]+(?:{_DASH}[0-9]+){{2,}}(?![0-9,/])")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_WEB = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9][A-Za-z0-9./?&=_%#~:-]*[A-Za-z0-9/]"
    r"|(?<![A-Za-z0-9.@])(?:[A-Za-z0-9-]+\.)+(?:th|com|org|net|info|io|gov|edu|int|asia|ly|me|gl|tv|be|app|dev)(?![A-Za-z0-9])"
    r"(?:/[A-Za-z0-9./?&=_%#~:-]*[A-Za-z0-9/])?"
)
_ADDRESS_SIGNS = {
    ".": "dot", "@": "at", "/": "slash", "-": "dash", "_": "underscore", ":": "colon",
    "?": "question mark", "&": "and", "=": "equals", "%": "percent", "#": "hash", "+": "plus",
    "~": "tilde",
}  # fmt: skip
_RUN = re.compile(r"[A-Za-z]+|[0-9]+|[^A-Za-z0-9]")


def say_addresses(text: str) -> str:
    """Say e-mail and web addresses sign by sign, in English, digits one by one in Thai."""
    if "@" in text:
        text = _EMAIL.sub(_address, text)
    if "." in text:
        text = _WEB.sub(_address, text)
    return text


def _address(found: re.Match[str]) -> str:
    # Nobody says the scheme, nor the stroke that ends an address.
    written = re.sub("^https?://", "", found[0]).rstrip("/")
    return " " + " ".join(_address_run(run) for run in _RUN.findall(written)) + " "


def _address_run(run: str) -> str:
    return digit_words(run) if run[0].isdigit() else _ADDRESS_SIGNS.get(run, run)


def say_phones(text: str) -> str:
    """Say telephone, postal and register numbers digit by digit, in the groups they are written."""
    text = _HOTLINE.sub(_hotline, text)
    for pattern in (_CALL, _NUMBERED, _POSTCODE):
        text = pattern.sub(_called, text)
    text = _LOOSE_PHONE.sub(lambda found: _grouped(found[0]), text)
    return _REGISTER.sub(lambda found: _grouped(found[0]), text)


def _called(found: re.Match[str]) -> str:
    call = _CALL_SHORT.sub("โทรศัพท์", found["call"]).rstrip(".")
    extension = found.groupdict().get("extension") or ""
    lines = "ถึง".join(map(digit_words, re.findall("[0-9]+", extension)))
    more = f" ต่อ {lines}" if lines else ""
    return call + (found["gap"].replace(".", "") or " ") + _grouped(found["number"]) + more


def _hotline(found: re.Match[str]) -> str:
    call = _CALL_SHORT.sub("โทรศัพท์", found["call"])
    digits = _digits_said(found["number"]) + _digits_said(found["press"] or "")
    return call.rstrip() + (found["gap"] or " ") + digits


def _digits_said(text: str) -> str:
    return re.sub("[0-9]+", lambda found: digit_words(found[0]), text)


def _grouped(written: str) -> str:
    prefix = "บวก" if written.startswith("+") else ""
    # 0 2831 9333 - 4: the last of a row of lines.
    row = re.fullmatch(rf"(.{{6,}}[0-9]) ?{_DASH} ?([0-9]{{1,2}})", written)
    if row and written[0] == "0" and 8 <= len(re.sub("[^0-9]", "", row[1])) <= 10:
        return prefix + _grouped(row[1].lstrip("+")) + "ถึง" + digit_words(row[2])
    return prefix + digit_words(re.sub(r"[-–() ]+", " ", written.lstrip("+")).strip())
