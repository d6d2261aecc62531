"""Recordings as files: what may be taken, told by decoding it, and their samples in blocks."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import soundfile  # type: ignore[import-untyped]  # nobody publishes its types

from audio.pcm import Pcm
from webapp.listening.rules.narrations import FILE_KINDS, LONGEST, RATES, SHORTEST
from webapp.shared.errors import Refused

_FRAMES_AT_ONCE = 1 << 18
_MIMETYPES = {"MP3": "audio/mpeg", "OGG": "audio/ogg", "FLAC": "audio/flac"}


class RecordingRefused(Refused):
    """The file is no recording that can be taken; `fault` is "kind", "length" or "rate"."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


def recording_seconds(stream: BinaryIO) -> float:
    """How long the recording in `stream` is, counted by decoding all of it.

    Raises `RecordingRefused`.
    """
    try:
        with soundfile.SoundFile(stream) as file:
            if file.format not in FILE_KINDS:
                raise RecordingRefused("kind")
            if file.samplerate not in RATES:
                raise RecordingRefused("rate")
            frames = 0
            # A header can promise what is not there.
            for block in file.blocks(_FRAMES_AT_ONCE, dtype="int16"):
                frames += len(block)
                if frames > LONGEST * file.samplerate:
                    raise RecordingRefused("length")
            seconds = frames / file.samplerate
    except (soundfile.SoundFileError, RuntimeError, TypeError):
        raise RecordingRefused("kind") from None
    if seconds < SHORTEST:
        raise RecordingRefused("length")
    return seconds


def recording_pieces(path: Path) -> Iterator[Pcm]:
    """The samples of a recording that was taken, its channels made one, a block at a time."""
    with soundfile.SoundFile(path) as file:
        for block in file.blocks(_FRAMES_AT_ONCE, dtype="int16", always_2d=True):
            mono = block.astype("int32").mean(axis=1).astype("<i2")
            yield Pcm(mono.tobytes(), file.samplerate)


def whole_recording(path: Path) -> Pcm:
    """All samples of a recording, at most half an hour of them."""
    pieces = list(recording_pieces(path))
    return Pcm(b"".join(piece.samples for piece in pieces), pieces[0].rate)


def recording_mimetype(path: Path) -> str:
    """What a browser is told of a recording that was taken."""
    return _MIMETYPES.get(soundfile.info(path).format, "audio/wav")
