"""Which frame of one reading of a text goes with which of another: dynamic time warping in a band.

Sakoe and Chiba, IEEE ASSP-26 (1978). Coarse frames first, then fine ones near what was found, so
that time and memory grow with the length of a reading and not with its square.
"""

import numpy as np
from numpy.typing import NDArray

from audio.features import FRAMES_A_SECOND, Frames, pooled

# Frames of the coarse pass at the most; and of the fine one how many are taken together.
_MOST_COARSE, _LEAST_POOL, _FINE_POOL = 4_000, 8, 2
# The share of its length by which a reading may run ahead or behind the other's even pace.
_WANDER = 0.25
_LEAST_WANDER = 2 * FRAMES_A_SECOND
_FINE_RADIUS = FRAMES_A_SECOND  # around the coarse path
# What a step of 0, 1, 2 or 3 frames in the other reading costs beside the frames' unlikeness.
_STEPS = np.array([0.1, 0.0, 0.1, 0.25], dtype=np.float32)

Places = NDArray[np.intp]


def warp(reading: Frames, reference: Frames) -> tuple[Places, Frames]:
    """Return for every frame of `reading` the frame of `reference` that it goes with, never going
    back, and how unlike the two are (0 the same, 1 nothing in common)."""
    size = _coarse_size(reading)
    path, _costs = _coarse(reading, reference, size)
    fine, fine_reference = pooled(reading, _FINE_POOL), pooled(reference, _FINE_POOL)
    middle = np.interp(
        (np.arange(len(fine)) + 0.5) * _FINE_POOL,
        (np.arange(len(path)) + 0.5) * size,
        (path + 0.5) * size,
    )
    radius = (_FINE_RADIUS + 2 * size) // _FINE_POOL
    centres = np.maximum.accumulate((middle / _FINE_POOL).astype(np.intp))
    path, costs = _band_path(fine, fine_reference, centres, radius)
    every = np.minimum(np.arange(len(reading)) // _FINE_POOL, len(path) - 1)
    return path[every] * _FINE_POOL, costs[every]


def likeness(reading: Frames, reference: Frames) -> float:
    """Return how like two readings are along the best coarse path: 1 the same, 0 nothing."""
    _path, costs = _coarse(reading, reference, _coarse_size(reading))
    return 1 - float(costs.mean())


def _coarse_size(reading: Frames) -> int:
    return max(_LEAST_POOL, -(-len(reading) // _MOST_COARSE))


def _coarse(reading: Frames, reference: Frames, size: int) -> tuple[Places, Frames]:
    rough, rough_reference = pooled(reading, size), pooled(reference, size)
    even = np.linspace(0, len(rough_reference) - 1, len(rough)).astype(np.intp)
    wander = max(_LEAST_WANDER, round(_WANDER * len(reference))) // size + 1
    return _band_path(rough, rough_reference, even, wander)


def _band_path(
    reading: Frames, reference: Frames, centres: Places, radius: int
) -> tuple[Places, Frames]:
    """The cheapest path within `radius` of `centres`, and the unlikeness along it."""
    width = min(2 * radius + 1, len(reference))
    lows = np.clip(centres - radius, 0, len(reference) - width)
    moves = np.diff(lows, prepend=lows[:1])
    pad = len(_STEPS) + int(moves.max(initial=0))
    choices = np.zeros((len(reading), width), dtype=np.uint8)
    before = np.full(width + 2 * pad, np.inf, dtype=np.float32)
    # Both begin together, give or take what a reader says before the text.
    before[pad : pad + width] = np.arange(width, dtype=np.float32) * _STEPS[-1]
    for row, (low, move) in enumerate(zip(lows, moves, strict=True)):
        unlike = 1 - reference[low : low + width] @ reading[row]
        ways = np.stack(
            [before[pad + move - step : pad + move - step + width] for step in range(len(_STEPS))]
        )
        ways += _STEPS[:, None]
        choices[row] = ways.argmin(axis=0)
        before[pad : pad + width] = ways.min(axis=0) + unlike
    return _traced(reading, reference, lows, choices, before[pad : pad + width])


def _traced(
    reading: Frames, reference: Frames, lows: Places, choices: NDArray[np.uint8], ends: Frames
) -> tuple[Places, Frames]:
    # Both end together, give or take what a reader says after the text.
    ends = ends + np.arange(len(ends) - 1, -1, -1, dtype=np.float32) * _STEPS[-1]
    path = np.empty(len(reading), dtype=np.intp)
    at = int(lows[-1] + ends.argmin())
    for row in range(len(reading) - 1, -1, -1):
        path[row] = at
        at -= int(choices[row, at - lows[row]])
        at = max(at, int(lows[row - 1])) if row else at
    costs: Frames = 1 - np.einsum("ij,ij->i", reading, reference[path])
    return path, costs
