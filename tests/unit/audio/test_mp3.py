"""Samples into MP3."""

import io

import pytest
from mutagen.mp3 import MP3

from audio.mp3 import KILOBITS, Mp3Writer
from audio.pcm import Pcm, silence


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
