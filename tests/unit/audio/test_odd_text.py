"""Texts that no voice is made for: nothing crashes, hangs or falls silent."""

import itertools

import pytest

from audio.phonemes import ONSETS, TONES, VOWELS, Syllable, phonemes
from audio.speech import say

RUN = "สมาชิกวุฒิสภามีวาระห้าปี"


@pytest.mark.parametrize(
    "text",
    [
        "มติ 😀 เห็นชอบ",
        "พุทฺธํ สรณํ คจฺฉามิ",
        "ก็็็็ ี้้้้",
        "Senate: วุฒิสภา (ส.ว.) №5 ½",
        "สภา\u200bผู้แทน\u00adราษฎร\x00\x07",
        "Ünïcödé ประชุม",
    ],
)
def test_odd_signs_are_spoken_or_passed_over(text, voice, loudness):
    assert loudness(say(text, "th", voice)) > 100


def test_ten_thousand_letters_without_a_space_are_all_spoken(voice):
    once = say(RUN, "th", voice).seconds
    assert say(RUN * 417, "th", voice).seconds > 250 * once


@pytest.mark.parametrize("onset", ONSETS)
def test_every_consonant_is_heard_with_every_vowel_and_tone(onset, sound, loudness):
    for vowel, tone in itertools.product(VOWELS, TONES):
        assert loudness(sound(phonemes(Syllable(onset, vowel, "", tone)))) > 300, (vowel, tone)
