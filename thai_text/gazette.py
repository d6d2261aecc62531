"""Places in the Royal Gazette as people and laws write them: เล่ม ๗๑/ตอนที่ ๑๔/หน้า ๒๘๕."""

import re
from dataclasses import dataclass

from thai_text.words import fold

SPECIAL = "พิเศษ"
_NUMBER = "[0-9]{1,4}"
# The Gazette's series; one that stands by itself. In English they are A to D.
_LETTER = "(?:[กขคง](?![ก-๎])|[a-d](?![a-z]))"
_SERIES = {"a": "ก", "b": "ข", "c": "ค", "d": "ง"}
# Between volume and part stand signs, or words: of the Royal Gazette, of a year.
_IN_WORDS = re.compile(
    rf"(?:เล่ม(?:ที่)?|\bvol(?:ume|\.)?)\s*(?P<volume>{_NUMBER})"
    rf"(?:[^0-9]{{0,40}}?(?:ตอน(?:ที่)?|\bpart)[\s/]*|[\s/,]+)"
    rf"(?P<special>{SPECIAL})?[\s/]*(?:ที่\s*)?(?P<part>{_NUMBER})\s*(?P<letter>{_LETTER})?"
    rf"(?:[^0-9]{{0,20}}?(?:หน้า|น่า|\bpage|\bp\.)\s*(?P<page>{_NUMBER}))?"
)
# As lawyers write it for short: รก. 134/40 ก/1.
_IN_SHORT = re.compile(
    rf"\s*(?P<named>ราชกิจจา(?:นุเบกษา|ฯ)?|รก\.?|(?:(?:royal|government)\s+)?gazette)?\s*(?P<volume>{_NUMBER})\s*/\s*"
    rf"(?P<special>{SPECIAL})?\s*(?P<part>{_NUMBER})\s*(?P<letter>{_LETTER})?"
    rf"(?:\s*/\s*(?P<page>{_NUMBER}))?\s*"
)
_FIRST_FOOTNOTE = re.compile(r"\[[1๑]\]\s*ราชกิจจานุเบกษา")
_ONLY_A_PLACE = re.compile(r"[^\wก-๎]*(?:ที่มา\W*)?(?:ราชกิจจานุเบกษา|เล่ม)")


@dataclass(frozen=True)
class GazettePlace:
    """Volume, part as it is printed ("94 ก", "พิเศษ 94 ง"), and page, "" where it is not said."""

    volume: str
    part: str
    page: str = ""

    def is_in_part(self, part: str) -> bool:
        """Whether it may be in the part that is so called. A place without its series is of any;
        one that is not called special may be: people and records leave that out."""
        return part in (self.part, f"{SPECIAL} {self.part}") or part.removeprefix(
            f"{SPECIAL} "
        ).startswith(f"{self.part} ")


def place_in(text: str) -> GazettePlace | None:
    """The first place in the Royal Gazette that a text names; None where it names none."""
    folded = fold(text)
    found = _IN_WORDS.search(folded)
    if found is None:
        found = _IN_SHORT.fullmatch(folded)
        # Two numbers alone are anything, with a Latin letter too.
        if found is None or not (found["named"] or (found["letter"] or "a") not in _SERIES):
            return None
    is_special = found["special"] or "special part" in found.group()
    letter = found["letter"] or ""
    part = (SPECIAL if is_special else "", found["part"], _SERIES.get(letter, letter))
    return GazettePlace(found["volume"], " ".join(filter(None, part)), found["page"] or "")


def place_of_law(text: str) -> GazettePlace | None:
    """Where a law was printed, by the end of its text: its first footnote, or else its last line.

    Later footnotes tell where its amendments were printed.
    """
    note = _FIRST_FOOTNOTE.search(text)
    if note:
        return place_in(text[note.start() :].partition("\n")[0])
    last = next((line for line in reversed(text.splitlines()) if line.strip()), "")
    return place_in(last) if _ONLY_A_PLACE.match(last) else None
