"""Thai that a program read in the wrong encoding, read again: à¸ªà¸ and ÊÀÒ are สภา.

Whoever reads the bytes of Thai as Latin-1 or Windows-1252, or UTF-8 as Windows-874, loses nothing:
each sign is still one byte.
"""

import re
from collections.abc import Iterable

from thai_text import dictionary

# One letter in UTF-8 is E0, B8 or B9, and a third byte.
_THIRD = range(0x80, 0xC0)
_FEWEST_LETTERS = 2
# Words of Thai hold เธ and เน, but not so many side by side.
_FEWEST_OF_WINDOWS = 4
_FEWEST_OF_TIS = 3
_LEAST_KNOWN = 0.7
_MOSTLY = 0.8


def _bytes_of(encoding: str) -> dict[str, int]:
    """The byte that each sign was, also where a program kept a code that the encoding lacks."""
    signs = {chr(code): code for code in range(0x80, 0xA1 if encoding == "cp874" else 0x100)}
    for code in range(0x80, 0x100):
        sign = bytes([code]).decode(encoding, "ignore")
        signs.update({sign: code} if sign else {})
    return signs


def _signs(table: dict[str, int], codes: Iterable[int]) -> str:
    return "[" + re.escape("".join(sign for sign, code in table.items() if code in codes)) + "]"


_LATIN, _WINDOWS = _bytes_of("cp1252"), _bytes_of("cp874")
_ANY = _signs(_LATIN, _THIRD)
# A byte that Latin has as a space that does not break may have become a common space.
_OF_LATIN = re.compile(f"à(?:[¸¹]{_ANY}|¸ )|Ã[\xa0 ]Â[¸¹]")
_SEQUENCE = re.compile(f"à¸ |Ã (?=Â[¸¹])|[Â-ß]{_ANY}|[à-ï]{_ANY}{{2}}|[ð-ô]{_ANY}{{3}}")
_OF_WINDOWS = re.compile(f"(?:เ[ธน]{_signs(_WINDOWS, _THIRD)}){{{_FEWEST_OF_WINDOWS},}}")
_WINDOWS_SEQUENCE = re.compile(f"(?:เ[ธน]|โ€){_signs(_WINDOWS, _THIRD)}")
_TIS_SIGN = "[¡-Úß-û]"
_TIS = re.compile(f"{_TIS_SIGN}+")
_LONG_TIS = re.compile(f"{_TIS_SIGN}{{3,}}")
_THAI = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]+")
_LEFT_OF_UTF8 = re.compile("à[¸¹]|Ã[\xa0 ]Â[¸¹]")
# French and Spanish have « » ¡ ¿ beside letters; nobody has the others so.
_ODD, _LETTER = re.compile("[¢-ª¬-º¼-¾]"), re.compile("[À-û]")
# Some programs misread a text and write it down for the next to misread.
_MOST_TIMES = 3


def read_again(text: str) -> str:
    """The text with misread Thai as it was written; whatever is no such Thai stays as it is."""
    for _ in range(_MOST_TIMES):
        again = _once(text)
        if again == text:
            break
        text = again
    return text


def _once(text: str) -> str:
    if len(_OF_LATIN.findall(text)) >= _FEWEST_LETTERS:
        text = _SEQUENCE.sub(lambda found: _from_utf8(found[0], _LATIN), text)
    if _OF_WINDOWS.search(text):
        text = _WINDOWS_SEQUENCE.sub(lambda found: _from_utf8(found[0], _WINDOWS), text)
    return _from_tis(text)


def count_misread(text: str) -> int:
    """How many pieces of misread Thai stand in a text that cannot be read again."""
    runs = _LONG_TIS.findall(text)
    of_tis = sum(bool(_ODD.search(run) and _LETTER.search(run)) for run in runs)
    return len(_LEFT_OF_UTF8.findall(text)) + of_tis


def _from_utf8(signs: str, table: dict[str, int]) -> str:
    data = bytes(table.get(sign, 0xA0) for sign in signs)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return signs


def _from_tis(text: str) -> str:
    """Windows-874 and TIS-620 read as Latin-1, where it makes words of Thai."""
    runs = _LONG_TIS.findall(text)
    thai = [word for run in runs for word in _THAI.findall(_as_thai(run))]
    letters = sum(map(len, thai))
    if letters < _FEWEST_OF_TIS:
        return text
    known = sum(
        len(word)
        for run in thai
        for word in dictionary.segment(run)
        if len(word) > 1 and dictionary.knows(word)
    )
    if known < _LEAST_KNOWN * letters:
        return text
    # Where all is misread, so are the short words; beside French or Greek letters they are not.
    mostly = sum(map(len, runs)) >= _MOSTLY * sum(map(len, _TIS.findall(text)))
    return (_TIS if mostly else _LONG_TIS).sub(lambda found: _as_thai(found[0]), text)


def _as_thai(signs: str) -> str:
    return signs.encode("latin-1").decode("cp874")
