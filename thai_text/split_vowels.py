"""The vowels า and ำ torn from their letters by a PDF: `จัดท าร่าง`, `ส ำนัก`, `ก ารประชุม`."""

import re

from thai_text import dictionary
from thai_text.word_costs import run_cost, word_costs

# The nikhahit of ำ became a space (จัดท าร่าง) or stands after one (ส ำนัก).
# Where letters are spaced out (ส า น) their readings decide.
_SPLIT = re.compile("(?<=[ก-ฮ])(?! [าำ] [ก-ฮ](?![ก-๎]))([่-๋]?) +([่-๋]?)([าำ])")
_LOOKED_BACK = 12
_BEFORE = re.compile(f"[ก-๎]{{0,{_LOOKED_BACK}}}$")
_LOOKED_ON = 14
_AFTER = re.compile(f"[ก-๎]{{0,{_LOOKED_ON}}}")
_LONG_ENOUGH = 4
# The fault itself speaks for ำ: a plain า is hardly ever torn off.
_FAVOUR_AM = 4.0


def join_vowels(text: str) -> str:
    """Join a vowel that no word begins with to the letter before it, as ำ or า as words have it.

    Where neither makes a word with that letter, what is lost is more than a space: it stays.
    """
    return _SPLIT.sub(_join, text)


def _join(found: re.Match[str]) -> str:
    text, tone = found.string, found[1] + found[2]
    begun = _BEFORE.search(text[max(0, found.start() - _LOOKED_BACK) : found.start()])
    ended = _AFTER.match(text, found.end())
    before, after = begun[0] if begun else "", ended[0] if ended else ""
    costs = {
        vowel: run_cost(f"{before}{tone}{vowel}{after}") - favour
        for vowel, favour in (("ำ", _FAVOUR_AM), ("า", 0.0))
        if _makes_word(before, tone + vowel, after)
    }
    return tone + min(costs, key=costs.__getitem__) if costs else found[0]


def _makes_word(before: str, vowel: str, after: str) -> bool:
    """Tell whether the vowel and the letter before it stand in a known word.

    A short one proves little (ประชุ|มา), so the words beside it have to be known too.
    """
    words = dictionary.segment(before + vowel + after)
    end = 0
    for place, word in enumerate(words):
        start, end = end, end + len(word)
        if end > len(before):
            # What is cut off by the window is no word.
            first = 0 if len(before) < _LOOKED_BACK else 1
            last = len(words) if len(after) < _LOOKED_ON else len(words) - 1
            beside = words[max(first, place - 1) : min(last, place + 2)]
            inside = start < len(before) <= end - len(vowel)
            sure = len(word) >= _LONG_ENOUGH or all(one in word_costs() for one in beside)
            return inside and word in word_costs() and sure
    return False
