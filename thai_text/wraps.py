"""Lines that are one: at soft wraps, and where a hard wrap cut a word in two."""

import re

from thai_text import dictionary
from thai_text.word_costs import LONGEST_WORD, UNKNOWN_SIGN, run_cost

_LETTERS = "ก-ฮะ-ฺเ-ๅ็-๎"
# Lines are wrapped at the width of a page; a short one is a heading, a cell or a list's row.
_SHORTEST_LINE = 30
_WRAP = re.compile(f"(?<=[{_LETTERS}])\n(?=[{_LETTERS}])")
_LONE_LF = re.compile("(?<!\r)\n")
_AT_END = re.compile(f"[{_LETTERS}]*$")
_AT_START = re.compile(f"[{_LETTERS}]*")
# Vowels and marks that stand after or on a letter: no line begins with one by right.
_NO_BEGINNING = re.compile("[ะ-ฺๅ็-๎]")


def join_soft_wraps(text: str) -> str:
    """Make every line end LF.

    A file with both kinds of line end has soft wraps (CRLF) inside paragraphs (LF): those become
    spaces. Only the whole text tells: a part of it may have one kind alone.
    """
    if "\r" not in text:
        return text
    if "\r\n" in text and _LONE_LF.search(text):
        return text.replace("\r\n", " ").replace("\r", " ")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def join_wraps(text: str) -> str:
    """Join two lines where a word goes over their border.

    A line that begins with a sign that no word begins with is always joined, any other where its
    letters and those before make words together and apart do not.
    """
    return _WRAP.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    text, at = found.string, found.start()
    if at - (text.rfind("\n", 0, at) + 1) < _SHORTEST_LINE:
        return "\n"
    if _NO_BEGINNING.match(text, at + 1):
        return ""
    before = _AT_END.search(text[max(0, at - 2 * LONGEST_WORD) : at])
    after = _AT_START.match(text, at + 1, at + 1 + 2 * LONGEST_WORD)
    tail, head = before[0] if before else "", after[0] if after else ""
    if _is_words(tail) and _is_words(head):
        # A title of two lines may be one word of the dictionary (ภูมิปัญญา / การแพทย์แผนไทย).
        return "\n"
    apart = run_cost(tail) + run_cost(head)
    return "" if run_cost(tail + head) + UNKNOWN_SIGN < apart else "\n"


def _is_words(run: str) -> bool:
    return all(map(dictionary.knows, dictionary.segment(run)))
