"""What a person means who writes to our LINE account in a few words, Thai or English."""

import re
import unicodedata
from enum import StrEnum

from webapp.complaints.rules.kinds import Kind
from webapp.shared import receipt

# What is shorter says nothing that an officer could deal with.
LEAST_WORDS = 20


class Wish(StrEnum):
    """What a single word asks for."""

    MENU = "menu"
    END = "end"
    HEAR = "hear"
    STOP = "stop"
    REOPEN = "reopen"


_WISHES = {
    Wish.MENU: ("เมนู", "ช่วยเหลือ", "menu", "help"),
    Wish.END: ("จบ", "end", "finish"),
    Wish.HEAR: ("แจ้งทางไลน์", "แจ้งทาง line", "line"),
    Wish.STOP: ("หยุดแจ้ง", "หยุด", "stop"),
    Wish.REOPEN: ("ยังไม่ได้คำตอบ", "ยังไม่ตอบ", "reopen"),
}
# In the order of the menu's numbers.
NUMBERED = (Kind.COMPLAINT, Kind.SUGGESTION, Kind.COMMENT, Kind.COMPLIMENT, Kind.PETITION)
_NAMES = {
    Kind.PETITION: ("เรื่องราวร้องทุกข์", "ร้องทุกข์", "petition"),
    Kind.COMPLAINT: ("ร้องเรียน", "complaint", "complain"),
    Kind.SUGGESTION: ("เสนอแนะ", "suggestion", "suggest"),
    Kind.COMMENT: ("ความคิดเห็น", "ความเห็น", "คิดเห็น", "comment"),
    Kind.COMPLIMENT: ("ชมเชย", "ชื่นชม", "compliment", "praise"),
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names}
# What people put before it: "ผมขอยื่นเรื่องร้องเรียน", "I would like to make a complaint".
_BEFORE = (
    r"(?:(?:สวัสดี|ผม|ดิฉัน|ข้าพเจ้า|หนู|ครับ|ค่ะ|คะ|ขอ|อยาก|ต้องการ|จะ|มี|แจ้ง|ส่ง|ยื่น|แสดง|เรื่องราว|เรื่อง|ข้อ|คำ)\s*"
    r"|(?:hello|hi|i|we|would|like|want|wish|to|make|send|file|have|my|an?)\b[\s,]*)*"
)
_BEGINS = re.compile(
    f"{_BEFORE}({'|'.join(sorted(_KINDS, key=len, reverse=True))})(?:ing|s)?(?![a-z])",
    re.IGNORECASE,
)
_POLITE = re.compile(r"(?:นะ|ครับ|ค่ะ|คะ|please|\W)*", re.IGNORECASE)
_GROUPED = re.compile(r"(?<![\w-])(\w{3})[-‐‑–](\w{3})[-‐‑–](\w{4})(?![\w-])")
_DASH = re.compile(r"[-‐‑–]")


def wish_in(text: str) -> Wish | None:
    """The wish that a text is, and nothing else."""
    said = " ".join(text.lower().strip(" .!\n").split())
    return next((wish for wish, words in _WISHES.items() if said in words), None)


def kind_numbered(text: str) -> Kind | None:
    """The kind whose number in the menu a text is."""
    typed = unicodedata.normalize("NFKC", text).strip(" .)")
    if len(typed) != 1 or not typed.isdecimal():
        return None
    place = unicodedata.decimal(typed) - 1
    return NUMBERED[place] if 0 <= place < len(NUMBERED) else None


def kind_named(text: str) -> tuple[Kind, bool] | None:
    """The kind with whose name a text begins, and whether it says more than that."""
    found = _BEGINS.match(text.strip())
    if found is None:
        return None
    rest = text.strip()[found.end() :]
    return _KINDS[found[1].lower()], _POLITE.fullmatch(rest) is None


def receipt_in(text: str) -> str | None:
    """What is a receipt code in a text: in its groups among other words, else all there is.

    Ten letters without a digit and without groups are a word.
    """
    found = _GROUPED.search(text)
    typed = found[0] if found else text
    other_groups = found is None and _DASH.search(text)
    if other_groups or not (found or any(letter.isdecimal() for letter in text)):
        return None
    try:
        return receipt.parse(typed)
    except receipt.CodeMistyped:
        return None
