"""Samples into MP3, without ffmpeg and without keeping a whole book in memory.

Every MP3 here has a constant rate and one channel. An MP3 is frames of equal length in time: frames
of two files of the same settings may follow each other, so that a book is joined from its tracks
without encoding them again. Source: ISO/IEC 11172-3 and 13818-3 (MPEG-1 and 2, layer III).
"""

from types import TracebackType
from typing import BinaryIO

import lameenc

from audio.pcm import Pcm

KILOBITS = 64
# For old telephones and little data.
LIGHT_KILOBITS = 24
_LIGHT_RATE = 16_000
# LAME's scale: 2 best, 7 fastest. 5 takes two thirds longer, and LAME does most of the work.
_QUALITY = 7
# What goes in is heard so many samples later: LAME's delay and every decoder's.
_DELAY_SAMPLES = 576 + 529

_RATES = ((44_100, 48_000, 32_000), (22_050, 24_000, 16_000))  # MPEG-1, MPEG-2
_SAMPLES_A_FRAME = (1152, 576)
_HEADER = 4
_SIDE_INFO = (17, 9)  # of one channel
_MPEG_1 = 0b1000


def out_rate(rate: int, kilobits: int) -> int:
    """Return the samples a second of the MP3 made of `rate` a second at `kilobits`."""
    return min(rate, _LIGHT_RATE) if kilobits <= LIGHT_KILOBITS else rate


def delay_seconds(rate: int) -> float:
    """Return how much later than it went in a sound is heard in an MP3 of `rate`."""
    return _DELAY_SAMPLES / rate


def frame_count(size: int, rate: int, kilobits: int) -> int:
    """Return how many frames are in `size` bytes of an MP3 of these settings without tags."""
    # LAME pads single frames by a byte, so that the rate is held to within one.
    return round(size * rate / (_samples_a_frame(rate) / 8 * kilobits * 1000))


def frames_seconds(frames: int, rate: int) -> float:
    """Return how long so many frames play."""
    return frames * _samples_a_frame(rate) / rate


def _samples_a_frame(rate: int) -> int:
    return _SAMPLES_A_FRAME[0 if rate in _RATES[0] else 1]


def info_frame(first: bytes, frames: int, size: int) -> bytes:
    """Return the silent frame `Info` that tells players how long a joined MP3 is.

    `first` is the beginning of the first frame that follows, `frames` and `size` (bytes) what
    follows in all. Players of old, which do not know it, play 36 ms of silence.
    """
    mpeg_2 = 0 if first[1] & _MPEG_1 else 1
    # No padding and no checksum, whatever the first frame has.
    header = bytes((first[0], first[1] | 1, first[2] & 0b11111101, first[3]))
    rate = _RATES[mpeg_2][first[2] >> 2 & 3]
    kilobits = _kilobits(first[2] >> 4, mpeg_2)
    length = _SAMPLES_A_FRAME[mpeg_2] * kilobits * 1000 // 8 // rate
    body = b"Info" + (0b11).to_bytes(4, "big") + frames.to_bytes(4, "big")
    body += (size + length).to_bytes(4, "big")
    return (header + bytes(_SIDE_INFO[mpeg_2]) + body).ljust(length, b"\0")


def _kilobits(index: int, mpeg_2: int) -> int:
    mpeg_1_table = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
    mpeg_2_table = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
    return (mpeg_2_table if mpeg_2 else mpeg_1_table)[index]


class Mp3Writer:
    """Writes pieces of sound to an open file as one constant-rate mono MP3; used in a `with`."""

    def __init__(
        self, file: BinaryIO, rate: int, kilobits: int = KILOBITS, to_rate: int | None = None
    ) -> None:
        """Write to `file` what comes in `rate` samples a second; `seconds` counts what came.

        The MP3 has `to_rate` samples a second, or `rate`.
        """
        self._file = file
        self._rate = rate
        self.seconds = 0.0
        self._encoder = lameenc.Encoder()
        self._encoder.set_bit_rate(kilobits)
        self._encoder.set_in_sample_rate(rate)
        self._encoder.set_out_sample_rate(to_rate or rate)
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
