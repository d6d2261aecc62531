"""Speech faster or slower at the same pitch, for voices that cannot change their pace themselves.

WSOLA (Verhelst and Roelands, ICASSP 1993): pieces of the sound are laid over each other closer
together or wider apart, each taken where it fits the wave before it best.
"""

import numpy as np
from numpy.typing import NDArray

from audio.pcm import Pcm

_WINDOW_SECONDS = 0.03
_SEARCH_SECONDS = 0.012  # One period of the lowest voice, so that a fitting place is always there.

Wave = NDArray[np.float32]


def stretched(sound: Pcm, speed: float) -> Pcm:
    """Return `sound` at `speed` times its pace; raises ValueError for a speed of 0 or below."""
    if speed <= 0:
        raise ValueError(f"speed is {speed}")
    wave = np.frombuffer(sound.samples, dtype="<i2").astype(np.float32)
    window = round(_WINDOW_SECONDS * sound.rate) // 2 * 2
    if speed == 1 or len(wave) < 2 * window:
        return sound
    made = _overlapped(wave, speed, window, round(_SEARCH_SECONDS * sound.rate))
    return Pcm(np.clip(made, -32768, 32767).astype("<i2").tobytes(), sound.rate)


def _overlapped(wave: Wave, speed: float, window: int, search: int) -> Wave:
    hop = window // 2
    shape = np.hanning(window + 1)[:-1].astype(np.float32)
    steps = int(len(wave) / speed) // hop
    made = np.zeros((steps + 2) * hop, dtype=np.float32)
    padded = np.pad(wave, (search, window + 2 * search + hop))
    at = 0
    for step in range(steps):
        wished = min(int(step * hop * speed), len(wave))
        if step:
            wished = _best(padded, wished, padded[at + hop : at + hop + window], search)
        else:
            wished += search
        at = wished
        made[step * hop : step * hop + window] += padded[at : at + window] * shape
    return made[: round(len(wave) / speed)]


def _best(padded: Wave, wished: int, follows: Wave, search: int) -> int:
    """Where near `wished` the wave is most like what would have followed the piece before."""
    places = padded[wished : wished + 2 * search + len(follows)]
    likeness = np.correlate(places, follows[: len(places)], "valid")
    return wished + int(np.argmax(likeness))
