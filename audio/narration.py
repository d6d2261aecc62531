"""People's recordings in step with the text: where each sentence begins, without a recogniser.

The default voice reads the same sentences, so that their borders are known in its sound; the
recording is laid beside it, and the borders are carried over and moved into the reader's pauses.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from audio import features
from audio.engines import DEFAULT, engine
from audio.features import FRAMES_A_SECOND, Mask
from audio.pcm import Pcm
from audio.script import Line, Passage
from audio.speech import Sentence, speak
from audio.tracks import Said, said_together
from audio.warping import likeness, warp

# By how much a recording must be more like the text than like the text read backwards, which is no
# text at all: readings of one text are by 0.35 and more, of two texts by 0.1; in a few seconds,
# where chance does more, by 0.22. So what is short must be more alike.
TRUSTED = 0.12
_MORE_WHERE_SHORT, _SHORT_SECONDS = 0.12, 12.0
# A sentence of which less than this share of the usual likeness was found is looked at.
_DOUBTED_SHARE = 0.5
# How much higher a reader's resonances may be than the default voice's: from a big man to a child.
_SCALES = (0.8, 0.86, 0.92, 1.0, 1.08, 1.16, 1.25)
# Seconds within which a border is moved to the end of a pause; how long the pause must be.
_NEAR, _PAUSE = 0.45, 0.12
# A pause is kept so long: how long a person breathes says nothing about the words.
_KEPT_PAUSE = 6  # frames
# A sentence this many times faster or slower than its neighbours was not found.
_MOST_TEMPO = 2.5


@dataclass(frozen=True)
class Alignment:
    """Where the sentences of a passage are in a recording.

    `certainty` is by how much the recording is more like this text than like none (0 to 1). Where
    it is too low, `trusted` is false and the times only divide the recording in proportion.
    `doubtful` are the sentences, by their place, whose times a person should check.
    """

    said: tuple[Said, ...]
    certainty: float
    trusted: bool
    doubtful: tuple[int, ...]


def sentence_texts(passage: Passage, lang: str) -> list[str]:
    """The sentences of `passage`, whose language is `lang`, into which its recording is divided;
    a row of a table is one."""
    return [_text(*group) for group in said_together(passage.lines, lang)]


def align(recording: Pcm, passage: Passage, lang: str) -> Alignment:
    """Find the sentences of `passage`, whose language is `lang` (`th`, `en`), in its recording.

    Raises ValueError for a recording without a sound or a passage without a word.
    """
    groups = list(said_together(passage.lines, lang))
    if not groups or not recording.samples:
        raise ValueError("There is nothing to align.")
    model, starts = _model(groups, lang)
    quiet = features.silent(recording)
    found = _carried(recording, quiet, model, starts)
    short = min(1.0, _SHORT_SECONDS / max(recording.seconds, 1.0))
    enough = TRUSTED + _MORE_WHERE_SHORT * short
    trusted = found.certainty >= enough and 1 / _MOST_TEMPO < found.tempo < _MOST_TEMPO
    if trusted:
        times = [_snapped(time, quiet) for time in found.times]
    else:
        times = _in_proportion(starts, quiet)
    said = tuple(_said(groups, times, recording.seconds))
    everything = tuple(range(len(said)))
    doubtful = _doubtful(said, starts, found.alike) if trusted else everything
    return Alignment(said, round(found.certainty, 3), trusted, doubtful)


@dataclass(frozen=True)
class _Found:
    """The seconds at which sentences begin in the recording, how like each is, how sure, and how
    many times longer its words take than the model's."""

    times: list[float]
    alike: np.ndarray
    certainty: float
    tempo: float


@dataclass(frozen=True)
class _Starts:
    """The frames of the model at which sentences begin, and at which the last one ends."""

    frames: np.ndarray

    @property
    def lengths(self) -> np.ndarray:
        return np.maximum(1, np.diff(self.frames))


def _model(groups: Sequence[tuple[Line, list[Sentence]]], lang: str) -> tuple[Pcm, _Starts]:
    """The default voice's reading, and where its sentences begin."""
    voice = engine(DEFAULT)
    sound = bytearray()
    frames = [0]
    for _line, sentences in groups:
        for sentence in sentences:
            for piece in speak(sentence, lang, voice, 1.0):
                sound += piece.samples
        frames.append(int(Pcm(bytes(sound), voice.rate).seconds * FRAMES_A_SECOND))
    return Pcm(bytes(sound), voice.rate), _Starts(np.array(frames))


def _carried(recording: Pcm, quiet: Mask, model: Pcm, starts: _Starts) -> _Found:
    """Carry the model's borders over to the recording."""
    kept = _without_long_pauses(quiet)
    model_kept = _without_long_pauses(features.silent(model))
    # Both at the same number of frames: a slow reader is no different from a quick one.
    stretch = np.linspace(0, len(model_kept) - 1, len(kept)).round().astype(np.intp)
    reference = features.cepstra(model)[model_kept[stretch]]
    # The scale of the throat that makes the two most alike; each costs a coarse pass only.
    readings = (features.cepstra(recording, scale)[kept] for scale in _SCALES)
    alike, reading = max(((likeness(one, reference), one) for one in readings), key=lambda p: p[0])
    tempo = len(kept) / len(model_kept)
    path, costs = warp(reading, reference)
    # The model's own pause belongs to the sentence before it, so each begins with its first word.
    places = np.searchsorted(model_kept[stretch[path]], starts.frames[:-1])
    places = np.minimum(places, len(kept) - 1)
    borders = [*places, len(costs)]
    each = [
        1 - float(costs[first : max(last, first + 1)].mean())
        for first, last in zip(borders, borders[1:], strict=False)
    ]
    times = [0.0, *(float(kept[place]) / FRAMES_A_SECOND for place in places[1:])]
    return _Found(times, np.array(each), alike - likeness(reading, reference[::-1]), tempo)


def _without_long_pauses(quiet: Mask) -> np.ndarray:
    """The numbers of the frames that are kept: all that is said, and the beginning of pauses."""
    keep = ~quiet
    for start, end in features.runs(quiet):
        keep[start : min(start + _KEPT_PAUSE, end)] = True
    found = np.flatnonzero(keep)
    return found if len(found) > 4 * _KEPT_PAUSE else np.arange(len(quiet))


def _snapped(time: float, quiet: Mask) -> float:
    """The end of the pause that is nearest, where one is near; else the time itself."""
    ends = [
        end / FRAMES_A_SECOND
        for start, end in features.runs(quiet)
        if end - start >= _PAUSE * FRAMES_A_SECOND and end < len(quiet)
        if start / FRAMES_A_SECOND - _NEAR <= time <= end / FRAMES_A_SECOND + _NEAR
    ]
    return min(ends, key=lambda end: abs(end - time), default=time) if time else 0.0


def _in_proportion(starts: _Starts, quiet: Mask) -> list[float]:
    """Times that divide what is said in the recording as the model's sentences divide theirs."""
    loud = np.flatnonzero(~quiet) if not quiet.all() else np.arange(len(quiet))
    shares = starts.frames[:-1] / max(1, starts.frames[-1])
    places = (shares * (len(loud) - 1)).astype(np.intp)
    return [0.0, *(float(loud[place]) / FRAMES_A_SECOND for place in places[1:])]


def _said(
    groups: Sequence[tuple[Line, list[Sentence]]], times: list[float], seconds: float
) -> list[Said]:
    """The sentences with their times, which never run backwards."""
    borders = [*np.maximum.accumulate(times), seconds]
    said = []
    for place, (line, sentences) in enumerate(groups):
        text = _text(line, sentences)
        start, end = (round(float(min(one, seconds)), 3) for one in borders[place : place + 2])
        said.append(Said(line.block, text, start, end, line.row))
    return said


def _text(line: Line, sentences: list[Sentence]) -> str:
    return line.text if line.row else sentences[0].text


def _doubtful(said: Sequence[Said], starts: _Starts, alike: np.ndarray) -> tuple[int, ...]:
    lengths = np.array([one.end - one.start for one in said])
    tempo = lengths / starts.lengths
    usual = float(np.median(tempo)) or 1.0
    odd = (tempo > _MOST_TEMPO * usual) | (tempo < usual / _MOST_TEMPO)
    unlike = alike < _DOUBTED_SHARE * float(np.median(alike))
    return tuple(int(place) for place in np.flatnonzero(odd | unlike))
