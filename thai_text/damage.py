"""Words that a PDF lost marks of: which repair is right is asked of the words of the language."""

import math
import re
from functools import cache, lru_cache
from pathlib import Path

from pythainlp.corpus import thai_words, tnc

from thai_text.shifted_marks import move_back

# The nikhahit of ำ became a space (จัดท าร่าง) or stands after one (ส ำนัก).
_SPLIT = re.compile("(?<=[ก-ฮ])([่-๋]?) +([่-๋]?)([าำ])")
_BEFORE = re.compile("[ก-๎]{0,12}$")
_AFTER = re.compile("[ก-๎]{0,14}")
_AM = re.compile("ำ")
# No other word begins with these letters, so the ์ that ends them can be put back.
_LOST_SILENCER = (
    "เว็บไซต", "คอมพิวเตอร", "ออนไลน", "อิเล็กทรอนิกส", "ซอฟต์แวร", "โทรศัพท", "สหกรณ", "ผลิตภัณฑ",
)  # fmt: skip
_AROUND = 10
_LONGEST_BEGUN = 5

# Costs are natural logarithms. A sign in no word is as unlikely as the rarest word twice over.
_UNKNOWN_SIGN = 20.0
_LONGEST_WORD = 24
# Of a split vowel the fault itself speaks for ำ: a plain า is hardly ever torn off.
_FAVOUR_AM = 4.0
_SURE = 12.0
_COMMON = 9.0
_SHORTEST_SURE = 3


def mend_words(text: str) -> str:
    """Repair sara am that PDF extraction split, lost or put in the place of sara aa.

    A change is made only where the words of the language leave no doubt.
    """
    text = _SPLIT.sub(_join, text)
    if "ำ" in text:
        text = _AM.sub(_unless_aa, text)
    for fault, word in _known_faults():
        if fault in text:
            text = text.replace(fault, word)
    for word in _LOST_SILENCER:
        if word in text:
            text = re.sub(word + "(?![ะ-ฺ็-๎])", word + "์", text)
    return move_back(text, word_cost)


def _join(found: re.Match[str]) -> str:
    tone = found[1] + found[2]
    before = _run_before(found.string, found.start(), _BEFORE)
    after = _run_after(found.string, found.end(), _AFTER)
    as_am = word_cost(f"{before}{tone}ำ{after}") - _FAVOUR_AM
    as_aa = word_cost(f"{before}{tone}า{after}")
    return tone + ("ำ" if as_am <= as_aa else "า")


def _unless_aa(found: re.Match[str]) -> str:
    """Turn a wrong ำ back to า: `สิงหำคม`."""
    text, place = found.string, found.start()
    if _begins_long_word(text[max(0, place - 2) : place + _LONGEST_BEGUN]):
        return "ำ"
    before = _run_before(text, place, _BEFORE)
    after = _run_after(text, place + 1, _AFTER)[:_AROUND]
    return "า" if _is_wrong_am(before, after) else "ำ"


def _begins_long_word(around: str) -> bool:
    """Tell at little cost that most ำ are right: four letters from their consonant are a word."""
    start = around.find("ำ") - (2 if around[1:2] in "่้๊๋" else 1)
    costs = _word_costs()
    begun = (around[start : start + length] for length in (5, 4, 6))
    return any(len(word) > _SHORTEST_SURE and word in costs for word in begun)


@lru_cache(maxsize=50_000)
def _is_wrong_am(before: str, after: str) -> bool:
    cost = word_cost(f"{before}ำ{after}")
    if cost < _UNKNOWN_SIGN:
        return False
    # Its neighbours may be wrong too: what counts is what this one changes.
    aa_before, aa_after = before.replace("ำ", "า"), after.replace("ำ", "า")
    as_am = min(cost, word_cost(f"{aa_before}ำ{aa_after}"))
    as_aa = min(word_cost(f"{before}า{after}"), word_cost(f"{aa_before}า{aa_after}"))
    return as_aa + _SURE < as_am and _within_word(aa_before, f"า{aa_after}")


def _within_word(before: str, after: str) -> bool:
    """Tell whether a common or a long word lies over the end of `before` and what follows."""
    run, place, costs = before + after, len(before), _word_costs()
    for start in range(place + 1):
        for end in range(max(place + 1, start + _SHORTEST_SURE), len(run) + 1):
            cost = costs.get(run[start:end])
            if cost is not None and (cost < _COMMON or end - start > _SHORTEST_SURE):
                return True
    return False


def _run_before(text: str, place: int, pattern: re.Pattern[str]) -> str:
    found = pattern.search(text[max(0, place - 12) : place])
    return found[0] if found else ""


def _run_after(text: str, place: int, pattern: re.Pattern[str]) -> str:
    found = pattern.match(text, place)
    return found[0] if found else ""


@lru_cache(maxsize=20_000)
def word_cost(run: str) -> float:
    """Return how unlikely a run of Thai letters is: the least sum of its words' costs."""
    costs = _word_costs()
    best = [0.0]
    for end in range(1, len(run) + 1):
        least = best[end - 1] + _UNKNOWN_SIGN
        for start in range(max(0, end - _LONGEST_WORD), end):
            cost = costs.get(run[start:end])
            if cost is not None and best[start] + cost < least:
                least = best[start] + cost
        best.append(least)
    return best[-1]


@cache
def _word_costs() -> dict[str, float]:
    """Return -log of each dictionary word's share of the Thai National Corpus."""
    counts = dict(tnc.unigram_word_freqs())
    words = thai_words()
    total = sum(counts.get(word, 0) + 1 for word in words)
    return {word: math.log(total / (counts.get(word, 0) + 1)) for word in words}


@cache
def _known_faults() -> tuple[tuple[str, str], ...]:
    """Return the table of damaged spellings that are no word and stand for one word only."""
    lines = Path(__file__).with_name("damaged_words.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((fault, word) for fault, word in rows)
