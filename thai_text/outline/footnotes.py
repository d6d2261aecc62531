"""Footnotes of a consolidated law: marks such as [๑] in the text, their notes at the end."""

from __future__ import annotations

import re

from thai_text.numbers import ARABIC_DIGITS

_NOTE = re.compile(r"\[([0-9๐-๙]{1,4})\]\s*(\S.*)\Z")
_MARK = re.compile(r"\s?\[([0-9๐-๙]{1,4})\]")
# The office that publishes consolidated laws signs its own edits below them: name/task, date.
_EDITOR = re.compile(
    r".{1,60}/\s?(?:ผู้)?(?:ตรวจ|ตรววจ|ปรับปรุง|แก้ไข|จัดทำ|เพิ่มเติม|พิมพ์)\s*\Z|.{1,40}\sจัดทำ\Z"
)
_MONTHS = "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
_EDIT_DATE = re.compile(rf"(?:[0-9๐-๙]{{1,2}}\s)?(?:{_MONTHS})\s(?:พ\.ศ\.\s?)?[0-9๐-๙]{{4}}\Z")


def split_notes(lines: list[str]) -> tuple[list[str], dict[str, str]]:
    """The lines above the notes, and the notes by number in Arabic digits, in order.

    The publisher's own signatures right above the notes are no part of the law and are left out.
    """
    start = next((i for i, line in enumerate(lines) if _starts_notes(lines, i, line)), len(lines))
    notes: dict[str, list[str]] = {}
    number = ""
    for line in lines[start:]:
        found = _NOTE.match(line)
        if found and found[1].translate(ARABIC_DIGITS) not in notes:
            number = found[1].translate(ARABIC_DIGITS)
            notes[number] = [found[2]]
        elif not _EDITOR.match(line) and not _EDIT_DATE.match(line):
            notes[number].append(line)
    joined = {number: " ".join(parts) for number, parts in notes.items()}
    return _without_signatures(lines[:start]), joined


def _starts_notes(lines: list[str], place: int, line: str) -> bool:
    """The notes begin where one with a text of its own is followed by another, or by the end."""
    if not _NOTE.match(line):
        return False
    return (
        place + 1 == len(lines) or bool(_NOTE.match(lines[place + 1])) or place > 0.8 * len(lines)
    )


def _without_signatures(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and (_EDITOR.match(lines[end - 1]) or _EDIT_DATE.match(lines[end - 1])):
        end -= 1
    # A bare date is left out only where an editor has signed: a law may end in its date.
    signed = any(_EDITOR.match(line) for line in lines[end:])
    return lines[:end] if signed else lines


def take_marks(line: str, notes: dict[str, str]) -> tuple[str, list[str]]:
    """The line without the marks that have a note, and the numbers of those marks."""
    if "[" not in line:
        return line, []
    found = [mark.translate(ARABIC_DIGITS) for mark in _MARK.findall(line)]
    known = [mark for mark in found if mark in notes]
    if not known:
        return line, []

    def drop(match: re.Match[str]) -> str:
        return "" if match[1].translate(ARABIC_DIGITS) in notes else match[0]

    return " ".join(_MARK.sub(drop, line).split()), known
