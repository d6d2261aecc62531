"""What a book is made of: the document, its tracks, and who reads."""

import uuid
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from audio.chapters import Chapter
from audio.tracks import Track
from thai_text.outline import Document, content_hash


@dataclass(frozen=True)
class Contents:
    """A document with its tracks in order, `rate` samples a second and `kilobits` each.

    `voice` names the computer's voice, `people` tells whether people may have read parts, `made` is
    the day that stands in the book as its date, `credits` are the names of the people who read.
    """

    document: Document
    tracks: tuple[Track, ...]
    rate: int
    kilobits: int
    voice: str
    made: date
    people: bool = False
    credits: tuple[str, ...] = ()

    @property
    def identifier(self) -> str:
        """The book's own name: equal for the same text in the same sound."""
        sound = "".join(f"{track.path.stem} {track.bytes}" for track in self.tracks)
        return uuid.uuid5(uuid.NAMESPACE_URL, content_hash(self.document) + sound).urn

    @property
    def seconds(self) -> float:
        """How long the whole book plays."""
        return sum(track.seconds for track in self.tracks)

    @property
    def narrated_seconds(self) -> float:
        """How much of it people read."""
        return sum(track.seconds for track in self.tracks if track.narrated)

    def passages(self) -> list[list[Track]]:
        """The tracks of each chapter and section together."""
        return [list(tracks) for _, tracks in groupby(self.tracks, lambda track: track.id)]

    def chapters(self) -> tuple[Chapter, ...]:
        """Where each chapter and section begins and ends in the whole."""
        chapters = []
        start = 0.0
        for tracks in self.passages():
            end = start + sum(track.seconds for track in tracks)
            chapters.append(Chapter(tracks[0].id, tracks[0].title, start, end))
            start = end
        return tuple(chapters)
