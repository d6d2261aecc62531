"""Abbreviations of Thai law and government, and what they stand for.

A sure one means one thing wherever it stands, so it is replaced; an unsure one (กม. is a law or a
kilometre) is kept and the long form is put beside it.
"""

import re

# Dotted form -> long form. Where the letters alone are as clear, they stand in DOTLESS too.
SURE = {
    "พ.ร.บ.": "พระราชบัญญัติ",
    "พรบ.": "พระราชบัญญัติ",
    "พ.ร.ก.": "พระราชกำหนด",
    "พรก.": "พระราชกำหนด",
    "พ.ร.ฎ.": "พระราชกฤษฎีกา",
    "พรฎ.": "พระราชกฤษฎีกา",
    "พ.ร.ป.": "พระราชบัญญัติประกอบรัฐธรรมนูญ",
    "พรป.": "พระราชบัญญัติประกอบรัฐธรรมนูญ",
    "รธน.": "รัฐธรรมนูญ",
    "ส.ว.": "สมาชิกวุฒิสภา",
    "สว.": "สมาชิกวุฒิสภา",
    "ส.ส.": "สมาชิกสภาผู้แทนราษฎร",
    "สส.": "สมาชิกสภาผู้แทนราษฎร",
    "ส.ส.ร.": "สมาชิกสภาร่างรัฐธรรมนูญ",
    "สนช.": "สภานิติบัญญัติแห่งชาติ",
    "กมธ.": "คณะกรรมาธิการ",
    "ครม.": "คณะรัฐมนตรี",
    "กกต.": "คณะกรรมการการเลือกตั้ง",
    "ก.ก.ต.": "คณะกรรมการการเลือกตั้ง",
    "ป.ป.ช.": "คณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ",
    "ปปช.": "คณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ",
    "พ.ศ.": "พุทธศักราช",
    "ค.ศ.": "คริสต์ศักราช",
    "อบต.": "องค์การบริหารส่วนตำบล",
    "อ.บ.ต.": "องค์การบริหารส่วนตำบล",
    "อบจ.": "องค์การบริหารส่วนจังหวัด",
    "อ.บ.จ.": "องค์การบริหารส่วนจังหวัด",
    "กทม.": "กรุงเทพมหานคร",
    "ก.ม.": "กฎหมาย",
    "ป.วิ.อ.": "ประมวลกฎหมายวิธีพิจารณาความอาญา",
    "ป.วิ.พ.": "ประมวลกฎหมายวิธีพิจารณาความแพ่ง",
}

UNSURE = {
    "กก.": "กรรมการ",
    "กม.": "กฎหมาย",
    "ม.": "มาตรา",
    "จ.": "จังหวัด",
    "อ.": "อำเภอ",
    "ต.": "ตำบล",
    "รพ.": "โรงพยาบาล",
    "ร.ร.": "โรงเรียน",
    "มท.": "กระทรวงมหาดไทย",
    "นร.": "สำนักนายกรัฐมนตรี",
}

# Written without any dot: clear wherever the dictionary cuts them out of a run of letters.
DOTLESS = {
    "พรบ": SURE["พรบ."],
    "พรก": SURE["พรก."],
    "พรฎ": SURE["พรฎ."],
    "พรป": SURE["พรป."],
    "รธน": SURE["รธน."],
    "กมธ": SURE["กมธ."],
    "ครม": SURE["ครม."],
    "กกต": SURE["กกต."],
    "ปปช": SURE["ปปช."],
    "อบต": SURE["อบต."],
    "อบจ": SURE["อบจ."],
    "กทม": SURE["กทม."],
}

# Two letters are clear only where nothing else touches them.
DOTLESS_ALONE = {"สว": SURE["สว."], "สส": SURE["สส."]}


def _pattern(short: str) -> str:
    letters = short.rstrip(".").split(".")
    if len(letters) == 1:
        # กมธ. after a letter may end a sentence; the dictionary knows its dotless form.
        return "(?<![\u0e01-\u0e4e])" + re.escape(short)
    # ร่างพ.ร.บ., พ. ร. บ. and พ.ร.บ without the last dot are all met; ก.พ.ร. holds no พ.ร.
    return "(?<!\\.)" + r"\. ?".join(map(re.escape, letters)) + r"(?:\.|(?![\u0e01-\u0e4e]))"


def _key(short: str) -> str:
    return short.replace(".", "").replace(" ", "")


_ALL = sorted([*SURE, *UNSURE], key=len, reverse=True)
# Asking first for letters and a dot makes it forty times as fast.
PATTERN = re.compile(f"(?=[ก-ฮ]{{1,4}}\\.)(?:{'|'.join(map(_pattern, _ALL))})")
LONG_FORM = re.compile("|".join(sorted(set(SURE.values()), key=len, reverse=True)))
_SURE_BY_LETTERS = {_key(short): long for short, long in SURE.items()}
_UNSURE_BY_LETTERS = {_key(short): (short, long) for short, long in UNSURE.items()}


def ways_to_write(long: str) -> list[str]:
    """Patterns of the abbreviations, sure or not, that stand for a long form."""
    shorts = [*SURE.items(), *UNSURE.items()]
    return [_pattern(short) for short, meant in shorts if meant == long]


def sure_form(found: str) -> str | None:
    """The long form of what PATTERN found, or None where it is unsure.

    The unsure กม. differs from the sure ก.ม. by its dots alone, so unsure ones are asked first.
    """
    if found in UNSURE:
        return None
    return _SURE_BY_LETTERS.get(_key(found))


def unsure_form(found: str) -> tuple[str, str] | None:
    """The unsure abbreviation as the table writes it and its long form, or None."""
    if found in UNSURE:
        return found, UNSURE[found]
    return _UNSURE_BY_LETTERS.get(_key(found))
