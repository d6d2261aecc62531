"""The Thai phoneme table put together from espeak-ng's own sounds."""

from pathlib import Path

import espeakng_loader
import pytest

from audio.engines.espeak_data import Glide, Sounds, UnknownFormat
from audio.engines.thai_sounds import SOUNDS, TONES, Tone
from audio.engines.thai_table import phoneme_names, with_thai, write_data
from audio.phonemes import FINALS, ONSETS, VOWELS

SHIPPED = Path(espeakng_loader.get_data_path())


@pytest.fixture(scope="module")
def phontab():
    return (SHIPPED / "phontab").read_bytes()


def test_the_shipped_thai_voice_lacks_sounds_of_thai(phontab):
    assert not set(VOWELS.values()) <= phoneme_names(phontab)


def test_the_new_thai_table_holds_every_sound_of_thai(phontab):
    names = phoneme_names(with_thai(phontab, Sounds.shipped(SHIPPED)))
    assert {*ONSETS.values(), *VOWELS.values(), *FINALS.values()} - {""} <= names
    assert {*SOUNDS, *TONES} <= names


def test_other_languages_keep_their_tables(phontab):
    assert phoneme_names(with_thai(phontab, Sounds.shipped(SHIPPED)), "en") == phoneme_names(
        phontab, "en"
    )
    assert phoneme_names(with_thai(phontab, Sounds.shipped(SHIPPED)), "shn") == phoneme_names(
        phontab, "shn"
    )


@pytest.mark.parametrize("broken", [b"", b"\x05\0\0\0abc", b"\x00\0\0\0"])
def test_data_in_another_layout_is_refused(broken):
    with pytest.raises(UnknownFormat):
        with_thai(broken, Sounds.shipped(SHIPPED))


def test_data_that_is_cut_short_or_too_long_is_refused(phontab):
    with pytest.raises(UnknownFormat):
        with_thai(phontab[:-40], Sounds.shipped(SHIPPED))
    with pytest.raises(UnknownFormat):
        with_thai(phontab + b"\0", Sounds.shipped(SHIPPED))


def test_a_package_without_a_sound_that_thai_needs_is_refused(phontab):
    shipped = Sounds.shipped(SHIPPED)
    with pytest.raises(UnknownFormat, match="has no sound"):
        with_thai(phontab, Sounds(shipped.index, shipped.data, "# empty"))
    with pytest.raises(UnknownFormat, match="manifest"):
        Sounds(shipped.index, shipped.data, "W not-a-place ustop/null")


def test_sounds_that_the_package_holds_stay_where_they_are(phontab):
    shipped, ours = Sounds.shipped(SHIPPED), Sounds.shipped(SHIPPED)
    with_thai(phontab, ours)
    assert ours.index.startswith(shipped.index)
    assert ours.data.startswith(shipped.data)


def test_a_glide_is_written_as_the_package_writes_the_same_one():
    # What Mandarin's palatal says in espeak-ng 1.52: Vowelin f1=0 f2=2700 400 600 f3=300 80.
    glide = Glide(2700, 400, 600, third=300, high=80, level=30, length=42)
    assert glide.words(opening=True) == [0xA100, 0x03D5, 0x0155, 0xDDF6]


def test_a_tone_is_drawn_from_its_lowest_to_its_highest_pitch():
    low, high, curve = Tone((20, 10, 40)).drawn()
    assert (low, high) == (10, 40)
    assert (curve[0], curve[-1], len(curve)) == (85, 255, 128)
    assert min(curve) < 3


def test_the_package_itself_is_left_as_it_was(phontab, tmp_path):
    data = write_data(SHIPPED, tmp_path)
    assert (data / "phontab").read_bytes() != phontab
    assert (SHIPPED / "phontab").read_bytes() == phontab
    assert (data / "en_dict").samefile(SHIPPED / "en_dict")
