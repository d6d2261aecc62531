"""The sound of a Document in pieces: one MP3 a chapter or section, kept, with its sentences' times.

A track is kept under the hash of everything that changes how it sounds, so that a worker that was
killed goes on where it stopped, and a new version of a document speaks only what is new in it.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Protocol

from audio.engines import Engine
from audio.mp3 import (
    KILOBITS,
    Mp3Writer,
    delay_seconds,
    frame_count,
    frames_seconds,
    out_rate,
)
from audio.pcm import Pcm, silence
from audio.script import Line, Passage, passages
from audio.speech import Sentence, sentences, speak
from audio.whole_files import whole_file
from thai_text.outline import Document
from thai_text.reading import READING_VERSION

Progress = Callable[[int, int], None]

# Part of every track's hash: what is made by another version of this file is made again.
TRACK_VERSION = "1"
# A longer passage is cut: about a quarter of an hour, the most that is lost with a killed worker.
MOST_LETTERS = 8_000
_SILENT_SECONDS = 0.5


@dataclass(frozen=True)
class Said:
    """A sentence and when it is said: the anchor of its block, its words as they are in print.

    `start` and `end` are seconds in the track. `row` is the table row (from 1, the heads' being 1)
    of a sentence that is one; its cells are then joined by " | " in `text`.
    """

    block: str
    text: str
    start: float
    end: float
    row: int = 0


@dataclass(frozen=True)
class Track:
    """A piece of a book as an MP3 file; `narrated` when people read it.

    `id`, `title` and `depth` are the passage's: its anchor, its name, how many chapters hold it. A
    long passage has several tracks, `part` 1, 2 and so on.
    """

    id: str
    title: str
    depth: int
    part: int
    path: Path
    seconds: float
    bytes: int
    said: tuple[Said, ...]
    narrated: bool


@dataclass(frozen=True)
class NarratedPassage:
    """A passage as people read it: pieces of sound of one rate, and its sentences' times in them.

    Times count from the first piece's beginning; a passage without any plays as one.
    """

    pieces: Iterable[Pcm]
    said: tuple[Said, ...] = ()


class Narration(Protocol):
    """Human reading, preferred over a voice's. `key` changes when any of its recordings does.

    `credits` are the names that its readers wish to be told by, none where nobody gave one.
    """

    key: str
    credits: tuple[str, ...]

    def track(self, passage: Passage) -> NarratedPassage | None:
        """Return the reading of a passage, or None where nobody has read it."""


@dataclass(frozen=True)
class Sound:
    """Who reads, how fast, and into what kind of MP3."""

    engine: Engine
    speed: float = 1.0
    kilobits: int = KILOBITS
    narration: Narration | None = None

    @property
    def rate(self) -> int:
        """Samples a second of every track, whoever reads it: they are to be joined."""
        return out_rate(self.engine.rate, self.kilobits)


def make_tracks(
    document: Document,
    folder: Path,
    engine: Engine,
    speed: float = 1.0,
    kilobits: int = KILOBITS,
    narration: Narration | None = None,
    progress: Progress | None = None,
) -> list[Track]:
    """Make what is missing of the document's sound in `folder`; return all its tracks in order.

    `speed` 1.0 is the usual pace; `progress` is told the letters said and the letters in all after
    each track. A track appears whole or not at all. Raises VoiceUnavailable as the engine does,
    with the tracks made until then kept, and OSError where a file cannot be written.
    """
    sound = Sound(engine, speed, kilobits, narration)
    script = passages(document, people=narration is not None)
    total = sum(passage.letters for passage in script)
    said = 0
    tracks: list[Track] = []
    for passage in script:
        for track, letters in _passage_tracks(passage, folder, document.lang, sound):
            tracks.append(track)
            said += letters
            if progress is not None:
                progress(said, total)
    return tracks


def _passage_tracks(
    passage: Passage, folder: Path, lang: str, sound: Sound
) -> Iterator[tuple[Track, int]]:
    read = sound.narration.track(passage) if sound.narration else None
    if read is not None and sound.narration is not None:
        path = folder / _name(sound, lang, passage.id, sound.narration.key, passage.lines)
        track = _kept(path) or _narrate(read, path, sound)
        yield _named(track, passage, path, 1, narrated=True), passage.letters
        return
    for part, lines in enumerate(_portions(passage.lines, lang), 1):
        voice = (sound.engine.name, sound.engine.version, sound.engine.voice)
        path = folder / _name(sound, lang, *voice, lines)
        track = _kept(path) or _speak(lines, path, lang, sound)
        letters = sum(len(line.spoken or line.text) for line in lines)
        yield _named(track, passage, path, part, narrated=False), letters


def _named(timed: "_Timed", passage: Passage, path: Path, part: int, *, narrated: bool) -> Track:
    # What is silent still is a place in the book.
    said = timed.said or (Said(passage.id, passage.title, 0.0, timed.seconds),)
    return Track(
        passage.id,
        passage.title,
        passage.depth,
        part,
        path,
        timed.seconds,
        timed.bytes,
        said,
        narrated,
    )


def _name(sound: Sound, lang: str, *what: object) -> str:
    settings = (
        TRACK_VERSION,
        READING_VERSION,
        lang,
        f"{sound.speed:.2f}",
        sound.kilobits,
        sound.rate,
    )
    text = json.dumps(
        [settings, what], default=asdict, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    key = hashlib.sha256(text.encode()).hexdigest()
    return f"{key[:2]}/{key}.mp3"


@dataclass(frozen=True)
class _Timed:
    """What is kept beside a track's file."""

    seconds: float
    bytes: int
    said: tuple[Said, ...]


def _kept(path: Path) -> _Timed | None:
    """What was made before, where all of it is there."""
    try:
        data = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        # After a power cut a file can be shorter than it was written.
        if path.stat().st_size != data["bytes"]:
            return None
    except (OSError, ValueError):
        return None
    return _Timed(data["seconds"], data["bytes"], tuple(Said(*one) for one in data["said"]))


def _keep(path: Path, said: list[Said], rate: int, kilobits: int) -> _Timed:
    size = path.stat().st_size
    seconds = frames_seconds(frame_count(size, rate, kilobits), rate)
    data = {
        "seconds": seconds,
        "bytes": size,
        "said": [[one.block, one.text, one.start, one.end, one.row] for one in said],
    }
    with whole_file(path.with_suffix(".json")) as file:
        file.write(json.dumps(data, ensure_ascii=False).encode())
    return _Timed(seconds, size, tuple(said))


def _speak(lines: list[Line], path: Path, lang: str, sound: Sound) -> _Timed:
    said: list[Said] = []
    delay = delay_seconds(sound.rate)
    with whole_file(path) as file:
        rate = sound.engine.rate
        with Mp3Writer(file, rate, sound.kilobits, sound.rate) as writer:
            for line, sentence_group in said_together(lines, lang):
                start = writer.seconds
                for sentence in sentence_group:
                    for piece in speak(sentence, lang, sound.engine, sound.speed):
                        writer.write(piece)
                text = line.text if line.row else sentence_group[0].text
                times = (round(start + delay, 3), round(writer.seconds + delay, 3))
                said.append(Said(line.block, text, *times, line.row))
            if not said:
                writer.write(silence(_SILENT_SECONDS, rate))
    return _keep(path, said, sound.rate, sound.kilobits)


def said_together(lines: list[Line], lang: str) -> Iterator[tuple[Line, list[Sentence]]]:
    """The sentences one by one; those of a table's row together."""
    for line in lines:
        found = list(sentences(line.spoken or line.text, lang))
        if line.row and found:
            yield line, found
        elif not line.row:
            yield from ((line, [sentence]) for sentence in found)


def _narrate(read: NarratedPassage, path: Path, sound: Sound) -> _Timed:
    delay = delay_seconds(sound.rate)
    pieces = iter(read.pieces)
    first = next(pieces, silence(_SILENT_SECONDS, sound.rate))
    with (
        whole_file(path) as file,
        Mp3Writer(file, first.rate, sound.kilobits, sound.rate) as writer,
    ):
        writer.write(first)
        for piece in pieces:
            writer.write(piece)
    later = [
        replace(one, start=round(one.start + delay, 3), end=round(one.end + delay, 3))
        for one in read.said
    ]
    return _keep(path, later, sound.rate, sound.kilobits)


def _portions(lines: list[Line], lang: str) -> Iterator[list[Line]]:
    """A passage's lines in portions that are spoken into one track each; at least one."""
    portion: list[Line] = []
    size = 0
    for line in lines:
        for short in _short_lines(line, lang):
            if portion and size + len(short.text) > MOST_LETTERS:
                yield portion
                portion, size = [], 0
            portion.append(short)
            size += len(short.text)
    yield portion


def _short_lines(line: Line, lang: str) -> Iterator[Line]:
    if len(line.text) <= MOST_LETTERS or line.row:
        yield line
        return
    part: list[str] = []
    for sentence in sentences(line.text, lang):
        if part and sum(map(len, part)) + len(sentence.text) > MOST_LETTERS:
            yield replace(line, text=" ".join(part))
            part = []
        part.append(sentence.text)
    yield replace(line, text=" ".join(part))
