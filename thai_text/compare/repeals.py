"""What stands where a section was repealed: "(ยกเลิก)", "[ยกเลิก]", "ถึง มาตรา ๕ (ยกเลิก)"."""

import re

from thai_text.outline.anchors import ORDINAL, number_key

_NOTE = r"(?:ถูก)?ยกเลิก(?:แล้ว)?|repealed"
# Behind the first section of a range: its last, and perhaps what was repealed with it.
_RANGE = (
    rf"(?:ถึง|to|[-–—])(?:มาตรา|ข้อ|section)?([0-9]+(?:/[0-9]+)?(?:{ORDINAL})?)"
    r"(?:และ[^().]{1,80})?"
)
_REPEALED = re.compile(
    rf"[(\[]?(?:{_NOTE})[)\]]?\.?|{_RANGE}[(\[](?:{_NOTE})[)\]]\.?", re.IGNORECASE
)
_FOOTNOTE = re.compile(r"\[[0-9]+\]")


def is_repeal(text: str) -> bool:
    """Whether a folded text says only that something was repealed; footnotes' marks say nothing."""
    return _found(text) is not None


def last_repealed(text: str) -> str:
    """The number, as in an anchor ("276", "199-thawi"), of the last section of a range that a
    folded text says was repealed; empty where it is no range."""
    found = _found(text)
    return number_key(found[1]) if found and found[1] else ""


def _found(text: str) -> re.Match[str] | None:
    return _REPEALED.fullmatch(_FOOTNOTE.sub("", text))
