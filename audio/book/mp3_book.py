"""A book as one MP3 with chapters, or as a ZIP of one MP3 a section."""

import shutil
from collections.abc import Iterable
from typing import BinaryIO

from audio.book.contents import Contents
from audio.book.packing import Package, safe_name
from audio.chapters import book_tags, section_tags
from audio.mp3 import frame_count, info_frame
from audio.tracks import Track

_HEADER = 4


def write_joined(file: BinaryIO, contents: Contents) -> None:
    """Write the tracks one after another, with the list of chapters at the head."""
    document = contents.document
    file.write(book_tags(document.title, document.lang, contents.chapters()))
    _join(file, contents, contents.tracks)


def write_zip(file: BinaryIO, contents: Contents) -> None:
    """Write a ZIP of MP3s whose names tell their order and their section."""
    document = contents.document
    passages = contents.passages()
    digits = max(2, len(str(len(passages))))
    folder = safe_name(document.title)
    with Package(file) as package:
        for number, tracks in enumerate(passages, 1):
            title = tracks[0].title
            name = f"{folder}/{number:0{digits}} {safe_name(title)}.mp3"
            with package.open(name) as entry:
                place = (number, len(passages))
                entry.write(section_tags(title, document.title, document.lang, place))
                _join(entry, contents, tracks)


def _join(file: BinaryIO, contents: Contents, tracks: Iterable[Track]) -> None:
    tracks = list(tracks)
    size = sum(track.bytes for track in tracks)
    frames = sum(frame_count(track.bytes, contents.rate, contents.kilobits) for track in tracks)
    with tracks[0].path.open("rb") as first:
        file.write(info_frame(first.read(_HEADER), frames, size))
    for track in tracks:
        with track.path.open("rb") as sound:
            shutil.copyfileobj(sound, file)
