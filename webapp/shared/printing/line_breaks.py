"""Where a line of Thai may end: between words, which are written without spaces."""

import re

from thai_text import dictionary

_RUN = re.compile("[ก-ฺเ-๎]{4,}")
# A sign without width at which a line may end; it leaves no trace in the text of a PDF.
MAY_BREAK = "\u200b"
# Never before a mark, a vowel that follows or a repeat sign, never after a vowel that leads.
_KEPT = "\u00a0"
# What a number is a number of stands on one line with it.
_WITH_NUMBER = re.compile(
    r"(พ\.ศ\.|ค\.ศ\.|มาตรา|หมวด|ส่วนที่|ฉบับที่|เล่ม|ตอนที่|หน้า|ร้อยละ|วันที่) (?=[0-9๐-๙])"
)
_NOT_HERE = re.compile(f"{MAY_BREAK}(?=[ะ-ฺๅๆ็-๎ฯ])|(?<=[เ-ไ]){MAY_BREAK}")


def with_breaks(text: str) -> str:
    """The text with a sign between Thai words where a line may end, and none before a number.

    What breaks the lines (Pango) knows Thai words only where it was built with libthai.
    """
    broken = _RUN.sub(lambda run: MAY_BREAK.join(dictionary.segment(run.group())), text)
    return _WITH_NUMBER.sub(rf"\1{_KEPT}", _NOT_HERE.sub("", broken))
