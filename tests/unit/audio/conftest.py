"""Ears for the tests of the voice: loudness, pitch and the phonemes that were really spoken."""

from collections.abc import Callable

import numpy as np
import pytest

from audio.engines import engine
from audio.engines.espeak import ENGLISH, THAI, library, prosody
from audio.pcm import Pcm


@pytest.fixture(scope="session")
def voice():
    return engine("espeak")


@pytest.fixture(scope="session")
def heard() -> Callable[[str], list[str]]:
    """Phoneme names in, the names that espeak-ng made of them out, without its pauses."""

    def listen(phonemes: str) -> list[str]:
        names = library().heard(f"[[{phonemes}]]", THAI, prosody(1.0))
        return [name.lstrip("'") for name in names if not name.lstrip("'").startswith("_")]

    return listen


@pytest.fixture(scope="session")
def sound() -> Callable[[str], Pcm]:
    """The samples of phoneme names."""

    def speak(phonemes: str) -> Pcm:
        how = prosody(1.0)
        samples = library().samples(f"[[{phonemes}]]", THAI, how, phonemes=True)
        return Pcm(samples, library().rate)

    return speak


@pytest.fixture(scope="session")
def english() -> Callable[[str], Pcm]:
    """The samples of a text as the English voice reads it."""

    def speak(text: str) -> Pcm:
        return Pcm(library().samples(text, ENGLISH, prosody(1.0)), library().rate)

    return speak


@pytest.fixture(scope="session")
def loudness() -> Callable[[Pcm], float]:
    """Root mean square of the samples; nothing but silence is 0."""

    def measure(sound: Pcm) -> float:
        samples = np.frombuffer(sound.samples, dtype="<i2").astype(float)
        return float(np.sqrt(np.mean(samples**2))) if len(samples) else 0.0

    return measure


@pytest.fixture(scope="session")
def pitch() -> Callable[[Pcm], list[float]]:
    """The pitch in Hz every 15 ms where there is voice, by autocorrelation."""

    def measure(sound: Pcm) -> list[float]:
        samples = np.frombuffer(sound.samples, dtype="<i2").astype(float)
        window, step = int(sound.rate * 0.04), int(sound.rate * 0.015)
        lags = np.arange(sound.rate // 250, sound.rate // 75)
        contour = []
        for start in range(0, len(samples) - window, step):
            frame = samples[start : start + window]
            if np.sqrt(np.mean(frame**2)) < 500:
                continue
            likeness = np.correlate(frame, frame, "full")[window - 1 :] / np.sum(frame**2)
            # The frame slides out of itself, so a longer lag finds less of it.
            likeness = likeness[lags] * window / (window - lags)
            # Two periods are as alike as one: the shorter of equal lags is the period.
            best = int(np.argmax(likeness * (1 - lags / 4000)))
            if likeness[best] > 0.6:
                contour.append(sound.rate / lags[best])
        return contour

    return measure


@pytest.fixture(scope="session")
def formants() -> Callable[[Pcm, float], tuple[float, float]]:
    """The first two resonances in Hz near a part (0 to 1) of a vowel, by linear prediction."""
    order = 22

    def measure(sound: Pcm, part: float) -> tuple[float, float]:
        # A frame of few periods hides a resonance between two harmonics: the median of nine.
        found = [resonances(sound, part + 0.015 * step) for step in range(-4, 5)]
        return tuple(float(np.median(column)) for column in zip(*found, strict=True))

    def resonances(sound: Pcm, part: float) -> tuple[float, float]:
        samples = np.frombuffer(sound.samples, dtype="<i2").astype(float)
        start = int(len(samples) * part)
        frame = samples[start : start + 700]
        frame = np.append(frame[0], frame[1:] - 0.9 * frame[:-1]) * np.hamming(len(frame))
        likeness = np.correlate(frame, frame, "full")[len(frame) - 1 : len(frame) + order]
        rows = np.array([[likeness[abs(a - b)] for b in range(order)] for a in range(order)])
        weights = np.linalg.solve(rows + np.eye(order) * likeness[0] * 1e-4, likeness[1:])
        roots = np.roots(np.r_[1, -weights])
        tones = [
            np.angle(root) * sound.rate / (2 * np.pi)
            for root in roots
            if root.imag > 0 and -np.log(abs(root)) * sound.rate / np.pi < 500
        ]
        first, second, *_ = sorted(tone for tone in tones if 150 < tone < 3500)
        return float(first), float(second)

    return measure


@pytest.fixture(scope="session")
def difference() -> Callable[[Pcm, Pcm], float]:
    """How unlike two sounds are: decibels between their spectra, frame by frame in 24 bands."""

    def spectrum(sound: Pcm) -> np.ndarray:
        samples = np.frombuffer(sound.samples, dtype="<i2").astype(float)
        frames = np.lib.stride_tricks.sliding_window_view(samples, 441)[::220] * np.hanning(441)
        power = np.abs(np.fft.rfft(frames, axis=1)) ** 2
        bands = np.array_split(power[:, 2:170], 24, axis=1)
        return 10 * np.log10(np.stack([band.mean(axis=1) for band in bands], axis=1) + 1e4)

    def measure(one: Pcm, other: Pcm) -> float:
        first, second = spectrum(one), spectrum(other)
        length = max(len(first), len(second))
        first, second = (
            np.pad(each, ((0, length - len(each)), (0, 0)), mode="edge") for each in (first, second)
        )
        return float(np.abs(first - second).mean())

    return measure
