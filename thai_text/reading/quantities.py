"""Quantities: money, percentages, ranges, measures, arithmetic signs."""

import re

from thai_text.reading.numbers import NUMBER, money_words, number_words

_BAHT = re.compile(rf"({NUMBER})(?:\.-)? ?บาท(?!ไทย)")
_BAHT_RANGE = re.compile(rf"(?<![0-9/])({NUMBER}) ?[-–—] ?(?={NUMBER} ?(?:\.-)? ?บาท)")
_BAHT_DASH = re.compile(rf"({NUMBER})\.-")
_SIGNED = re.compile(
    rf"(?P<sign>[฿$€£¥]|THB|USD|US\$) ?(?P<sum>{NUMBER})"
    r"(?P<scale> ?(?:ล้านล้าน|ล้าน|พันล้าน|หมื่นล้าน|แสนล้าน)?)"
)
_CURRENCIES = {
    "฿": "บาท", "THB": "บาท", "$": "ดอลลาร์", "US$": "ดอลลาร์สหรัฐ", "USD": "ดอลลาร์สหรัฐ",
    "€": "ยูโร", "£": "ปอนด์", "¥": "เยน",
}  # fmt: skip
_RANGE = re.compile(
    rf"(?<![0-9A-Za-z-])({NUMBER}) ?[-–—~] ?({NUMBER})(?![0-9A-Za-z])(?! ?=)(?!-[0-9])"
)
_WEEKDAY = "(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)"
_UNTIL = re.compile(
    rf"(จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์) ?[-–—] ?(?=(?:วัน)?{_WEEKDAY})"
    r"|(วัน|เดือน|ปี|คน|ชั่วโมง|นาที|เมตร|กรัม|บาท|ครั้ง|เท่า|ไร่) ?[-–—] ?(?=[0-9])"
)
_NEGATIVE = re.compile(rf"(?:(?<=[ (])|^)[-−]({NUMBER})", re.MULTILINE)
_MEASURES = {
    "km/h": "กิโลเมตรต่อชั่วโมง", "km": "กิโลเมตร", "kg": "กิโลกรัม", "cm": "เซนติเมตร", "mm": "มิลลิเมตร",
    "MW": "เมกะวัตต์", "kW": "กิโลวัตต์", "kWh": "กิโลวัตต์ชั่วโมง", "°C": "องศาเซลเซียส", "℃": "องศาเซลเซียส",
    "°": "องศา", "m²": "ตารางเมตร", "m": "เมตร", "GB": "กิกะไบต์", "MB": "เมกะไบต์",
}  # fmt: skip
_MEASURE = re.compile(
    rf"(?<=[0-9])( ?)({'|'.join(map(re.escape, sorted(_MEASURES, key=len, reverse=True)))})"
    r"(?![A-Za-z0-9/])"
)
# A number and its scale are one number: 3,500 ล้าน.
_SCALED = re.compile("(?<=[0-9]) (?=ล้าน|พันล้าน|หมื่นล้าน|แสนล้าน|%)")
_RATIO = re.compile("(?<=[0-9]) ?: ?(?=[0-9])")
_PER = re.compile(
    r"(บาท|กรัม|เมตร|ลิตร|หน่วย|ครั้ง|คน|ราย|ตัน|ไร่)/"
    r"(?=ปี|วัน|เดือน|ชั่วโมง|ครั้ง|ไร่|คน|คืน|ครัวเรือน|ราย|หน่วย|ลิตร|ตัน|กิโล|ตาราง|ลูกบาศก์|หุ้น)"
)
_OPERATORS = (
    (re.compile(r"(?<=[0-9]) ?\+ ?(?=[0-9])"), "บวก"),
    (re.compile(r"(?<=[0-9]) ?[×xX*] ?(?=[0-9])"), "คูณ"),
    (re.compile(r"(?<=[0-9]) ?÷ ?(?=[0-9])"), "หารด้วย"),
    (re.compile(r"(?<=[0-9]) [-−–] (?=[0-9])"), "ลบ"),
    (re.compile(r"(?<=[A-Za-z0-9])\+"), "บวก"),
)
_SIGNS = str.maketrans({
    "=": " เท่ากับ ", "≠": " ไม่เท่ากับ ", "≥": " มากกว่าหรือเท่ากับ ", "≤": " น้อยกว่าหรือเท่ากับ ",
    ">": " มากกว่า ", "<": " น้อยกว่า ", "±": " บวกลบ ", "%": "เปอร์เซ็นต์", "‰": "ต่อพัน",
    "½": "ครึ่ง", "¼": "หนึ่งในสี่", "¾": "สามในสี่", "§": "มาตรา ", "฿": "บาท",
    "@": " at ", **dict.fromkeys("+→•●▪■*#|_\\^~©®™()[]{}", " "), **dict.fromkeys("“”‘’\"«»„", ""),
})  # fmt: skip
# A dash between words is a breath; inside an English word (`e-mail`) it belongs to the word.
_DASH = re.compile(r"(?<![A-Za-z])[-–—]|[-–—](?![A-Za-z])")
_STROKE = re.compile(" ?/ ?")
_AND = re.compile(r"(?<=[A-Za-z]) ?& ?(?=[A-Za-z])")


def say_money(text: str) -> str:
    """Say sums of money with their satang: `1,250.50 บาท`, `฿20`, `500.-`."""
    if "บาท" in text:
        text = _BAHT_RANGE.sub(lambda found: f"{number_words(found[1])}ถึง", text)
        text = _BAHT.sub(lambda found: money_words(found[1]), text)
    text = _BAHT_DASH.sub(lambda found: money_words(found[1]), text)
    return _SIGNED.sub(_signed_sum, text)


def _signed_sum(found: re.Match[str]) -> str:
    currency, scale = _CURRENCIES[found["sign"]], found["scale"].strip()
    if currency == "บาท" and not scale:
        return money_words(found["sum"])
    return number_words(found["sum"]) + scale + currency


def say_ranges(text: str) -> str:
    """Say `3-5` with ถึง and a number below zero with ลบ."""
    text = _UNTIL.sub(lambda found: f"{found[1] or found[2]}ถึง", _RANGE.sub(_range, text))
    return _NEGATIVE.sub(lambda found: "ลบ" + number_words(found[1]), text)


def _range(found: re.Match[str]) -> str:
    second = found[2]
    # The number of a form, ส.ป.ก. 4-01, is no range.
    form = len(second) > 1 and second.startswith("0") and not second.startswith("0.")
    # มอก. 2565-2555: a standard and its year; no range of years runs backwards.
    form = form or (len(found[1]) == len(second) == 4 and found[1] > second)
    return number_words(found[1]) + ("ขีด" if form else "ถึง") + number_words(second)


def say_measures(text: str) -> str:
    """Say units written in Latin letters after a number, and a stroke between units as ต่อ."""
    text = _SCALED.sub("", text)
    text = _MEASURE.sub(lambda found: found[1] + _MEASURES[found[2]], text)
    text = _PER.sub(r"\1ต่อ", text)
    return _RATIO.sub("ต่อ", text)


def say_signs(text: str) -> str:
    """Say signs that have a word; drop brackets, quotation marks and bullets, which have none."""
    for pattern, words in _OPERATORS:
        text = pattern.sub(words, text)
    text = _AND.sub(" and ", text).replace("&", " และ ")
    return _STROKE.sub(" ", _DASH.sub(" ", text)).translate(_SIGNS)
