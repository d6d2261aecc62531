"""Whether an e-mail that comes after the end only thanks the office, so that nothing is owed anew.

Whoever says anything more is taken as not answered. So every word must be a known one, and what
only gives a reason for thanks ("for mending it") must follow them: "thank you, please mend" asks.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from webapp.complaints.rules.naming import name_parts

# Thanks are short; what is longer says more.
LONGEST = 400


class Part(Enum):
    """What a word does in a letter of thanks."""

    THANKS = auto()
    NOTED = auto()
    FOR = auto()
    REASON = auto()
    POLITE = auto()
    BESIDE = auto()
    GAP = auto()
    END = auto()


_WORDS = {
    Part.THANKS: (
        "ขอบคุณ|ขอบพระคุณ|ขอบใจ|ขอขอบคุณ|ขอขอบพระคุณ|กราบขอบพระคุณ|ขอกราบขอบพระคุณ"
        "|แต๊งกิ้ว|แต้งกิ้ว|ชื่นชม|ประทับใจ"
        "|เยี่ยม|ยอดเยี่ยม|ดีมาก|บริการดี|บริการดีมาก|thank you|thankyou|thank u|thanks"
        "|thx|cheers|much appreciated"
        "|i appreciate it|i really appreciate it|we appreciate it|appreciate it"
        "|well done|excellent|very helpful"
    ),
    Part.NOTED: (
        "รับทราบ|ทราบ|เข้าใจ|โอเค|ตกลง|เรียบร้อย|ได้รับ|ได้รับคำตอบ|ได้รับอีเมล|ได้คำตอบ"
        "|noted|noted with thanks|ok|okay"
        "|received|understood|got it|all good|great|perfect"
    ),
    Part.FOR: "ที่|สำหรับ|ใน|for",
    Part.REASON: (
        "คำตอบ|คำชี้แจง|คำอธิบาย|คำแนะนำ|ข้อมูล|ความช่วยเหลือ|ความกรุณา|ความใส่ใจ"
        "|ความรวดเร็ว|การตอบ|การตอบกลับ"
        "|การช่วยเหลือ|การดำเนินการ|การแก้ไข|การแก้ปัญหา|การชี้แจง|บริการ|ตอบ|ตอบกลับ"
        "|ช่วย|ช่วยเหลือ|ดำเนินการ|แก้ไข"
        "|แก้ปัญหา|ให้|กรุณา|ชี้แจง|แจ้ง|ดูแล|รับฟัง|รวดเร็ว|เร็ว|อย่าง|ดี|ละเอียด"
        "|เรื่อง|นี้|ของ|และ|your|the|this|that"
        "|help|helping|answer|answering|reply|replying|response|responding|work|time"
        "|support|quick|fast|prompt"
        "|helpful|clear|explanation|information|fixing|repairing|it|me|us|service|letter"
        "|email|mail|attention"
        "|assistance|effort|efforts|taking care of"
    ),
    Part.POLITE: "ครับ|ครับผม|คับ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|จ๊ะ|นะ|ฮะ|เจ้าค่ะ|สาธุ",
    Part.BESIDE: (
        "มาก|มากมาย|ๆ|ยิ่ง|อย่างยิ่ง|เป็นอย่างยิ่ง|อย่างสูง|เป็นอย่างสูง|เป็นอย่างมาก"
        "|จริง|แล้ว|อีกครั้ง|เจ้าหน้าที่|ทีมงาน"
        "|สำนักงาน|สำนักงานเลขาธิการวุฒิสภา|วุฒิสภา|ท่าน|ทุกท่าน|ทุกคน|คุณ|พี่|น้อง|ผม"
        "|กระผม|ดิฉัน|ข้าพเจ้า|หนู|เรา|สวัสดี"
        "|เรียน|ขอแสดงความนับถือ|ด้วยความนับถือ|ด้วยความเคารพ|นาย|นาง|นางสาว|so|much"
        "|many|very|a lot|again|indeed"
        "|everyone|all|team|officer|officers|sir|madam|or|and|dear|hi|hello|best|kind"
        "|warm|regards|sincerely|yours"
        "|faithfully|respectfully|mr|mrs|ms"
    ),
}  # fmt: skip
_PARTS = {word: part for part, words in _WORDS.items() for word in words.split("|")}
# Mail programs repeat our letter below or above: they name it, and mark its lines.
_NAMED = re.compile(
    r"^[ \t]*(?:on\b|เมื่อ|วันที่|ในวันที่)[^\n]*(?:\n[^\n]*)?(?:wrote|เขียน|เขียนว่า)[ \t]*:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_REST = re.compile(
    r"^[ \t]*(?:-{2,}[ \t]*(?:original message|forwarded message|ข้อความต้นฉบับ|ข้อความเดิม)[ \t]*-{2,}"
    r"|_{10,}|(?:from|จาก)[ \t]*:[ \t][^\n]*|-- ?)$.*",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_NOT_OWN = re.compile(
    r"^[ \t]*(?:>.*|(?:sent from|ส่งจาก|get outlook for) .*)$", re.IGNORECASE | re.MULTILINE
)
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_ENDS = ".!\n"
_SPACES = re.compile(f"[{_ENDS} ]+")


def own_words(text: str) -> str:
    """What the person wrote in a letter: without the letter that it answers, and without what the
    mail program says of itself."""
    for not_own in (_REST, _NAMED, _NOT_OWN):
        text = not_own.sub("", text)
    return text.strip()


def only_thanks(text: str, names: Iterable[str] = ()) -> bool:
    """Whether a letter thanks the office, or notes its answer, and says nothing else.

    `names` may stand in it: the sender's own, those of officers.
    """
    own = own_words(text)
    if "?" in own or len(own) > LONGEST:
        return False
    said, before = False, Part.END
    for part in _parts(own, names):
        if part is None or not _may_follow(part, before):
            return False
        said = said or part in (Part.THANKS, Part.NOTED)
        before = _standing(part, before)
    return said


def _may_follow(part: Part, before: Part) -> bool:
    """Whether a word may stand after what a sentence has come to: a reason only after thanks."""
    if part is Part.FOR:
        return before in (Part.THANKS, Part.REASON)
    return part is not Part.REASON or before in (Part.FOR, Part.REASON)


def _standing(part: Part, before: Part) -> Part:
    """What a sentence has come to with this word: thanks, their reason, or neither."""
    if part is Part.BESIDE:
        return before
    if part in (Part.POLITE, Part.GAP):
        return Part.END if before is Part.REASON else before
    return part


def _parts(own: str, names: Iterable[str]) -> Iterator[Part | None]:
    """The words one after the other, the longest known first; None for one that is not known."""
    text = _plain(own)
    called = " ".join(part for name in names for part in name_parts(name))
    known = {part: Part.BESIDE for part in _SPACES.split(_plain(called)) if part} | _PARTS
    words = re.compile("|".join(map(_pattern, sorted(known, key=len, reverse=True))))
    place = 0
    while place < len(text):
        found = words.match(text, place)
        yield known[" ".join(found[0].split())] if found else _between(text, place)
        place = found.end() if found else place + 1


def _between(text: str, place: int) -> Part | None:
    """What stands between words: in Thai a space may begin a sentence, in English it does not."""
    if text[place] in _ENDS:
        return Part.END
    if text[place] != " ":
        return None
    return Part.GAP if place and _is_thai(text[place - 1]) else Part.BESIDE


def _plain(text: str) -> str:
    """A text as it is compared: letters that are drawn out once, ends of sentences, else spaces."""
    once = _DRAWN_OUT.sub(r"\1", text.casefold().replace("'", "").replace("’", ""))
    shown = (sign for sign in once if unicodedata.category(sign) != "Cf")
    return "".join(
        sign if sign in _ENDS or sign.isalnum() or _is_thai(sign) else " " for sign in shown
    )


def _is_thai(sign: str) -> bool:
    return "\u0e00" <= sign <= "\u0e7f"


def _pattern(word: str) -> str:
    spelt = " +".join(map(re.escape, word.split()))
    return rf"{spelt}(?![a-z])" if word.isascii() else spelt
