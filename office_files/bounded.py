"""Reading a file from outside in a process of its own, with limits to its time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from office_files.faults import Fault, FileRefused
from office_files.pages import FileType, ReadFile, ReadPage
from office_files.sniffing import file_type

ROOT = Path(__file__).parents[1]
# For a page that an officer waits for; the command gives more.
SECONDS = 40
MEGABYTES = 2_000


def read_safely(data: bytes, lang: str, seconds: int = SECONDS) -> ReadFile:
    """The pages of a file from outside. Raises `FileRefused`, also where it takes too much.

    Arguments: `lang`, the document's language ("th" or "en"); `seconds`, the most it may take.
    """
    # What is refused at the first look needs no process.
    file_type(data)
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no word from outside on the line
            [sys.executable, "-m", "office_files", lang, str(seconds), str(MEGABYTES)],
            input=data, capture_output=True, timeout=seconds * 2, check=False, cwd=ROOT,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise FileRefused(Fault.TOO_SLOW) from error
    if done.returncode < 0:
        raise FileRefused(Fault.TOO_SLOW)
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise FileRefused(Fault.BROKEN) from error
    if "fault" in answer:
        raise FileRefused(Fault(answer["fault"]))
    return _file(answer["file"])


def _file(answer: dict) -> ReadFile:
    pages = tuple(
        ReadPage(page["raw"], page["text"], tuple(page["doubts"]), page["runs_on"])
        for page in answer["pages"]
    )
    return ReadFile(FileType(answer["file_type"]), answer["title"], pages)
