"""Making a book in one of its formats."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import BinaryIO

from audio.book.contents import Contents
from audio.book.daisy import write_daisy
from audio.book.epub import write_epub
from audio.book.mp3_book import write_joined, write_zip
from audio.chapters import Chapter
from audio.engines import Engine
from audio.mp3 import KILOBITS, LIGHT_KILOBITS, out_rate
from audio.tracks import Narration, Progress, Track, make_tracks
from audio.whole_files import sweep, whole_file
from thai_text.outline import Document

_WRITERS: dict[str, Callable[[BinaryIO, Contents], None]] = {
    "mp3": write_joined,
    "mp3-light": write_joined,
    "mp3-zip-light": write_zip,
    "mp3-zip": write_zip,
    "daisy": write_daisy,
    "epub": write_epub,
}
FORMATS = tuple(_WRITERS)
# For old telephones and little data.
_LIGHT = ("mp3-light", "mp3-zip-light")


@dataclass(frozen=True)
class Book:
    """A book that was made: how long it plays, how large it is, where one can jump to.

    `tracks` are its pieces with the times of their sentences; people read `narrated_seconds` of it.
    """

    duration_seconds: float
    bytes: int
    chapters: tuple[Chapter, ...]
    tracks: tuple[Track, ...]
    narrated_seconds: float


def make_book(
    document: Document,
    path: Path,
    format: str,
    engine: Engine,
    speed: float = 1.0,
    tracks: Path | None = None,
    narration: Narration | None = None,
    progress: Progress | None = None,
    made: date | None = None,
) -> Book:
    """Make the document's book in `format` (one of FORMATS) at `path`; return what was made.

    `speed` 1.0 is the usual pace. Tracks found in the folder `tracks` are used, and those made are
    kept there; without it they are not kept. Where `narration` has a passage, it is used instead of
    the engine. `progress` is told the letters said and the letters in all after each track. `made`
    is the day that stands in DAISY and EPUB as the book's date, today without it.

    The file appears whole or not at all. Raises VoiceUnavailable as the engine does, ValueError for
    a format that is none, and OSError where the file cannot be written.
    """
    if format not in _WRITERS:
        raise ValueError(f"There is no format {format!r}; there are: {', '.join(FORMATS)}.")
    kilobits = LIGHT_KILOBITS if format in _LIGHT else KILOBITS
    with _folder(tracks, path) as folder:
        spoken = make_tracks(document, folder, engine, speed, kilobits, narration, progress)
        rate = out_rate(engine.rate, kilobits)
        voice = f"{engine.name} ({engine.voice})"
        people = narration is not None
        credits = narration.credits if narration is not None else ()
        day = made or datetime.now(UTC).date()
        contents = Contents(document, tuple(spoken), rate, kilobits, voice, day, people, credits)
        with whole_file(path) as file:
            _WRITERS[format](file, contents)
    return Book(
        duration_seconds=contents.seconds,
        bytes=path.stat().st_size,
        chapters=contents.chapters(),
        tracks=contents.tracks,
        narrated_seconds=contents.narrated_seconds,
    )


@contextmanager
def _folder(tracks: Path | None, path: Path) -> Iterator[Path]:
    if tracks is not None:
        tracks.mkdir(parents=True, exist_ok=True)
        sweep(tracks)
        yield tracks
        return
    # Beside the book: a folder for temporary files may be a small one in memory.
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        yield Path(folder)
