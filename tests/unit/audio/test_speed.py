"""Every pace from half to three times: as much faster as asked, at the same pitch."""

import statistics

import pytest

from audio.engines import FASTEST, SLOWEST

SENTENCE = "วุฒิสภามีหน้าที่กลั่นกรอง"
PACES = (SLOWEST, 1.6, 2.6, FASTEST)


@pytest.fixture(scope="module")
def usual(voice):
    return voice.speak(SENTENCE, "th", 1.0)


@pytest.mark.parametrize("pace", PACES)
def test_a_sentence_is_as_much_shorter_or_longer_as_was_asked(pace, voice, usual):
    spoken = voice.speak(SENTENCE, "th", pace)
    assert usual.seconds / spoken.seconds == pytest.approx(pace, rel=0.12)


@pytest.mark.parametrize("pace", PACES)
def test_the_voice_is_as_high_at_every_pace(pace, voice, usual, pitch):
    spoken = voice.speak(SENTENCE, "th", pace)
    assert statistics.median(pitch(spoken)) == pytest.approx(
        statistics.median(pitch(usual)), rel=0.06
    )


def test_a_pace_beyond_the_limits_is_held_at_them(voice):
    fastest = voice.speak(SENTENCE, "th", FASTEST).seconds
    assert voice.speak(SENTENCE, "th", 9.0).seconds == pytest.approx(fastest, rel=0.03)


def test_english_words_keep_their_pitch_at_three_times_the_pace(voice, pitch):
    # Long enough for some fifty measured places at the fastest pace.
    sentence = (
        "The Senate has voted today on the bill that was sent by the House of Representatives, "
        "and the committee will report again before the end of the session"
    )
    usual, fast = (voice.speak(sentence, "en", pace) for pace in (1.0, FASTEST))
    assert usual.seconds / fast.seconds > 2.3
    assert statistics.median(pitch(fast)) == pytest.approx(statistics.median(pitch(usual)), rel=0.1)
