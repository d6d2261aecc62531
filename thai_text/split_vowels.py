"""The vowels า and ำ torn from their letters by a PDF: `จัดท าร่าง`, `ส ำนัก`, `ก ารประชุม`."""

import re

from thai_text.word_costs import run_cost

# The nikhahit of ำ became a space (จัดท าร่าง) or stands after one (ส ำนัก).
# Where letters are spaced out (ส า น) their readings decide.
_SPLIT = re.compile("(?<=[ก-ฮ])(?! [าำ] [ก-ฮ](?![ก-๎]))([่-๋]?) +([่-๋]?)([าำ])")
_BEFORE = re.compile("[ก-๎]{0,12}$")
_AFTER = re.compile("[ก-๎]{0,14}")
# The fault itself speaks for ำ: a plain า is hardly ever torn off.
_FAVOUR_AM = 4.0


def join_vowels(text: str) -> str:
    """Join a vowel that no word begins with to the letter before it, as ำ or า as words have it."""
    return _SPLIT.sub(_join, text)


def _join(found: re.Match[str]) -> str:
    text, tone = found.string, found[1] + found[2]
    begun = _BEFORE.search(text[max(0, found.start() - 12) : found.start()])
    ended = _AFTER.match(text, found.end())
    before, after = begun[0] if begun else "", ended[0] if ended else ""
    as_am = run_cost(f"{before}{tone}ำ{after}") - _FAVOUR_AM
    return tone + ("ำ" if as_am <= run_cost(f"{before}{tone}า{after}") else "า")
