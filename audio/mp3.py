"""Samples into MP3, without ffmpeg and without keeping a whole book in memory."""

from types import TracebackType
from typing import BinaryIO

import lameenc

from audio.pcm import Pcm

KILOBITS = 64
_QUALITY = 5  # LAME's scale: 2 best, 7 fastest


class Mp3Writer:
    """Writes pieces of sound to an open file as one constant-rate mono MP3; used in a `with`."""

    def __init__(self, file: BinaryIO, rate: int) -> None:
        """Write to `file` what comes in `rate` samples a second; `seconds` counts what came."""
        self._file = file
        self._rate = rate
        self.seconds = 0.0
        self._encoder = lameenc.Encoder()
        self._encoder.set_bit_rate(KILOBITS)
        self._encoder.set_in_sample_rate(rate)
        self._encoder.set_channels(1)
        self._encoder.set_quality(_QUALITY)
        self._encoder.silence()

    def write(self, piece: Pcm) -> None:
        """Add a piece; raise ValueError where its rate is not the writer's."""
        if piece.rate != self._rate:
            raise ValueError(f"Sound of {piece.rate} samples a second in an MP3 of {self._rate}.")
        self._file.write(self._encoder.encode(piece.samples))
        self.seconds += piece.seconds

    def __enter__(self) -> "Mp3Writer":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # LAME has nothing to flush where nothing came.
        if kind is None and self.seconds:
            self._file.write(self._encoder.flush())
