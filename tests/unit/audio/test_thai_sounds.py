"""Every sound of Thai as the offline voice really makes it."""

import itertools
import statistics

import pytest

from audio.phonemes import (
    DIPHTHONGS,
    FINALS,
    ONSETS,
    SHORT_VOWELS,
    TONES,
    VOWELS,
    Syllable,
    phonemes,
)

NATIVE_CLUSTERS = ("pr", "pl", "pʰr", "pʰl", "tr", "kr", "kl", "kw", "kʰr", "kʰl", "kʰw")
BORROWED_CLUSTERS = ("tʰr", "dr", "br", "bl", "fr", "fl")
ALL_ONSETS = (*ONSETS, *NATIVE_CLUSTERS, *BORROWED_CLUSTERS)
LEVEL, LOW, FALLING, HIGH, RISING = "˧", "˨˩", "˥˩", "˦˥", "˩˩˦"


@pytest.fixture(scope="module")
def take(sound):
    """One take of a syllable; no two takes of espeak-ng are quite the same."""
    return lambda onset, vowel, final: sound(phonemes(Syllable(onset, vowel, final, LEVEL)))


@pytest.mark.parametrize("onset", ALL_ONSETS)
def test_espeak_knows_every_sound_of_every_syllable(onset, heard):
    for vowel, final in itertools.product(VOWELS, FINALS):
        names = phonemes(Syllable(onset, vowel, final, LEVEL))
        assert heard(names) == names[:-1].split("|")


def test_a_name_that_espeak_does_not_know_is_noticed_by_these_tests(heard):
    assert heard("b|a%%~3") != ["b", "a", "%%~"]
    assert "QQQQ" not in heard("QQQQ|a3")


@pytest.mark.parametrize("onset", ALL_ONSETS)
def test_a_syllable_of_every_onset_is_loud_enough(onset, sound, loudness):
    spoken = sound(phonemes(Syllable(onset, "aː", "", LEVEL)))
    assert loudness(spoken) > 500
    assert 0.2 < spoken.seconds < 0.8


@pytest.mark.parametrize("vowel", VOWELS)
def test_every_vowel_differs_more_from_every_other_than_from_itself(vowel, take, difference):
    mine = [take("d", vowel, ""), take("d", vowel, "")]
    same = difference(*mine)
    for other in VOWELS:
        if other != vowel:
            assert difference(mine[0], take("d", other, "")) > max(same, 0.5)


@pytest.mark.parametrize(("short", "name"), SHORT_VOWELS.items())
def test_a_long_vowel_is_heard_much_longer_than_the_short_one(short, name, sound):
    brief = sound(f"n|{name}3").seconds
    long = sound(f"n|{VOWELS[short + 'ː']}3").seconds
    assert long - brief > 0.1


# First and second formants of the nine vowels in Hz, men's voices, rounded (Abramson 1962; Tingsabadh
# and Abramson 1993).
FORMANTS = {
    "iː": (300, 2250),
    "eː": (430, 2100),
    "ɛː": (650, 1800),
    "ɯː": (340, 1400),
    "ɤː": (480, 1300),
    "aː": (800, 1320),
    "uː": (330, 750),
    "oː": (450, 850),
    "ɔː": (580, 950),
}


@pytest.mark.parametrize("vowel", FORMANTS)
def test_a_vowel_has_the_formants_that_were_measured_in_thai_speakers(vowel, take, formants):
    for spoken in (take("", vowel, ""), take("", vowel.removesuffix("ː"), "")):
        assert formants(spoken, 0.4) == pytest.approx(FORMANTS[vowel], rel=0.2)


@pytest.mark.parametrize(("diphthong", "start"), [("ia̯", "iː"), ("ɯa̯", "ɯː"), ("ua̯", "uː")])
def test_a_diphthong_begins_as_its_first_vowel_and_opens_towards_the_middle(
    diphthong, start, take, formants
):
    glide = take("", diphthong, "")
    assert formants(glide, 0.2) == pytest.approx(FORMANTS[start], rel=0.2)
    first, second = formants(glide, 0.8)
    assert first > FORMANTS[start][0] + 100
    assert 1100 < second < 1700


@pytest.mark.parametrize("diphthong", DIPHTHONGS)
def test_a_diphthong_is_longer_than_a_short_vowel_in_running_speech(diphthong, sound):
    long = sound(f"n|a3n|{VOWELS[diphthong]}3n|a3").seconds
    assert long > sound("n|a3n|a3n|a3").seconds + 0.04


def test_a_tone_is_as_high_at_the_end_of_a_sentence_as_at_its_beginning(sound, pitch):
    heard = pitch(sound("m|a:3" * 8 + " " + "m|a:3" * 6))
    quarter = len(heard) // 4
    first, last = statistics.median(heard[:quarter]), statistics.median(heard[-quarter:])
    assert abs(first - last) < 15


@pytest.mark.parametrize("final", FINALS)
def test_every_final_differs_more_from_every_other_than_from_itself(final, take, difference):
    # espeak-ng lets a stop's recording begin at one of two places: of three takes two are alike.
    takes = [take("b", "a", final) for _ in range(3)]
    same, mine = min(
        ((difference(one, two), one) for one, two in itertools.combinations(takes, 2)),
        key=lambda pair: pair[0],
    )
    for other in FINALS:
        if other != final:
            assert difference(mine, take("b", "a", other)) > max(same, 0.5)


@pytest.fixture(scope="module")
def contours(sound, pitch):
    """Beginning, middle and end of the pitch of คา ข่า ค่า ค้า ขา, in Hz, in the middle of seven
    takes: espeak-ng cuts the end of some short."""
    found = {}
    for tone in TONES:
        takes = []
        for _take in range(7):
            heard = pitch(sound(phonemes(Syllable("kʰ", "aː", "", tone))))
            third = len(heard) // 3
            # A falling tone stays high and falls late: its end is what is heard last.
            parts = (heard[:third], heard[third : 2 * third], heard[-(third // 2) :])
            takes.append([statistics.median(part) for part in parts])
        found[tone] = tuple(statistics.median(part) for part in zip(*takes, strict=True))
    return found


def test_the_level_tone_stays_level(contours):
    assert max(contours[LEVEL]) - min(contours[LEVEL]) < 8


def test_the_low_tone_lies_below_the_level_tone_and_does_not_rise(contours):
    assert all(low < level - 4 for low, level in zip(contours[LOW], contours[LEVEL], strict=True))
    assert contours[LOW][2] <= contours[LOW][0]


def test_the_falling_tone_falls_from_above_the_level_tone_to_below_it(contours):
    start, middle, end = contours[FALLING]
    assert start > contours[LEVEL][0] + 5
    assert start > middle > end
    assert end < contours[LEVEL][2]


def test_the_high_tone_lies_above_the_level_tone_and_rises(contours):
    assert all(high > level for high, level in zip(contours[HIGH], contours[LEVEL], strict=True))
    assert contours[HIGH][2] > contours[HIGH][0]


def test_the_rising_tone_starts_as_low_as_the_low_tone_and_ends_above_the_level_tone_start(
    contours,
):
    start, middle, end = contours[RISING]
    assert min(start, middle) < contours[LEVEL][1] - 5
    assert end > middle + 5


def test_in_running_speech_each_syllable_keeps_its_own_tone(sound, pitch):
    middles = []
    for tone in (LOW, LEVEL, HIGH):
        heard = pitch(sound(f"n|a:{TONES[tone]}n|a:3"))
        middles.append(statistics.median(heard[: len(heard) // 2]))
    assert middles[0] < middles[1] < middles[2]
