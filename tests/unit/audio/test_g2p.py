"""Thai spelling to sound, and what becomes of letters that nobody can read."""

import time

import pytest

from audio.g2p import phoneme_words
from audio.letters import NAMES, spelled
from audio.phonemes import spoken_word

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]


@pytest.mark.parametrize(
    ("word", "ipa"),
    [
        ("มาตรา", "maːt̚˥˩.traː˧"),
        ("วุฒิสภา", "wut̚˦˥.tʰi˦˥.sa˨˩.pʰaː˧"),
        ("พระราชบัญญัติ", "pʰra˦˥.raːt̚˥˩.t͡ɕʰa˦˥.ban˧.jat̚˨˩"),
        ("ประเทศ", "pra˨˩.tʰeːt̚˥˩"),
        ("ไทย", "tʰaj˧"),
        ("เสียง", "sia̯ŋ˩˩˦"),
        ("ควาย", "kʰwaːj˧"),
        ("น้ำ", "naːm˦˥"),
    ],
)
def test_a_known_word_is_said_as_the_dictionary_says(word, ipa):
    assert phoneme_words(word) == [spoken_word(ipa)]


def test_words_run_together_are_told_apart():
    assert phoneme_words("มาตราประเทศ") == phoneme_words("มาตรา") + phoneme_words("ประเทศ")


@pytest.mark.parametrize(
    ("word", "ipa"),
    [("ผู้ว่าการ", "pʰuː˥˩.waː˥˩.kaːn˧"), ("อย่างใด", "jaːŋ˨˩.daj˧"), ("ระยะยาว", "ra˦˥.jaʔ˦˥.jaːw˧")],
)
def test_what_the_dictionary_has_wrong_is_put_right(word, ipa):
    assert phoneme_words(word) == [spoken_word(ipa)]


@pytest.mark.parametrize("spelling", ["น\u0e4d\u0e49า", "น\u0e49\u0e4dา"])
def test_sara_am_in_two_signs_is_read_as_one(spelling):
    assert phoneme_words(spelling) == phoneme_words("น้ำ")


@pytest.mark.parametrize(
    ("name", "ipa"),
    [
        ("ชาญวีรกูล", ["t͡ɕʰaːn˧", "wiː˧.ra˦˥", "kuːn˧"]),
        ("วราวุธ", ["wa˦˥.raː˧", "wut̚˦˥"]),
        ("มงคลวนิช", ["moŋ˧.kʰon˧", "wa˦˥.nit̚˦˥"]),
    ],
)
def test_a_consonant_cut_off_inside_a_name_is_a_sound_of_the_name_and_no_letter(name, ipa):
    assert phoneme_words(name) == [spoken_word(one) for one in ipa]


def test_a_letter_that_names_a_part_keeps_its_name():
    assert phoneme_words("ข้อก") == [*phoneme_words("ข้อ"), *phoneme_words("ก")]


def test_a_run_of_letters_without_sense_is_read_in_reasonable_time():
    start = time.process_time()
    assert len("".join(phoneme_words("กขคงจ" * 400))) > 1000
    assert time.process_time() - start < 20


@pytest.mark.parametrize("unknown", ["ฟรุ้งฟริ้ง", "กลอกข์", "บลูทูธธ", "โพลีซัลฟานูม", "ฌฐฎ"])
def test_a_word_that_no_dictionary_knows_is_spoken(unknown):
    assert "".join(phoneme_words(unknown))


@pytest.mark.parametrize("letter", CONSONANTS)
def test_a_single_consonant_is_spoken(letter):
    assert phoneme_words(letter)


@pytest.mark.parametrize("letter", sorted(NAMES))
def test_every_letter_sign_and_digit_has_a_name_that_can_be_said(letter):
    assert spoken_word(NAMES[letter])


def test_every_consonant_has_a_name():
    assert set(CONSONANTS) <= set(NAMES)


def test_consonants_of_the_high_class_have_the_rising_tone():
    assert NAMES["ข"] == "kʰɔː˩˩˦"
    assert NAMES["ค"] == "kʰɔː˧"


def test_a_sign_by_itself_is_said_by_its_name():
    assert phoneme_words("เ") == [spoken_word(NAMES["เ"])]
    assert phoneme_words("้") == [spoken_word(NAMES["้"])]


def test_a_silenced_letter_and_the_silencer_say_nothing():
    assert spelled("ร์") == []
    assert spelled("ก์ข") == ["kʰɔː˩˩˦"]


def test_a_word_of_broken_spelling_is_spelled_out_and_not_dropped():
    assert "".join(phoneme_words("กกฺกิฺ่"))


def test_thai_digits_that_nobody_turned_into_words_are_said_one_by_one():
    assert phoneme_words("๑๓") == [f"{spoken_word(NAMES['๑'])} {spoken_word(NAMES['๓'])}"]
