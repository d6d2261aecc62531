"""What a search names outright: a section, a record's id, a receipt. Plain Python."""

import re
from dataclasses import dataclass

from thai_text.outline.anchors import ORDINALS
from thai_text.words import fold
from webapp.shared import receipt

_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_SECTION = re.compile(
    rf"(?:มาตรา(?:ที่)?|(?<![ก-๎.])ม\.?|\bsections?\b|\bsec\b\.?|(?<!\w)s\.|\barticles?\b|\bart\.|§)\s*"
    rf"(?P<number>[0-9]+(?:\s*/\s*[0-9]+)?(?:\s*(?:{_ORDINAL})(?![ก-๎]))?)"
)
# Where in a section, which has one page, and signs around it: no words of a law.
_WITHIN = re.compile(
    r"วรรค(?:ที่)?\s*(?:[0-9]+|หนึ่ง|แรก|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ท้าย|สุดท้าย)|\bparagraphs?\s+\w+"
    r"|(?:อนุมาตรา\s*)?\([0-9ก-ฮ]+\)|[“”\"'‘’«»]"
)
_JOINS = re.compile(r"^(?:ของ|แห่ง|ใน|ตาม|of the|of|in the|in|,)\s*|\s*(?:ของ|แห่ง|of the|,)$")
_CONSTITUTION = re.compile(
    r"รัฐธรรมนูญ(?:แห่งราชอาณาจักรไทย)?|รธน\.?"
    r"|(?:thai )?constitution(?: of (?:the kingdom of )?thailand)?"
)
# As lawyers write the codes, with or without the dots.
_CODES = {
    "อ": "อาญา",
    "อาญา": "อาญา",
    "พ.พ": "แพ่งและพาณิชย์",
    "แพ่ง": "แพ่งและพาณิชย์",
    "วิ.อ": "วิธีพิจารณาความอาญา",
    "วิ.อาญา": "วิธีพิจารณาความอาญา",
    "วิอาญา": "วิธีพิจารณาความอาญา",
    "วิ.พ": "วิธีพิจารณาความแพ่ง",
    "วิ.แพ่ง": "วิธีพิจารณาความแพ่ง",
    "วิแพ่ง": "วิธีพิจารณาความแพ่ง",
}
_LONGEST_FIRST = "|".join(map(re.escape, sorted(_CODES, key=len, reverse=True)))
_CODE = re.compile(rf"(?<![ก-๎.])ป\.\s*(?P<code>{_LONGEST_FIRST})\.?(?![ก-๎])")
_SORT_OF_LAW = re.compile(
    r"^(?:ประมวลกฎหมาย|พระราชบัญญัติ(?:ประกอบรัฐธรรมนูญ)?|พระราชกำหนด|กฎหมาย|ประมวล)"
)
_OF_YEAR = re.compile(r"(?:พุทธศักราช|พ\.ศ\.)\s*[0-9]{4}$")
_AROUND_STROKE = re.compile(r"\s*/\s*")
_RECORD_ID = re.compile(r"[bdcmv]-[0-9]{1,9}")
# In its groups, or ten signs in a row.
_BETWEEN = r"(?:\s*[-‐‑‒–—.]\s*|\s+)"
_RECEIPT = re.compile(rf"\s*(?:\w{{3}}{_BETWEEN}\w{{3}}{_BETWEEN}\w{{4}}|\w{{10}})\s*")
_DASH = re.compile("[-‐‑‒–—]")


@dataclass(frozen=True)
class SectionNamed:
    """A section by its number, and the words that say of which law; none: the Constitution."""

    number: str
    law: str


def section_named(typed: str) -> SectionNamed | None:
    """The section that a search names: มาตรา 133, ม. 12/1 ประมวลกฎหมายอาญา, section 5 ทวิ of …."""
    folded = fold(typed).strip()
    found = _SECTION.search(folded)
    if found is None:
        return None
    around = _WITHIN.sub(" ", f"{folded[: found.start()]} {folded[found.end() :]}")
    law = " ".join(around.split())
    law = _CODE.sub(lambda code: f"ประมวลกฎหมาย{_CODES[code['code']]}", law)
    number = _AROUND_STROKE.sub("/", found["number"])
    law = _JOINS.sub("", law).strip()
    return SectionNamed(number, "" if _CONSTITUTION.fullmatch(law) else law)


def bare_name(law: str) -> str:
    """The name of a law by which it is compared: without what sort of law it is and its year."""
    named = _OF_YEAR.sub("", "".join(fold(law).split()))
    return _SORT_OF_LAW.sub("", named)


def record_named(typed: str) -> str | None:
    """The id of a record that a search is: b-12."""
    wanted = typed.strip().lower()
    return wanted if _RECORD_ID.fullmatch(wanted) else None


def may_be_receipt(typed: str) -> bool:
    """Whether somebody may have typed a receipt code: ten signs of its alphabet, in its groups or
    in a row. Words of ten letters are like that too."""
    if not _RECEIPT.fullmatch(typed):
        return False
    try:
        receipt.parse(typed)
    except receipt.CodeMistyped:
        return False
    return True


def is_receipt(typed: str) -> bool:
    """Whether a search is a receipt code: with a digit, in groups with dashes, or, of letters
    alone, as receipts print them: capitals, none of them I, L, O or U."""
    if not may_be_receipt(typed):
        return False
    signs = [sign for sign in typed if sign.isalnum()]
    if any(sign.isdigit() for sign in signs) or _DASH.search(typed):
        return True
    return all(sign in receipt.ALPHABET for sign in signs)
