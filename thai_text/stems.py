"""English words without their endings: committees, committee; reporting, report.

After M. F. Porter, "An algorithm for suffix stripping" (Program 14(3), 1980), with two liberties: a
stem with y inside is taken for a short one, and no e is put back behind -at, -bl and -iz. Stems are
compared with each other and never shown.
"""

import re
from collections.abc import Mapping

# One or more, and two or more, times a vowel and a consonant after it: what is long enough to lose
# an ending without becoming another word.
_LONG = re.compile("[^aeiouy]*[aeiou]+[^aeiouy]")
_LONGER = re.compile("[^aeiouy]*[aeiou]+[^aeiouy]+[aeiou]+[^aeiouy]")
# Once alone, with or without a vowel behind it.
_ONCE = re.compile("[^aeiouy]*[aeiou]+[^aeiouy]+[aeiou]*$")
_HAS_VOWEL = re.compile("[^aeiouy]*[aeiouy]")
# Ends like hop and fil(e): a short word that had an e.
_HAD_E = re.compile("[^aeiouy]+[aeiouy][^aeiouwxy]$")
_DOUBLED_END = re.compile(r"..([^aeiouylsz])\1$")
_SHORTEST = 3
# What stands in their place, of which the longest that fits counts.
_LONG_ENDINGS = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize",
    "bli": "ble", "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize",
    "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful",
    "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_SHORTER_ENDINGS = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": "",
}  # fmt: skip
_LAST_ENDINGS = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism",
    "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip


def stem(word: str) -> str:
    """A word in small letters without its endings; one of less than three letters as it is."""
    if len(word) < _SHORTEST:
        return word
    # At the beginning y is a consonant.
    found = "Y" + word[1:] if word[0] == "y" else word
    found = _without_past(_without_plural(found))
    if found.endswith("y") and _HAS_VOWEL.match(found[:-1]):
        found = found[:-1] + "i"
    for endings in (_LONG_ENDINGS, _SHORTER_ENDINGS):
        found = _replaced(found, endings)
    found = _without_e(_without_last(found)).lower()
    # As in transferring, which leaves transferr.
    return found[:-1] if found != word and _DOUBLED_END.search(found) else found


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and word[-2] != "s" else word


def _without_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _LONG.match(word[:-3]) else word
    for ending in ("ed", "ing"):
        before = word.removesuffix(ending)
        if before != word and _HAS_VOWEL.match(before):
            return before + "e" if _HAD_E.match(before) else before
    return word


def _replaced(word: str, endings: Mapping[str, str]) -> str:
    fitting = [one for one in endings if word.endswith(one) and len(one) < len(word)]
    longest = max(fitting, key=len, default="")
    before = word[: len(word) - len(longest)]
    return before + endings[longest] if longest and _LONG.match(before) else word


def _without_last(word: str) -> str:
    fitting = [one for one in _LAST_ENDINGS if word.endswith(one) and len(one) < len(word)]
    if fitting:
        before = word[: -max(map(len, fitting))]
    else:
        before = word[:-3] if word.endswith(("sion", "tion")) and len(word) > len("tion") else word
    return before if _LONGER.match(before) else word


def _without_e(word: str) -> str:
    before = word[:-1]
    if word.endswith("e") and before:
        once = _ONCE.match(before) and not _HAD_E.match(before)
        if _LONGER.match(before) or once:
            word = before
    return word[:-1] if word.endswith("ll") and _LONGER.match(word) else word
