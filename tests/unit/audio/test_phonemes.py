"""From IPA to the names of the voice's phonemes."""

import pytest

from audio.phonemes import Syllable, UnknownSound, spoken_word, syllables


def test_a_word_is_cut_into_syllables_with_onset_vowel_final_and_tone():
    assert syllables("/pra˨˩.tʰeːt̚˥˩/") == [
        Syllable("pr", "a", "", "˨˩"),
        Syllable("tʰ", "eː", "t̚", "˥˩"),
    ]


def test_each_syllable_names_its_sounds_and_ends_in_the_digit_of_its_tone():
    assert spoken_word("/t͡ɕʰaːŋ˦˥.kʰia̯n˩˩˦/") == "c_h|a:|N4k_h|i@|n1"


def test_a_long_vowel_and_a_short_one_have_different_names():
    assert spoken_word("kʰaw˥˩") == "k_h|a|w5"
    assert spoken_word("kʰaːw˥˩") == "k_h|a:|w5"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("tuːa˧", "tua̯˧"),
        ("liːam˥˩", "lia̯m˥˩"),
        ("sia̯̯ŋ˩˩˦", "sia̯ŋ˩˩˦"),
        ("jaaŋ˨˩", "jaːŋ˨˩"),
        ("rua˧m˧", "rua̯m˧"),
        ("riu̯˥˩", "riw˥˩"),
        ("long˧", "loŋ˧"),
        ("nad˦˥", "nat̚˦˥"),
        ("tɔːr˧", "tɔːn˧"),
    ],
)
def test_slips_of_spelling_in_the_dictionary_are_read_as_they_are_meant(written, meant):
    assert spoken_word(written) == spoken_word(meant)


def test_of_two_closing_consonants_the_first_is_said():
    assert spoken_word("krajs˧") == spoken_word("kraj˧")


def test_a_syllable_without_a_tone_is_level():
    assert spoken_word("maː") == spoken_word("maː˧")


@pytest.mark.parametrize("nonsense", ["", "/", "ʙa˧", "kk", "maxx˧", "ซฺ", "baʙ", "ba.l"])
def test_what_is_no_thai_syllable_is_refused(nonsense):
    with pytest.raises(UnknownSound):
        spoken_word(nonsense)
