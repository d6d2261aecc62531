"""Thai marks that stand for words (ๆ, ฯ, ฯลฯ), signs, Roman numerals."""

import re
from functools import lru_cache

from thai_text.dictionary import segment

# What ฯ leaves out, where it is more than the rest of a name said before (Royal Society, ไปยาลน้อย).
SHORTENED = {
    "กรุงเทพ": "กรุงเทพมหานคร",
    "โปรดเกล้า": "โปรดเกล้าโปรดกระหม่อม",
    "ทูลเกล้า": "ทูลเกล้าทูลกระหม่อม",
    "น้อมเกล้า": "น้อมเกล้าน้อมกระหม่อม",
    "เหนือเกล้า": "เหนือเกล้าเหนือกระหม่อม",
    "ใต้ฝ่าละอองธุลีพระบาท": "ใต้ฝ่าละอองธุลีพระบาท",
    "ข้า": "ข้าพเจ้า",
    "นายก": "นายกรัฐมนตรี",
    "ผู้ว่า": "ผู้ว่าราชการ",
    "สหรัฐ": "สหรัฐอเมริกา",
    "พระนางเจ้า": "พระนางเจ้า",
    "จุฬา": "จุฬาลงกรณ์มหาวิทยาลัย",
    "สภาพัฒน์": "สภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ",
    "พฤหัส": "พฤหัสบดี",
    "กระทรวงเกษตร": "กระทรวงเกษตรและสหกรณ์",
    "กระทรวงดิจิทัล": "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม",
    "กระทรวงทรัพยากร": "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม",
}
_SHORTENED = re.compile(f"(?<!เ)({'|'.join(sorted(SHORTENED, key=len, reverse=True))}) ?ฯ")
_ET_CETERA_BETWEEN = re.compile(r" ?ฯลฯ ?(?=[ก-ฮ](?![ก-๎]))")

# Words that are said twice more often than the longer word they may close (`คนอื่น ๆ`).
_OFTEN_TWICE = (
    "อื่น", "ต่าง", "ใด", "นั้น", "นี้", "ใหม่", "เก่า", "ต้น", "เล็ก", "ใหญ่", "น้อย", "มาก", "ดี", "ใกล้", "ไกล",
    "สูง", "ต่ำ", "เร็ว", "ช้า", "บ่อย", "เรื่อย", "จริง", "ทุก", "แรก", "หลัง", "ก่อน", "ง่าย", "ยาก", "หลาย",
)  # fmt: skip
# In these the whole phrase is said again: วันหนึ่ง ๆ is วันหนึ่งวันหนึ่ง.
_PHRASE_TWICE = re.compile(r"(?:วัน|คน|ปี|ครั้ง|เดือน|คราว|ราย|แห่ง|สมัย|เรื่อง|อย่าง|ทีละ)(?:หนึ่ง|น้อย)$")
_TWICE = re.compile(r"[ ]*ๆ")
_THAI_RUN = re.compile(r"[ก-ฮะ-ฺเ-ๅ็-๎]+$")
_OTHER_RUN = re.compile(r"[A-Za-z0-9]+$")
_LONGEST_RUN = 40

_ROMAN = re.compile(
    r"(?<![A-Za-z0-9&.'’-])(X{0,3}(?:IX|IV|V?I{1,3}|VI{0,3}|V)|X{2,3})(?![A-Za-z0-9&.'’-])"
)
_ROMAN_LONE = re.compile(
    r"((?:หมวด|ภาค|บท|ที่|ตอน|ระดับ|ขั้น|ประเภท|เฟส|ชุด|แบบ|ส่วน|กลุ่ม) ?)([IVX])(?![A-Za-z0-9])"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ROMAN_SIGNS = {chr(0x2160 + n): str(n + 1) for n in range(12)} | {
    chr(0x2170 + n): str(n + 1) for n in range(12)
}


def say_repeats(text: str) -> str:
    """Say again the word before each ๆ (the whole phrase in วันหนึ่ง ๆ)."""
    if "ๆ" not in text:
        return text
    said: list[str] = []
    end = 0
    for found in _TWICE.finditer(text):
        said.append(text[end : found.start()])
        said.append(_last_word("".join(said[-2:])[-_LONGEST_RUN:]))
        end = found.end()
    return "".join(said) + text[end:]


def _last_word(before: str) -> str:
    run = _THAI_RUN.search(before)
    if not run:
        other = _OTHER_RUN.search(before)
        return " " + other[0] if other else ""
    return _last_thai_word(run[0])


@lru_cache(maxsize=20_000)
def _last_thai_word(run: str) -> str:
    phrase = _PHRASE_TWICE.search(run)
    if phrase:
        return phrase[0]
    for word in _OFTEN_TWICE:
        if run.endswith(word):
            return word
    return segment(run)[-1]


def say_shortened(text: str) -> str:
    """Say ฯลฯ and ฯ; a name cut by ฯ that the table lacks is said as far as it is written."""
    if "ฯ" not in text:
        return text
    text = text.replace("ฯพณฯ", "พณะท่าน").replace("พณฯ", "พณะท่าน").replace("ฯเปฯ", "ละ")
    text = _ET_CETERA_BETWEEN.sub(" ละถึง ", text)
    text = text.replace("และฯลฯ", "ฯลฯ").replace("ฯลฯ", "และอื่นอื่น")
    return _SHORTENED.sub(lambda found: SHORTENED[found[1]], text).replace("ฯ", "")


def say_romans(text: str) -> str:
    """Turn Roman numerals up to XXXIX into Arabic ones; a lone I, V or X only after a Thai word."""
    for sign, digits in _ROMAN_SIGNS.items():
        if sign in text:
            text = text.replace(sign, digits)
    text = _ROMAN_LONE.sub(lambda found: found[1] + str(_roman(found[2])), text)
    return _ROMAN.sub(lambda found: str(_roman(found[1])) if len(found[1]) > 1 else found[0], text)


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[sign] for sign in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
