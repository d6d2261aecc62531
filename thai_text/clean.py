"""Repair the faults of real Thai text: encodings, invisible signs, mark order, PDF damage.

Clean text comes out as it went in, and what came out comes out the same again.
"""

import re
import unicodedata
from collections.abc import Callable

from thai_text.damage import mend_words
from thai_text.misread import read_again
from thai_text.wraps import join_soft_wraps, join_wraps

# Thai text of Windows (cp874) read as if it were TIS-620 or Latin-1 leaves these control codes.
_CP874 = {
    0x80: "€",
    0x85: "…",
    0x91: "‘",
    0x92: "’",
    0x93: "“",
    0x94: "”",
    0x95: "•",
    0x96: "–",
    0x97: "—",
}
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x200E, 0x200F))
_SPACES = dict.fromkeys(
    (0xA0, 0x2007, 0x202F, 0x3000, *range(0x2000, 0x2007), *range(0x2008, 0x200B)), " "
)
# Marks that old Thai fonts drew lower or further left, each under a code of its own
# (Windows and Adobe U+F700 to F71A).
_PRIVATE = dict(
    zip(range(0xF700, 0xF71B), "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู", strict=True)
)  # fmt: skip
_TABLE: dict[int, str | None] = {**_CP874, **_INVISIBLE, **_SPACES, **_PRIVATE}
_STRANGE = re.compile("[\x80-\x9f\xa0\xad\u2000-\u200f\u202f\u2060\u3000\ufeff\uf700-\uf71a]")

_TONE = "่-๋"
_ABOVE_OR_BELOW = "ัิ-ฺ็ํ"
# sara am in two pieces, the tone before, between or after them
_SPLIT_AM = re.compile(f"([{_TONE}]?)ํ ?([{_TONE}]?) ?า")
_AM_TONE = re.compile(f"ำ([{_TONE}])")
_AM_LOST_SIGN = re.compile("([ำํ])\ufffd+")
_MARK_ORDER = re.compile(f"([{_TONE}์])([ัิ-ฺ็])")
_DOUBLED = re.compile("([ะ-ฺเ-ไ็-๎])\\1+")
_DOUBLED_AROUND = re.compile(f"([ัิ-ฺ็])([{_TONE}])\\1")
# A mark cannot begin a word, so a space before one is a fault; not so in Pali, where ํ ends words.
_LOOSE_MARK = re.compile(f"(?<=[ก-ฮ{_ABOVE_OR_BELOW}]) +(?=[{_TONE}์ัิ-ฺ็])")
_SPACE_RUN = re.compile(" {2,}")
_LINE_END = re.compile(" +(?=\n|$)")
_ROUNDS = 20


def clean_name(text: str) -> str:
    """Return the name of a person as `clean` does, but without reading any letters anew.

    Names are written as their owners write them; no dictionary can tell what is wrong in them.
    """
    return _repeated(_repair_signs, read_again(join_soft_wraps(text)))


def clean(text: str) -> str:
    """Return `text` in NFC with known faults of Thai text repaired and runs of spaces made one.

    A word that a hard wrap cut in two makes its two lines one.
    Soft wraps are joined as by `join_soft_wraps`, which a text is to be given to whole.
    """
    return _repeated(_repair, read_again(join_soft_wraps(text)))


def _repeated(repair: Callable[[str], str], text: str) -> str:
    # One repair may bare another fault; sound text goes round once.
    for _ in range(_ROUNDS):
        repaired = repair(text)
        if repaired == text:
            break
        text = repaired
    return text


def _repair(text: str) -> str:
    text = mend_words(join_wraps(_repair_signs(text)))
    return _single_spaces(text)


def _repair_signs(text: str) -> str:
    if _STRANGE.search(text):
        text = text.translate(_TABLE)
    return _single_spaces(_repair_marks(unicodedata.normalize("NFC", text)))


def _single_spaces(text: str) -> str:
    return _LINE_END.sub("", _SPACE_RUN.sub(" ", text))


def _repair_marks(text: str) -> str:
    if "\ufffd" in text:
        text = _AM_LOST_SIGN.sub(r"\1", text)
    if "ํ" in text:
        text = _SPLIT_AM.sub(r"\1\2ำ", text)
    text = _LOOSE_MARK.sub("", text)
    text = _AM_TONE.sub(r"\1ำ", text).replace("เเ", "แ")
    text = _MARK_ORDER.sub(r"\2\1", text)
    return _DOUBLED_AROUND.sub(r"\1\2", _DOUBLED.sub(r"\1", text))
