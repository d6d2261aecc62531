"""Abbreviations in full, from the table of `short_forms`; others are said letter by letter."""

import re

from pythainlp.corpus import thai_words

from thai_text.reading.letters import letter_names
from thai_text.reading.phrases import say_phrases
from thai_text.short_forms import BARE, ROWS

_PART = "[ก-ฮ]{1,8}|มี|มิ|เม|วิ"
# Parts with dots; the last dot is often forgotten (`พ.ศ 2560`).
_DOTTED = re.compile(
    rf"(?:{_PART})\.(?: ?(?:[ก-ฮ]{{1,4}}|วิ|ย)\.(?![.]))*(?:[ก-ฮ](?![ก-๎.]))?(?!\.\.)"
)
_BARE = re.compile(r"(?<![ก-๎.])[ก-ฮ]{2,6}(?![ก-๎.])")
_AFTER_NUMBER = re.compile(r"(?:[0-9/]|บาท ?ต่อ|(?<!แ)ละ) ?\Z")
# A post on a road: ช่วง กม. 12.
_AT_POST = re.compile(r"(?:ที่|ช่วง|ระหว่าง|ถึง) ?\Z")
# After these a short abbreviation stands without a space too: ในรพ., ปลัดวธ., ตามม.112, ที่จ.ตราก.
_GLUED_TO = re.compile(
    "(?:ใน|ต่อ|และ|ละ|ที่|ของ|จาก|กับ|ให้|โดย|ถึง|สู่|แก่|สั่ง|ตาม|หรือ|ผ่าน|เป็น|ด้าน|ฝ่าย|ระหว่าง|ทั้ง|ใช้"
    r"|ปลัด|รัฐมนตรี|เลขา|โฆษก|อดีต|ตัวแทน|งาน|ประธาน|กรรมการ|นาย|บาท)\Z"
)
_LAST_LETTERS = 10
_WORDS = thai_words()


def _read_table() -> dict[str, dict[str, str]]:
    """Return abbreviation -> {when: words}; `when` is empty for the usual reading."""
    table: dict[str, dict[str, str]] = {}
    for row in ROWS:
        table.setdefault(row.written, {})[row.when] = row.long
    return table


TABLE = _read_table()


def expand(text: str) -> str:
    """Write out the Thai abbreviations of `text` (Arabic digits)."""
    text = say_phrases(text)
    return _BARE.sub(_say_bare, _DOTTED.sub(_say_dotted, text))


def _say_bare(found: re.Match[str]) -> str:
    return BARE.get(found[0], found[0])


def _say_dotted(found: re.Match[str]) -> str:
    written = found[0] if found[0].endswith(".") else found[0] + "."
    before = found.string[: found.start()][-_LAST_LETTERS:]
    after = found.string[found.end() :][:2]
    parts = re.findall(r" ?[^. ]+\.", written)
    kept = ""
    if "ก" <= before[-1:] <= "๎":
        kept, parts[0] = _split_glued(parts, before, after)
        if not parts[0]:
            return found[0]
    elif not _longest_known(parts, before, after)[0]:
        # ของ and other words of consonants alone look like letters of the abbreviation.
        word, rest = _split_glued(parts, before, after)
        if rest and (word in _WORDS or _GLUED_TO.search(word)):
            kept, parts[0] = word, rest
    return kept + _say_parts(parts, before + kept, after)


def _split_glued(parts: list[str], before: str, after: str) -> tuple[str, str]:
    """Split the first part where an abbreviation begins that is glued to the word before it."""
    first = parts[0]
    for start in range(len(first) - 1):
        candidate = [first[start:], *parts[1:]]
        length, _ = _longest_known(candidate, before + first[:start], after)
        long = length > 1 or (length and len(first) - start > 3)
        if long or (length and _follows_a_word(before + first[:start], first[start:], after)):
            return first[:start], first[start:]
    return first, ""


def _follows_a_word(before: str, written: str, after: str) -> bool:
    """Tell whether a short abbreviation stands behind a word, and is not the end of one: ละคร."""
    word = _GLUED_TO.search(before)
    if word is None or word[0] + written.rstrip(".") in _WORDS:
        return False
    # One letter alone is an abbreviation by what comes after it: ม.112, จ.ชลบุรี.
    return len(written) > 2 or bool(
        TABLE[written].keys() & {"before_number", "before_letter"} and after.strip()
    )


def _longest_known(parts: list[str], before: str, after: str) -> tuple[int, str]:
    whole = _unknown_length(parts) if _single_letters(parts) else 0
    for length in range(len(parts), 0, -1):
        if length < whole:
            break
        if not _ends_with_its_words(parts, length):
            continue
        key = "".join(parts[:length]).replace(" ", "")
        rest = "".join(parts[length:]) + after
        words = _in_context(TABLE.get(key, {}), before, rest)
        if words:
            return length, words
    return 0, ""


def _ends_with_its_words(parts: list[str], length: int) -> bool:
    """Tell whether parts that go on over a space (พ. ร. บ.) end at one: ส.ส. ส.ว. holds no สสส."""
    goes_on = length > _unknown_length(parts)
    return not goes_on or length == len(parts) or parts[length].startswith(" ")


def _in_context(readings: dict[str, str], before: str, after: str) -> str:
    # ม.112 ม.113: what touches its own number is not counted by the one before.
    names = "before_number" in readings and re.match("[0-9]", after)
    if not names and "number" in readings and _AFTER_NUMBER.search(before):
        return readings["number"]
    if "before_number" in readings and re.match(" ?[0-9]", after):
        return readings["before_number"]
    if "at_post" in readings and _AT_POST.search(before) and re.match(" ?[0-9]", after):
        return readings["at_post"]
    if "before_letter" in readings and re.match(" ?[ก-๎]", after):
        return readings["before_letter"]
    return readings.get("") or readings.get("bare", "")


def _say_parts(parts: list[str], before: str, after: str) -> str:
    said = []
    while parts:
        length, words = _longest_known(parts, before, after)
        if not length:
            length, words = _unknown(parts)
        said.append((" " if parts[0].startswith(" ") else "") + words)
        parts, before = parts[length:], words
    return "".join(said)


def _unknown(parts: list[str]) -> tuple[int, str]:
    """Say letter by letter up to the next space; a word that ends its sentence stays a word."""
    length = _unknown_length(parts)
    letters = "".join(parts[:length]).strip()
    bare = letters[:-1]
    if "." not in bare and len(bare) > 1 and bare in _WORDS:
        return length, letters
    return length, letter_names(re.sub("[^ก-ฮ]", "", letters))


def _unknown_length(parts: list[str]) -> int:
    """Return how many parts there are up to the next space."""
    spaced = (place for place, part in enumerate(parts) if place and part.startswith(" "))
    return next(spaced, len(parts))


def _single_letters(parts: list[str]) -> bool:
    """Tell whether the parts up to the next space are one letter each: ก.ก.ศ. is one name."""
    return all(len(part.strip()) == 2 for part in parts[: _unknown_length(parts)])
