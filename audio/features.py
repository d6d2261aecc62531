"""What speech sounds like, frame by frame: mel cepstra to compare two speakers, and its pauses."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from audio.pcm import Pcm

FRAMES_A_SECOND = 100
_WINDOW_SECONDS = 0.025
# Above 4 kHz there is little that tells vowels apart, and old microphones record less.
_LOWEST, _HIGHEST, _BANDS, _CEPSTRA = 80.0, 4000.0, 24, 12
_DELTA_REACH = 3
_FRAMES_AT_ONCE = 4096
# Decibels. A frame is silent below a share of the way from the quietest to the loudest speech.
_QUIETEST, _SILENT_SHARE, _LEAST_ABOVE = -80.0, 0.3, 4.0
# Frames. What is shorter is part of a word, a stop before its release.
_SHORTEST_PAUSE = 12

Frames = NDArray[np.float32]
Mask = NDArray[np.bool_]


def cepstra(sound: Pcm, scale: float = 1.0) -> Frames:
    """Return a row of unit length for each frame: cepstra and their slopes, the speaker's own
    average and spread taken out, so that only what changes is compared.

    `scale` is how much higher the speaker's resonances are than another's: a shorter throat.
    """
    bands = _mel_bands(round(_WINDOW_SECONDS * sound.rate) // 2 + 1, sound.rate, scale)
    found = np.concatenate([_cepstra(block, bands) for block in _blocks(sound)])
    # The loudness is left to `silent`: it depends on the microphone.
    found = found[:, 1:]
    found = (found - found.mean(axis=0)) / (found.std(axis=0) + 1e-6)
    padded = np.pad(found, ((_DELTA_REACH, _DELTA_REACH), (0, 0)), mode="edge")
    slopes = padded[2 * _DELTA_REACH :] - padded[: -2 * _DELTA_REACH]
    slopes = slopes / (slopes.std(axis=0) + 1e-6)
    return _unit(np.concatenate([found, slopes], axis=1))


def silent(sound: Pcm) -> Mask:
    """Return for each frame whether it is part of a pause; short closures inside words are not."""
    loudness = np.concatenate([_loudness(block) for block in _blocks(sound)])
    low, high = np.percentile(loudness, 10), np.percentile(loudness, 95)
    border = low + max(_LEAST_ABOVE, _SILENT_SHARE * (high - low))
    found: Mask = loudness < border
    for start, end in runs(found):
        if end - start < _SHORTEST_PAUSE:
            found[start:end] = False
    return found


def runs(mask: Mask) -> list[tuple[int, int]]:
    """Return where `mask` is true: the first frame of each run and the one after its last."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.view(np.int8), [0]))))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def pooled(frames: Frames, size: int) -> Frames:
    """Return the averages of each `size` frames, of unit length again."""
    usable = frames[: len(frames) // size * size]
    return _unit(usable.reshape(-1, size, frames.shape[1]).mean(axis=1))


def _blocks(sound: Pcm) -> Iterator[Frames]:
    """The windows of all frames, some at once: twenty minutes at once would take a gigabyte."""
    wave = np.frombuffer(sound.samples, dtype="<i2")
    window = np.arange(round(_WINDOW_SECONDS * sound.rate))
    # Rates that 100 does not divide must not let the frames drift from the clock.
    starts = np.arange(0, max(len(wave), 1), sound.rate / FRAMES_A_SECOND).astype(np.intp)
    padded = np.pad(wave, (0, len(window)))
    for first in range(0, len(starts), _FRAMES_AT_ONCE):
        places = starts[first : first + _FRAMES_AT_ONCE, None] + window
        yield padded[places].astype(np.float32) / 32768


def _loudness(block: Frames) -> Frames:
    power = (block**2).mean(axis=1)
    loudness: Frames = np.maximum(10 * np.log10(power + 1e-12), _QUIETEST)
    return loudness


def _cepstra(block: Frames, mel_bands: Frames) -> Frames:
    size = block.shape[1]
    spectrum = np.abs(np.fft.rfft(block * np.hanning(size).astype(np.float32), axis=1)) ** 2
    bands = np.log(spectrum @ mel_bands + 1e-8)
    number = np.arange(_BANDS) + 0.5
    cosines = np.cos(np.pi / _BANDS * np.outer(number, np.arange(_CEPSTRA + 1)))
    found: Frames = (bands @ cosines).astype(np.float32)
    return found


def _mel_bands(lines: int, rate: int, scale: float) -> Frames:
    """Triangles of equal width on the mel scale, one column a band."""
    mels = np.linspace(_mel(_LOWEST), _mel(_HIGHEST), _BANDS + 2)
    edges = scale * 700 * (10 ** (mels / 2595) - 1)
    hertz = np.linspace(0, rate / 2, lines)[:, None]
    low, middle, high = edges[:-2], edges[1:-1], edges[2:]
    rising, falling = (hertz - low) / (middle - low), (high - hertz) / (high - middle)
    bands: Frames = np.maximum(0, np.minimum(rising, falling)).astype(np.float32)
    return bands


def _mel(hertz: float) -> float:
    return float(2595 * np.log10(1 + hertz / 700))


def _unit(rows: Frames) -> Frames:
    unit: Frames = (rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-6)).astype(np.float32)
    return unit
