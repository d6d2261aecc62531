"""What a search names outright: a section, a gazette reference, a record's id, a receipt.

Plain Python.
"""

import re
from dataclasses import dataclass

from thai_text.outline.anchors import ORDINALS
from thai_text.words import fold
from webapp.shared import receipt

_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_SECTION = re.compile(
    rf"(?:มาตรา|(?<![ก-๎.])ม\.|\bsections?\b|\bsec\.|(?<!\w)s\.)\s*(?P<number>[0-9]+(?:/[0-9]+)?(?:\s*(?:{_ORDINAL})(?![ก-๎]))?)"
)
_JOINS = re.compile(r"^(?:ของ|แห่ง|ใน|ตาม|of the|of|in the|in|,)\s*|\s*(?:ของ|แห่ง|of the|,)$")
_GAZETTE = re.compile(
    r"(?:เล่ม(?:ที่)?|\bvol(?:ume|\.)?)\s*(?P<volume>[0-9]+)\s*,?\s*"
    r"(?:ตอน(?:ที่)?|\bpart)\s*(?P<part>[0-9]+)\s*(?P<letter>[ก-ฮ](?![ก-๎]))?"
)
_RECORD_ID = re.compile(r"[bdcmv]-[0-9]{1,9}")
# As it is written on the receipt; ten letters in a row are rather a word.
_RECEIPT = re.compile(r"\s*(?:\w{3}[-–\s]\w{3}[-–\s]\w{4}|\w*\d\w*)\s*")


@dataclass(frozen=True)
class SectionNamed:
    """A section by its number, and the words that say of which law; none: the Constitution."""

    number: str
    law: str


@dataclass(frozen=True)
class GazetteReference:
    """A place in the Royal Gazette: volume and part, the part as it is printed (94 ก)."""

    volume: str
    part: str


def section_named(typed: str) -> SectionNamed | None:
    """The section that a search names: มาตรา 133, ม. 12/1 ประมวลกฎหมายอาญา, section 5 ทวิ of …."""
    folded = fold(typed).strip()
    found = _SECTION.search(folded)
    if found is None:
        return None
    law = f"{folded[: found.start()].strip()} {folded[found.end() :].strip()}".strip()
    return SectionNamed(found["number"], _JOINS.sub("", law).strip())


def gazette_named(typed: str) -> GazetteReference | None:
    """The place in the Royal Gazette that a search names: เล่ม 136 ตอนที่ 94 ก."""
    found = _GAZETTE.search(fold(typed))
    if found is None:
        return None
    part = " ".join(filter(None, (found["part"], found["letter"])))
    return GazetteReference(found["volume"], part)


def record_named(typed: str) -> str | None:
    """The id of a record that a search is: b-12."""
    wanted = typed.strip().lower()
    return wanted if _RECORD_ID.fullmatch(wanted) else None


def is_receipt(typed: str) -> bool:
    """Whether a search is a receipt code, with a digit in it or written in its groups."""
    if not _RECEIPT.fullmatch(typed):
        return False
    try:
        receipt.parse(typed)
    except receipt.CodeMistyped:
        return False
    return any(sign.isdigit() for sign in typed) or "-" in typed
