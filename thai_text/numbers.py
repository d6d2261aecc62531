"""Numbers as print writes them, in Thai and Arabic figures.

The voice, braille, search and comparison all take from here where a number begins and ends and
what its figures are; each then says, writes or folds it in its own way.
"""

import re

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
ARABIC_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# Of either set, for one with both in it: a slip of the keyboard is still one number.
ANY_DIGIT = "0-9๐-๙"


# Sections have no thousands: มาตรา 100,101,102 are three.
_LIST = re.compile(rf"(?:มาตรา|ข้อ)\s?[{ANY_DIGIT}/]+(?:,[{ANY_DIGIT}/]+)+")


def whole(digits: str = "0-9") -> str:
    """A pattern for whole numbers: 2560 or 1,250,000, the commas only between groups of three.

    `digits` are those that the text may have, as in a character class.
    """
    return rf"(?:[{digits}]{{1,3}}(?:,[{digits}]{{3}})+(?![{digits}])|[{digits}]+)"


def number(digits: str = "0-9") -> str:
    """A pattern for whole numbers and those with points: 1,250.50 or 3.2.1."""
    return rf"{whole(digits)}(?:\.[{digits}]+)*"


def joined(signs: str, digits: str = "0-9") -> str:
    """A pattern for numbers written as one with these signs between them: 12/1 or 1,2,3."""
    return rf"{number(digits)}(?:[{signs}]{number(digits)})*"


def ungrouped(written: str) -> str:
    """A written number in Arabic digits without the commas that only group them."""
    return written.translate(ARABIC_DIGITS).replace(",", "")


def lists_apart(text: str) -> str:
    """The text with a space behind each comma between the numbers of sections or clauses."""
    if "," not in text:
        return text
    return _LIST.sub(lambda found: found[0].replace(",", ", "), text)
