"""Measures: units in Latin letters, a stroke between units, ratios, powers, areas of land."""

import re

from thai_text.reading.numbers import NUMBER, number_words

_UNITS = {
    "km": "กิโลเมตร", "m": "เมตร", "cm": "เซนติเมตร", "mm": "มิลลิเมตร", "µm": "ไมโครเมตร", "ft": "ฟุต",
    "km²": "ตารางกิโลเมตร", "km2": "ตารางกิโลเมตร", "m²": "ตารางเมตร", "m2": "ตารางเมตร",
    "sq.m.": "ตารางเมตร",
    "m³": "ลูกบาศก์เมตร", "m3": "ลูกบาศก์เมตร", "Nm³": "ลูกบาศก์เมตร", "cm²": "ตารางเซนติเมตร",
    "kg": "กิโลกรัม", "g": "กรัม", "mg": "มิลลิกรัม", "µg": "ไมโครกรัม", "ug": "ไมโครกรัม", "ha": "เฮกตาร์",
    "L": "ลิตร", "l": "ลิตร", "mL": "มิลลิลิตร", "ml": "มิลลิลิตร", "cc": "ซีซี", "s": "วินาที", "h": "ชั่วโมง",
    "hr": "ชั่วโมง", "min": "นาที", "W": "วัตต์", "kW": "กิโลวัตต์", "MW": "เมกะวัตต์", "GW": "กิกะวัตต์",
    "kWh": "กิโลวัตต์ชั่วโมง", "MWh": "เมกะวัตต์ชั่วโมง", "kV": "กิโลโวลต์", "V": "โวลต์", "Hz": "เฮิรตซ์",
    "MHz": "เมกะเฮิรตซ์", "GHz": "กิกะเฮิรตซ์", "dB": "เดซิเบล", "dBA": "เดซิเบลเอ", "ppm": "ส่วนในล้านส่วน",
    "°C": "องศาเซลเซียส", "°F": "องศาฟาเรนไฮต์", "°": "องศา", "KB": "กิโลไบต์", "MB": "เมกะไบต์",
    "GB": "กิกะไบต์", "TB": "เทราไบต์", "kb/s": "กิโลบิตต่อวินาที",
    "Mbps": "เมกะบิตต่อวินาที", "Gbps": "กิกะบิตต่อวินาที",
    "km/h": "กิโลเมตรต่อชั่วโมง", "rpm": "รอบต่อนาที",
}  # fmt: skip
# One small letter after a number may be the name of an item: 5 g is said, 5 s is not.
_SHORT_ALONE = ("s", "h", "l", "V")
_UNIT = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
_MEASURE = re.compile(rf"(?<=[0-9])( ?)({_UNIT})(?:/({_UNIT}))?(?![A-Za-z0-9/²³])")
# A number and its scale are one number: 3,500 ล้าน.
_SCALED = re.compile("(?<=[0-9]) (?=ล้าน|พันล้าน|หมื่นล้าน|แสนล้าน|%)")
# A standard and its year: ISO 9001:2015.
_STANDARD = re.compile(r"((?:ISO|IEC|ASTM|EN|TIS)[A-Z/ -]{0,8}[0-9]+(?:-[0-9]+)?):(?=[0-9]{4})")
_RATIO = re.compile("(?<=[0-9]) ?: ?(?=[0-9])")
_COUNTED = (
    "บาท|กรัม|เมตร|ลิตร|หน่วย|ครั้ง|คน|ราย|ตัน|ไร่|องศา|วัตต์|ชั่วโมง|บิต|ไบต์|ดอลลาร์|ดอลลาร์สหรัฐ|ล้าน|ลำ|คัน"
    "|ฟอง|ตัว|ชิ้น|เครื่อง"
)
_PER = re.compile(
    rf"({_COUNTED}) ?/ ?"
    r"(?=ปี|วัน|เดือน|สัปดาห์|ชั่วโมง|นาที|วินาที|ครั้ง|ไร่|คน|คืน|ครัวเรือน|ราย|หน่วย|ลิตร|ตัน|กิโล|ตาราง|ลูกบาศก์|หุ้น"
    r"|คัน|ห้อง|แปลง|ตัว|เครื่อง|ชิ้น|หัว|เที่ยว|งวด|ฉบับ|แห่ง|รุ่น|ไตรมาส|กรัม|เมตร|บาร์เรล|ออนซ์|ดอลลาร์)"
)
# Rai, ngan and square wa: 10-2-50 ไร่.
_LAND = re.compile(rf"(?<![0-9/-])({NUMBER})[-–]([0-3])[-–]([0-9]{{1,2}}(?:\.[0-9]+)?) ?ไร่")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER = re.compile("(?<=[0-9A-Za-z])(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_LONE_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def say_land(text: str) -> str:
    """Say an area of land written with dashes: rai, ngan, square wa."""
    if "ไร่" not in text:
        return text
    return _LAND.sub(_land, text)


def _land(found: re.Match[str]) -> str:
    rai, ngan, wa = map(number_words, found.groups())
    return f"{rai}ไร่ {ngan}งาน {wa}ตารางวา"


def say_measures(text: str) -> str:
    """Say units in Latin letters after a number, ratios, and a stroke between units as ต่อ."""
    text = _SCALED.sub("", text)
    text = _MEASURE.sub(_measure, text)
    text = _POWER.sub(_power, text)
    # A raised number that is no power is the mark of a footnote.
    text = _LONE_SUPERSCRIPT.sub("", text)
    text = _PER.sub(r"\1ต่อ", text)
    return _RATIO.sub("ต่อ", _STANDARD.sub(r"\1 ", text))


def _measure(found: re.Match[str]) -> str:
    space, unit, per = found.groups()
    if unit in _SHORT_ALONE and not per:
        return found[0]
    return space + _UNITS[unit] + (f"ต่อ{_UNITS[per]}" if per else "")


def _power(found: re.Match[str]) -> str:
    sign = "ลบ" if found[1] else ""
    return f"ยกกำลัง{sign}{number_words(found[2].translate(_SUPERSCRIPTS))}"
