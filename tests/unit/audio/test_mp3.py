"""Samples into MP3, and MP3s into one."""

import io

import numpy as np
import pytest
import soundfile
from mutagen.mp3 import MP3

from audio.mp3 import (
    KILOBITS,
    LIGHT_KILOBITS,
    Mp3Writer,
    delay_seconds,
    frame_count,
    frames_seconds,
    info_frame,
    out_rate,
)
from audio.pcm import Pcm, silence

KINDS = [(22_050, KILOBITS), (22_050, LIGHT_KILOBITS), (24_000, KILOBITS), (44_100, KILOBITS)]


def click(rate, kilobits, at=1.0, seconds=2.003):
    """An MP3 of silence with a short tone in it."""
    samples = np.zeros(round(rate * seconds), dtype="<i2")
    tone = 12_000 * np.sin(np.arange(rate // 100) * 2 * np.pi * 1000 / rate)
    samples[round(rate * at) :][: len(tone)] = tone
    file = io.BytesIO()
    with Mp3Writer(file, rate, kilobits, out_rate(rate, kilobits)) as writer:
        writer.write(Pcm(samples.tobytes(), rate))
    return file.getvalue()


def onsets(mp3):
    """The seconds at which sound begins after silence."""
    sound, rate = soundfile.read(io.BytesIO(mp3))
    loud = np.flatnonzero(np.abs(sound) > 0.1)
    first = np.flatnonzero(np.diff(loud, prepend=-rate) > rate / 2)
    return [float(one) / rate for one in loud[first]]


@pytest.mark.parametrize(("rate", "kilobits"), KINDS)
def test_what_is_joined_plays_on_in_time_and_is_silent_where_it_is_joined(rate, kilobits):
    one = click(rate, kilobits)
    to_rate = out_rate(rate, kilobits)
    seconds = frames_seconds(frame_count(len(one), to_rate, kilobits), to_rate)
    expected = [n * seconds + 1 + delay_seconds(to_rate) for n in range(3)]
    assert onsets(one * 3) == pytest.approx(expected, abs=0.002)
    sound, _ = soundfile.read(io.BytesIO(one * 3))
    joint = round(seconds * to_rate)
    assert np.abs(sound[joint - 1500 : joint + 1500]).max() < 0.002


@pytest.mark.parametrize(("rate", "kilobits"), KINDS)
def test_a_player_is_told_the_very_length_and_where_the_sound_ends(rate, kilobits):
    sound = click(rate, kilobits) * 50
    to_rate = out_rate(rate, kilobits)
    frames = frame_count(len(sound), to_rate, kilobits)
    info = MP3(io.BytesIO(info_frame(sound[:4], frames, len(sound)) + sound)).info
    assert info.length == pytest.approx(frames_seconds(frames, to_rate), abs=1e-6)
    assert (info.channels, info.sample_rate) == (1, to_rate)
    assert info.bitrate == pytest.approx(kilobits * 1000, rel=0.01)


def test_the_light_form_is_a_third_as_large():
    assert len(click(22_050, LIGHT_KILOBITS)) < 0.4 * len(click(22_050, KILOBITS))


def test_pieces_become_one_mono_mp3_of_their_length():
    file = io.BytesIO()
    with Mp3Writer(file, 22_050) as writer:
        for _ in range(20):
            writer.write(silence(0.5, 22_050))
    assert writer.seconds == pytest.approx(10)
    file.seek(0)
    info = MP3(file).info
    assert info.length == pytest.approx(10, abs=0.1)
    assert (info.channels, info.sample_rate, info.bitrate) == (1, 22_050, KILOBITS * 1000)


def test_sound_of_another_rate_is_refused():
    with Mp3Writer(io.BytesIO(), 22_050) as writer, pytest.raises(ValueError, match="24000"):
        writer.write(Pcm(bytes(100), 24_000))


def test_a_book_of_nothing_is_an_empty_file():
    file = io.BytesIO()
    with Mp3Writer(file, 22_050):
        pass
    assert file.getvalue() == b""
