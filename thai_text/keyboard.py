"""Words typed with the keyboard in the other language: `l;ylfu` for สวัสดี, and the reverse.

Source: the Kedmanee layout (มอก. 820-2538, TIS 820) beside the US layout.
"""

import re

from thai_text import dictionary, short_forms

_US = (
    "`1234567890-=" "qwertyuiop[]\\" "asdfghjkl;'" "zxcvbnm,./"
    "~!@#$%^&*()_+" "QWERTYUIOP{}|" 'ASDFGHJKL:"' "ZXCVBNM<>?"
)  # fmt: skip
_KEDMANEE = (
    "_ๅ/-ภถุึคตจขช" "ๆไำพะัีรนยบลฃ" "ฟหกดเ้่าสวง" "ผปแอิืทมใฝ"
    "%+๑๒๓๔ู฿๕๖๗๘๙" '๐"ฎฑธํ๊ณฯญฐ,ฅ' "ฤฆฏโฌ็๋ษศซ." "()ฉฮฺ์?ฒฬฦ"
)  # fmt: skip
_TO_THAI = str.maketrans(_US, _KEDMANEE)
_TO_ENGLISH = str.maketrans(_KEDMANEE, _US)

_THAI = re.compile("[ก-๛]")
_LATIN = re.compile("[A-Za-z]")
# One or two letters that touch Thai ones; more, or beside a digit, they are a word: COVID, 5G.
_STRAY = re.compile("(?<=[ก-๎])[A-Za-z]{1,2}(?![A-Za-z0-9])|(?<![A-Za-z0-9])[A-Za-z]{1,2}(?=[ก-๎])")
_LATIN_WORDS = re.compile(r"(?:[A-Za-z]{2,20}|\d{1,4})(?: (?:[A-Za-z]{2,20}|\d{1,4}))*")
_NUMBER = re.compile(r"[\d.,/-]*\d[\d.,/-]*")
_VOWEL = re.compile("[aeiouyAEIOUY]")
_THAI_RUN = re.compile("[ก-ฺเ-๎]+")
# A mark or a vowel that cannot begin a word: no Thai word is written so.
_ILL_FORMED = re.compile(
    "(?:^|[ \u0e40-\u0e44])[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]"
    # or a vowel that sits on another; tones are left out, as น้ำ is often typed in another order
    "|[\u0e30\u0e32\u0e33][\u0e31\u0e34-\u0e3a\u0e47\u0e4c]"
)
# How much of a text must be words of the dictionary, by letters, to be taken for Thai.
_IS_THAI, _IS_NO_THAI = 0.9, 0.7
_SHORTEST = 3


def other_layout(typed: str) -> str | None:
    """What `typed` says when the keyboard was in the other language; None where it was not.

    Latin keys are taken for Thai where they give words of the dictionary or its abbreviations, Thai
    letters for Latin ones where they are no words themselves and give letters with vowels among
    them, and numbers beside those. No layout gives both within a word.
    """
    text = typed.strip()
    if len(text) < _SHORTEST:
        return None
    if _THAI.search(text):
        if any(_THAI.search(word) and _LATIN.search(word) for word in text.split()):
            return None
        english = text.translate(_TO_ENGLISH).lower()
        words = english.split() if _LATIN_WORDS.fullmatch(english) else []
        read = [word for word in words if not word.isdigit()]
        sounds = bool(read) and all(map(_VOWEL.search, read))
        return english if sounds and _is_no_thai(text) else None
    thai = text.translate(_TO_THAI)
    return thai if _known_share(thai) >= _IS_THAI and not _ILL_FORMED.search(thai) else None


def stands_as_typed(word: str) -> bool:
    """Whether a word can be meant as it is: a number, or letters of one language that read well."""
    if _NUMBER.fullmatch(word):
        return True
    if _THAI.search(word):
        return not _LATIN.search(word) and not _is_no_thai(word)
    return word.isascii() and word.isalpha() and bool(_VOWEL.search(word))


def with_stray_keys(word: str) -> str | None:
    """A Thai word in which one or two keys were of the other layout (sหกรณ์), with those keys in
    Thai; None where none are, or where more Latin letters stand in it."""
    thai = _STRAY.sub(lambda found: found[0].translate(_TO_THAI), word)
    return thai if thai != word and not _LATIN.search(thai) else None


def _is_no_thai(text: str) -> bool:
    return bool(_ILL_FORMED.search(text)) or _known_share(text) < _IS_NO_THAI


def _known_share(text: str) -> float:
    """How many of a text's signs, beside digits and known abbreviations, stand in Thai words of two
    letters and more that are known."""
    if not _THAI_RUN.search(text):
        return 0
    rest = short_forms.PATTERN.sub(" ", text)
    runs = [run for run in _THAI_RUN.findall(rest) if run not in short_forms.BARE]
    known = sum(
        len(word)
        for run in runs
        for word in dictionary.segment(run)
        if len(word) > 1 and dictionary.knows(word)
    )
    others = _THAI_RUN.sub("", rest)
    unknown = sum(not (sign.isdigit() or sign.isspace()) for sign in others)
    signs = sum(map(len, runs)) + unknown
    return known / signs if signs else 1
