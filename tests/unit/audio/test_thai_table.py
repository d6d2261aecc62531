"""The Thai phoneme table put together from espeak-ng's own sounds."""

from pathlib import Path

import espeakng_loader
import pytest

from audio.engines.thai_table import (
    SOUNDS,
    TONES,
    UnknownFormat,
    phoneme_names,
    with_thai,
    write_data,
)
from audio.phonemes import FINALS, ONSETS, VOWELS

SHIPPED = Path(espeakng_loader.get_data_path())


@pytest.fixture(scope="module")
def phontab():
    return (SHIPPED / "phontab").read_bytes()


def test_the_shipped_thai_voice_lacks_sounds_of_thai(phontab):
    assert not set(VOWELS.values()) <= phoneme_names(phontab)


def test_the_new_thai_table_holds_every_sound_of_thai(phontab):
    names = phoneme_names(with_thai(phontab))
    assert {*ONSETS.values(), *VOWELS.values(), *FINALS.values()} - {""} <= names
    assert {*SOUNDS, *TONES} <= names


def test_other_languages_keep_their_tables(phontab):
    assert phoneme_names(with_thai(phontab), "en") == phoneme_names(phontab, "en")
    assert phoneme_names(with_thai(phontab), "shn") == phoneme_names(phontab, "shn")


@pytest.mark.parametrize("broken", [b"", b"\x05\0\0\0abc", b"\x00\0\0\0"])
def test_data_in_another_layout_is_refused(broken):
    with pytest.raises(UnknownFormat):
        with_thai(broken)


def test_data_that_is_cut_short_or_too_long_is_refused(phontab):
    with pytest.raises(UnknownFormat):
        with_thai(phontab[:-40])
    with pytest.raises(UnknownFormat):
        with_thai(phontab + b"\0")


def test_the_package_itself_is_left_as_it_was(phontab, tmp_path):
    data = write_data(SHIPPED, tmp_path)
    assert (data / "phontab").read_bytes() != phontab
    assert (SHIPPED / "phontab").read_bytes() == phontab
    assert (data / "en_dict").samefile(SHIPPED / "en_dict")
