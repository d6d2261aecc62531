"""A Document as one MP3 that one can move about in, and what making it takes."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from audio.chapters import Chapter, write_tags
from audio.engines import Engine
from audio.mp3 import Mp3Writer
from audio.script import Passage, passages
from audio.speech import stream
from thai_text.outline import Document, canonical_json
from thai_text.reading import READING_VERSION

Progress = Callable[[int, int], None]

# Measured with the default voice on laws of 3,000 to 600,000 letters: 140 times on a busy machine
# of two cores, 400 on an idle one.
LETTERS_A_SECOND = 9.7
TIMES_REAL_TIME = 200.0
SECONDS_TO_START = 4.0

_READABLE_BY_ALL = 0o644


@dataclass(frozen=True)
class Book:
    """An MP3 that was made: how long it plays, how large it is, where one can jump to."""

    duration_seconds: float
    bytes: int
    chapters: tuple[Chapter, ...]


def make_mp3(
    document: Document,
    path: Path,
    engine: Engine,
    speed: float = 1.0,
    progress: Progress | None = None,
) -> Book:
    """Speak the document into an MP3 at `path` with its chapters; return what was made.

    `speed` 1.0 is the usual pace; `progress` is told the letters said and the letters in all after
    each passage. The file appears whole or not at all. Raises VoiceUnavailable as the engine does
    and OSError where the file cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file, Mp3Writer(file, engine.rate) as writer:
            chapters = _speak(document, writer, engine, speed, progress)
        write_tags(part, document.title, document.lang, chapters)
        part.chmod(_READABLE_BY_ALL)
        size = part.stat().st_size
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return Book(writer.seconds, size, tuple(chapters))


def _speak(
    document: Document, writer: Mp3Writer, engine: Engine, speed: float, progress: Progress | None
) -> list[Chapter]:
    script = passages(document)
    total = sum(map(_letters, script))
    said = 0
    chapters = []
    for passage in script:
        start = writer.seconds
        for line in passage.lines:
            for piece in stream(line, document.lang, engine, speed):
                writer.write(piece)
        chapters.append(Chapter(passage.id, passage.title, start, writer.seconds))
        said += _letters(passage)
        if progress is not None:
            progress(said, total)
    return chapters


def _letters(passage: Passage) -> int:
    return sum(len(line) for line in passage.lines)


def estimate_duration(document: Document, speed: float = 1.0) -> float:
    """Return about how many seconds the document plays with the default voice at `speed`."""
    return sum(map(_letters, passages(document))) / LETTERS_A_SECOND / speed


def estimate_seconds(document: Document, speed: float = 1.0) -> float:
    """Return about how many seconds the default voice needs to make the document's MP3."""
    return SECONDS_TO_START + estimate_duration(document, speed) / TIMES_REAL_TIME


def form_key(document: Document, engine: Engine, voice: str, speed: float) -> str:
    """Return the SHA-256 in hex under which this document's sound is kept.

    It changes with the document's content, the rules of reading, the engine, its version, the voice
    and the speed, and with nothing else.
    """
    settings = (READING_VERSION, engine.name, engine.version, voice, f"{speed:.2f}")
    return hashlib.sha256(
        b"\0".join((canonical_json(document), *(one.encode() for one in settings)))
    ).hexdigest()
