"""Sound as plain numbers: 16-bit mono samples and their rate."""

import wave
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

BYTES_A_SAMPLE = 2


@dataclass(frozen=True)
class Pcm:
    """A piece of sound: little-endian signed 16-bit mono samples, `rate` of them a second."""

    samples: bytes
    rate: int

    @property
    def seconds(self) -> float:
        """How long it plays."""
        return len(self.samples) / BYTES_A_SAMPLE / self.rate


def silence(seconds: float, rate: int) -> Pcm:
    """Return `seconds` of nothing at `rate` samples a second."""
    return Pcm(bytes(BYTES_A_SAMPLE * round(seconds * rate)), rate)


def write_wav(path: Path, rate: int, pieces: Iterable[Pcm]) -> float:
    """Write the pieces one after another to `path` as WAV and return the seconds written."""
    seconds = 0.0
    with path.open("wb") as raw, wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(BYTES_A_SAMPLE)
        file.setframerate(rate)
        for piece in pieces:
            file.writeframes(piece.samples)
            seconds += piece.seconds
    return seconds
