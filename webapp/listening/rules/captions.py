"""Captions in WebVTT: whether a file is right, and its words as a transcript. Plain Python.

Source: W3C WebVTT, section 4 (syntax). Styles, regions and notes are allowed and say nothing.
"""

import re
from enum import StrEnum

# Captions of an hour are some 100 kB.
MOST_BYTES = 1_000_000
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_TAG = re.compile(r"<[^>]*>")
_BLOCKS_WITHOUT_WORDS = ("NOTE", "STYLE", "REGION")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&nbsp;": " ", "&lrm;": "", "&rlm;": "", "&amp;": "&"}


class CaptionFault(StrEnum):
    """What is wrong with a file of captions."""

    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"
    NOT_WEBVTT = "not-webvtt"
    TIMING = "timing"
    EMPTY = "empty"
    NOT_THAI = "not-thai"


class CaptionsRefused(ValueError):
    """A file that cannot be shown as captions: its `fault`, and the `line` (from 1) it is in."""

    def __init__(self, fault: CaptionFault, line: int = 0) -> None:
        super().__init__(f"{fault} in line {line}")
        self.fault, self.line = fault, line


def check_captions(data: bytes) -> str:
    """Return the text of a WebVTT file with Thai captions. Raises `CaptionsRefused`."""
    if len(data) > MOST_BYTES:
        raise CaptionsRefused(CaptionFault.TOO_LARGE)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise CaptionsRefused(CaptionFault.NOT_UTF8) from None
    if not re.match(r"WEBVTT(?:[ \t].*)?(?:\n|$)", text):
        raise CaptionsRefused(CaptionFault.NOT_WEBVTT, 1)
    words = " ".join(_cues(text))
    if not words.strip():
        raise CaptionsRefused(CaptionFault.EMPTY)
    if not re.search("[ก-๛]", words):
        raise CaptionsRefused(CaptionFault.NOT_THAI)
    return text


def transcript(text: str) -> list[str]:
    """The words of captions that were checked, one line a caption, repeated lines once."""
    lines: list[str] = []
    for words in _cues(text):
        if words and (not lines or words != lines[-1]):
            lines.append(words)
    return lines


def _cues(text: str) -> list[str]:
    """The words of each cue in order. Raises `CaptionsRefused` where its times cannot be right."""
    found = []
    last = -1.0
    for number, block in _blocks(text):
        if block[0].startswith(_BLOCKS_WITHOUT_WORDS):
            continue
        # A cue may have a name in the line before its times.
        at = 0 if "-->" in block[0] else 1
        timing = _TIMING.fullmatch(block[at].strip()) if at < len(block) else None
        if timing is None:
            raise CaptionsRefused(CaptionFault.TIMING, number + at)
        start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
        if end <= start or start < last:
            raise CaptionsRefused(CaptionFault.TIMING, number + at)
        last = start
        found.append(_plain(" ".join(block[at + 1 :])))
    return found


def _blocks(text: str) -> list[tuple[int, list[str]]]:
    """Lines that stand together, each group with the number of its first line, but the header."""
    blocks: list[tuple[int, list[str]]] = []
    open_block = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            open_block = False
        elif open_block:
            blocks[-1][1].append(line)
        else:
            blocks.append((number, [line]))
            open_block = True
    return blocks[1:]


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _plain(words: str) -> str:
    words = _TAG.sub("", words)
    for entity, sign in _ENTITIES.items():
        words = words.replace(entity, sign)
    return " ".join(words.split())
