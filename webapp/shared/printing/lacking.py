"""Letters that the print font lacks, told in words that it has.

PDF/UA-1 forbids the sign for a missing glyph, and programs that read a PDF lose a font's whole text
for one. No other font is asked: which there are differs from machine to machine.
"""

import re
import unicodedata
from functools import cache
from itertools import groupby

from thai_text.numbers import THAI_DIGITS
from webapp.shared.printing.faces import faces
from webapp.shared.printing.line_breaks import MAY_BREAK, with_breaks
from webapp.shared.printing.sign_names import ALIKE, NAMED, SCRIPTS

# Tags, and what is no text of a page.
_NO_TEXT = re.compile(r"(<title>.*?</title>|<style.*?</style>|<!--.*?-->|<[^>]*>)", re.DOTALL)
_LANG = re.compile(r'<html[^>]*\slang="(\w+)')
# What an emoji is coloured with.
_TONES = (*range(0x1F3FB, 0x1F400), *range(0x1F9B0, 0x1F9B4))
# What a letter is the same as under another look; raised and lowered figures are not the same.
_SAME = {"<wide>", "<narrow>", "<compat>", "<font>", "<noBreak>", "<square>", "<vertical>"}
_THAI, _ENGLISH = 0, 1


def with_names(html: str) -> str:
    """A page of HTML in whose text each letter that the print font lacks is one that it has, or
    its name in brackets; the first time it is said why. Titles and attributes stay as they are.
    """
    if _lacked().search(html) is None:
        return html
    lang = _LANG.search(html)
    told = _Told(lang[1] if lang else "")
    parts = _NO_TEXT.split(html)
    # Every second part is a tag.
    parts[::2] = [told.instead_in(part) for part in parts[::2]]
    return "".join(parts)


def named(text: str, lang: str) -> str:
    """Text, not HTML, with names as on a page in the language `lang` that has no other."""
    return _Told(lang).instead_in(text)


class _Told:
    """What has been told of one page in a language."""

    def __init__(self, lang: str) -> None:
        self.language = _THAI if lang == "th" else _ENGLISH
        self.is_explained = False

    def instead_in(self, text: str) -> str:
        return _lacked().sub(self._instead_of, text)

    def _instead_of(self, found: re.Match[str]) -> str:
        """What stands for a run of letters that the font lacks, spaces between them."""
        run = found.group()
        scripts = [_script(letter) for letter in run]
        shown = [
            (letter, _shown(letter))
            for at, letter in enumerate(run)
            # The words of one script are counted together.
            if letter != " " or scripts[at - 1] is None or scripts[at - 1] != scripts[at + 1]
        ]
        text = ""
        for is_named, letters in groupby(shown, key=lambda one: one[1] is None):
            if is_named:
                text += self._bracketed([letter for letter, _ in letters])
            else:
                text += "".join(same or "" for _, same in letters)
        return text

    def _bracketed(self, letters: list[str]) -> str:
        names = ", ".join(
            self._names(script, list(group)) for script, group in groupby(letters, key=_script)
        )
        if not self.is_explained:
            self.is_explained = True
            names += (
                " ซึ่งแบบตัวพิมพ์ของไฟล์นี้ไม่มี",
                ", which the type of this file does not have",
            )[self.language]
        return with_breaks(f"[{names}]")

    def _names(self, script: tuple[str, str] | None, letters: list[str]) -> str:
        if script is None:
            return ", ".join(_name(letter)[self.language] for letter in letters)
        count = sum(not unicodedata.category(letter).startswith("M") for letter in letters) or 1
        if self.language == _THAI:
            return f"อักษร{script[_THAI]} {str(count).translate(THAI_DIGITS)} ตัว"
        return f"{count} {script[_ENGLISH]} character{'s' if count > 1 else ''}"


@cache
def _lacked() -> re.Pattern[str]:
    """Runs of letters that the font lacks, words of them with the spaces between."""
    known = "".join(re.escape(chr(letter)) for letter in sorted(_letters()))
    one = f"[^{known}{MAY_BREAK}\t\r\n]"
    return re.compile(f"{one}+(?: {one}+)*")


@cache
def _letters() -> frozenset[int]:
    """The letters that every weight of the font has."""
    return frozenset.intersection(*(frozenset(face.widths) for face in faces().values()))


def _shown(letter: str) -> str | None:
    """What is printed for one letter, "" where it has no look of its own, None to be named."""
    kind = unicodedata.category(letter)
    if kind in ("Cc", "Cf", "Me") or "VARIATION SELECTOR" in unicodedata.name(letter, ""):
        return ""
    if ord(letter) in _TONES:
        return ""
    if kind.startswith("Z"):
        return " "
    if letter in ALIKE:
        return ALIKE[letter]
    look, *_codes = unicodedata.decomposition(letter).split() or [""]
    same = unicodedata.normalize("NFKC", letter)
    if not all(ord(one) in _letters() for one in same):
        return None
    if look == "<circle>":
        return f"({same})"
    # Beside a whole number a fraction would be read as part of it.
    if look == "<fraction>":
        return f" {same}"
    return same if look in _SAME or not look.startswith("<") else None


def _script(letter: str) -> tuple[str, str] | None:
    """The script of a letter whose own name would tell a reader nothing."""
    if letter in NAMED or unicodedata.category(letter)[0] not in "LMN":
        return None
    return SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0].split("-")[0])


def _name(letter: str) -> tuple[str, str]:
    """What a sign is called, in Thai and English."""
    if letter in NAMED:
        return NAMED[letter]
    name = unicodedata.name(letter, "").lower()
    if not name or letter == "\ufffd":
        return "อักษรที่อ่านไม่ได้", "unreadable letter"
    return f"อักษร {name}", name
