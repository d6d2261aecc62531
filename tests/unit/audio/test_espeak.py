"""The default voice: Thai with English in between, pauses, pace, threads and worker processes."""

import multiprocessing
from concurrent.futures import ThreadPoolExecutor

import pytest

from audio import g2p
from audio.engines.espeak import ENGLISH, clauses, library, prosody

LONG_NAME = "กรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยามหาดิลกภพนพรัตนราชธานีบุรีรมย์"


def speak_in_worker(text):
    from audio.engines import engine  # noqa: PLC0415 - runs in a process of its own

    return engine("espeak").speak(text, "th", 1.0).seconds


def test_a_thai_sentence_is_spoken_at_about_four_syllables_a_second(voice):
    sentence = "สมาชิกวุฒิสภาประชุมกันที่อาคารรัฐสภา"  # 15 syllables
    assert 2.5 < voice.speak(sentence, "th", 1.0).seconds < 6


def test_speed_shortens_and_lengthens_what_is_said(voice):
    slow, usual, fast = (voice.speak("การประชุมวุฒิสภา", "th", pace).seconds for pace in (0.6, 1, 2))
    assert slow > usual * 1.2
    assert fast < usual * 0.75


def test_english_words_between_thai_words_are_read_by_the_english_voice(voice, difference, english):
    thai = voice.speak("วุฒิสภา", "th", 1.0)
    both = voice.speak("วุฒิสภา Senate", "th", 1.0)
    word = english("Senate")
    assert both.seconds == pytest.approx(thai.seconds + word.seconds, abs=0.3)
    end = type(word)(both.samples[-len(word.samples) :], word.rate)
    assert difference(end, word) < difference(end, english("Zürich"))


def test_thai_after_english_is_thai_again(voice):
    assert (
        voice.speak("Senate วุฒิสภา", "th", 1.0).seconds
        > voice.speak("Senate", "th", 1.0).seconds + 0.5
    )


def test_a_text_without_letters_makes_no_sound(voice):
    assert voice.speak(" … -- ()", "th", 1.0).seconds < 0.5


def test_double_brackets_in_english_text_are_words_and_no_phonemes(voice):
    assert voice.speak("[[hello]]", "en", 1.0).seconds > 0.3


def test_a_space_after_a_long_phrase_is_a_breath_and_between_short_words_is_none(voice):
    phrase = "ให้สมาชิกวุฒิสภามีวาระห้าปี"
    together = voice.speak(phrase + phrase, "th", 1.0).seconds
    assert voice.speak(f"{phrase} {phrase}", "th", 1.0).seconds > together + 0.08
    assert voice.speak("มาตรา ห้า", "th", 1.0).seconds == pytest.approx(
        voice.speak("มาตราห้า", "th", 1.0).seconds, abs=0.06
    )


def test_words_of_any_length_reach_the_voice_whole(heard):
    said = []
    for clause in clauses(g2p.phoneme_words(LONG_NAME * 6)):
        said += heard(clause)
    wanted = []
    for word in g2p.phoneme_words(LONG_NAME * 6):
        for syllable in word.replace(" ", "").translate(str.maketrans("12345", "|||||")).split("|"):
            wanted += [syllable] if syllable else []
    assert said == wanted


def test_threads_do_not_mix_their_voices(voice):
    texts = ["สภา", "ร่างพระราชบัญญัติ", "Senate", "คณะกรรมาธิการ"] * 3
    alone = [voice.speak(text, "th", 1.0).seconds for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: voice.speak(text, "th", 1.0).seconds, texts))
    assert together == pytest.approx(alone, abs=0.05)


@pytest.mark.parametrize("start", ["spawn", "fork"])
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_worker_process_speaks_too(start, voice):
    expected = voice.speak("วุฒิสภา", "th", 1.0).seconds
    with multiprocessing.get_context(start).Pool(1) as pool:
        assert pool.apply(speak_in_worker, ("วุฒิสภา",)) == pytest.approx(expected, abs=0.05)
    assert voice.speak("วุฒิสภา", "th", 1.0).seconds == pytest.approx(expected, abs=0.05)


def test_an_unknown_voice_of_espeak_is_refused_and_the_next_call_works():
    with pytest.raises(RuntimeError, match="no voice 'xx-nowhere'"):
        library().samples("hello", "xx-nowhere", prosody(1.0))
    assert library().samples("hello", ENGLISH, prosody(1.0))


def test_the_version_names_the_library_the_dictionary_and_the_table(voice):
    assert voice.version.count("-") == 2
    assert g2p.VERSION in voice.version


def test_the_rate_that_the_voice_states_is_the_rate_of_the_library(voice):
    assert library().rate == voice.rate
