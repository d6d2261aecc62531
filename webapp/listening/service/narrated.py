"""People's recordings as the maker of sounds reads them, and whose they are."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from audio.pcm import Pcm
from audio.script import Passage, passages
from audio.stretch import stretched
from audio.tracks import NarratedPassage, Said
from thai_text.outline import Document as Outline
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.narrations import Narration
from webapp.listening.rules.narrations import NarrationState
from webapp.listening.service.narrations import passage_key
from webapp.listening.service.recording_files import recording_path
from webapp.listening.service.recordings import recording_pieces


@dataclass(frozen=True)
class Recording:
    """An accepted recording: its file, its sentences, and whose voice it is."""

    path: Path
    said: tuple[Said, ...]
    title: str
    credit: str


@dataclass(frozen=True)
class PeoplesReading:
    """The recordings of an outline, by the text that they read; `speed` 1.0 is as people read."""

    recordings: dict[str, Recording]
    speed: float

    @property
    def key(self) -> str:
        """A hash that changes when any recording, its times or its reader's name do."""
        parts = (
            f"{text} {one.path.name} {one.credit} {one.said}"
            for text, one in sorted(self.recordings.items())
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    @property
    def credits(self) -> tuple[str, ...]:
        """The names that the readers gave, each once."""
        given = (one.credit for _, one in sorted(self.recordings.items()))
        return tuple(dict.fromkeys(filter(None, given)))

    def track(self, passage: Passage) -> NarratedPassage | None:
        """Return the reading of a passage, or None where nobody has read it."""
        recording = self.recordings.get(passage_key(passage))
        if recording is None or not recording.path.exists():
            return None
        said = tuple(
            replace(one, block=line_block, start=one.start / self.speed, end=one.end / self.speed)
            for one, line_block in zip(recording.said, _blocks(passage, recording), strict=True)
        )
        return NarratedPassage(self._pieces(recording.path), said)

    def _pieces(self, path: Path) -> Iterator[Pcm]:
        for piece in recording_pieces(path):
            yield stretched(piece, self.speed)


def _blocks(passage: Passage, recording: Recording) -> list[str]:
    """The anchors of the sentences: in a new version the same text may have another number."""
    old = list(dict.fromkeys(one.block for one in recording.said))
    new = list(dict.fromkeys(line.block for line in passage.lines))
    names = dict(zip(old, new, strict=False))
    return [names.get(one.block, one.block) for one in recording.said]


def peoples_reading(document_id: int, outline: Outline, speed: int) -> PeoplesReading | None:
    """What people have read of an outline, at `speed` per cent; None where they read nothing."""
    texts = {passage_key(passage) for passage in passages(outline)}
    found = {text: one for text, one in _accepted(document_id).items() if text in texts}
    return PeoplesReading(found, speed / 100) if found else None


def readers_of(version: documents.DocumentVersion) -> list[tuple[str, str]]:
    """The sections of a version that people read, each with its reader's name, "" for one who gave
    none."""
    found = _accepted(version.document_id)
    if not found:
        return []
    keys = map(passage_key, passages(documents.outline_of(version)))
    return [(found[key].title, found[key].credit) for key in keys if key in found]


def _accepted(document_id: int) -> dict[str, Recording]:
    accepted = select(Narration).where(
        Narration.document_id == document_id, Narration.state == NarrationState.ACCEPTED
    )
    return {
        one.text_key: Recording(
            recording_path(one), tuple(Said(*s) for s in one.said), one.title, one.credit
        )
        for one in db.session.scalars(accepted)
    }
