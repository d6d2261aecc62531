"""Making the file of each kind of form from an outline, with the library that knows how."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from audio import book
from braille import PRESETS
from braille.brf import document_brf
from braille.layout import document_text
from braille.pef import document_pef
from thai_text.outline import Document as Outline
from webapp.listening.large_print import make_pdf
from webapp.listening.rules.kinds import SOUNDS, FormKind, Variant
from webapp.listening.service.recipes import speaker

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Task:
    """What is to be made, and where: `path` for the file, `tracks` for the pieces of a sound."""

    outline: Outline
    kind: FormKind
    variant: Variant
    path: Path
    tracks: Path | None = None
    narration: Any = None
    progress: Progress | None = None


@dataclass(frozen=True)
class Made:
    """What was made of a sound: how long it plays, what a person reads of it, what is said when."""

    # `seconds`, `narrated_seconds`, and under `starts` when each block is read first.
    about: dict[str, Any] = field(default_factory=dict)
    # [block, text, start, end] of each sentence, in seconds from the beginning.
    said: list[list[Any]] = field(default_factory=list)


def make(task: Task) -> Made:
    """Make the file of a task.

    Raises `audio.engines.VoiceUnavailable`, `PrintUnavailable`, `LargePrintTooLong`,
    `OSError`, and whatever the task's `progress` raises to stop the work.
    """
    if task.kind in SOUNDS:
        return _sound(task)
    if task.kind is FormKind.LARGE_PRINT:
        make_pdf(task.outline, task.path)
    else:
        task.path.write_bytes(_content(task))
    return Made()


def _sound(task: Task) -> Made:
    made = book.make_book(
        task.outline,
        task.path,
        task.kind.value,
        speaker(task.variant.voice),
        speed=task.variant.speed / 100,
        tracks=task.tracks,
        narration=task.narration,
        progress=task.progress,
    )
    said: list[list[Any]] = []
    begin = 0.0
    for track in made.tracks:
        said += [
            [one.block, one.text, round(begin + one.start, 2), round(begin + one.end, 2)]
            for one in track.said
        ]
        begin += track.seconds
    starts: dict[str, float] = {}
    for block, _text, start, _end in said:
        starts.setdefault(block, start)
    about = {"seconds": made.duration_seconds, "narrated_seconds": made.narrated_seconds}
    return Made({**about, "starts": starts}, said)


def _content(task: Task) -> bytes:
    grade = task.variant.grade
    if task.kind is FormKind.TEXT:
        return (task.outline.plain_text() + "\n").encode()
    width, height = PRESETS[task.variant.layout]
    if task.kind is FormKind.BRF:
        return document_brf(task.outline, grade, width, height)
    if task.kind is FormKind.PEF and height:
        return document_pef(task.outline, grade, width, height)
    return document_text(task.outline, grade, width).encode()
