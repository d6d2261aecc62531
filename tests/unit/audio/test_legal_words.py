"""The words that the texts of a parliament are made of, each as the Royal Society reads it.

legal_words.tsv was read through word by word against the Royal Society's dictionary (2011); a
change of the dictionary of sounds, or of what is put right in it, shows here.
"""

from pathlib import Path

import pytest

from audio.g2p import phoneme_words
from audio.phonemes import LONG_VOWELS, spoken_word, syllables

READINGS = dict(
    line.split("\t")
    for line in Path(__file__).with_name("legal_words.tsv").read_text("utf-8").splitlines()
)
LEVEL, LOW, FALLING, HIGH, RISING = "˧", "˨˩", "˥˩", "˦˥", "˩˩˦"
STOPS = ("p̚", "t̚", "k̚")


def test_there_are_more_than_three_hundred():
    assert len(READINGS) > 300


@pytest.mark.parametrize(("word", "ipa"), READINGS.items())
def test_a_legal_word_is_read_as_the_royal_society_reads_it(word, ipa):
    assert "".join(phoneme_words(word)).replace(" ", "") == spoken_word(ipa)


@pytest.mark.parametrize(("word", "ipa"), READINGS.items())
def test_a_syllable_that_a_stop_closes_has_one_of_the_tones_that_thai_allows_it(word, ipa):
    for syllable in syllables(ipa):
        if syllable.final in STOPS:
            assert syllable.tone in (LOW, FALLING, HIGH), word
        if syllable.final in STOPS and syllable.vowel in LONG_VOWELS:
            assert syllable.tone in (LOW, FALLING), word


@pytest.mark.parametrize(
    ("word", "ipa"),
    [
        ("สปสช", "sɔː˩˩˦.pɔː˧.sɔː˩˩˦.t͡ɕʰɔː˧"),
        ("ณ", "na˦˥"),
        ("มหาวชิราลงกรณ", "ma˦˥.haː˩˩˦.wa˦˥.t͡ɕʰi˦˥.raː˧.loŋ˧.kɔːn˧"),
    ],
)
def test_abbreviations_and_names_that_the_dictionary_lacks_are_read(word, ipa):
    assert "".join(phoneme_words(word)).replace(" ", "") == spoken_word(ipa)
