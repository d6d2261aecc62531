"""The online voice against a service that behaves badly."""

import os
import time

import numpy as np
import pytest

from audio.engines import Places, VoiceUnavailable, engine, speak_with
from audio.engines.google_speech import ATTEMPTS, LONGEST_WAIT, PATH, GoogleSpeech
from audio.engines.gtts import GoogleVoice
from audio.engines.sound_cache import SoundCache
from tests.support import bad_google as google
from tests.support import bad_service

TEXT = "สวัสดีครับ"


@pytest.fixture
def service():
    with google.bad_google() as server:
        yield server


@pytest.fixture
def waits():
    return []


@pytest.fixture
def voice(service, waits, tmp_path):
    speech = GoogleSpeech(service.address, pause=waits.append, silence=0.3, whole=0.4)
    return GoogleVoice(speech, SoundCache(tmp_path / "cache"))


def test_a_sentence_is_asked_for_as_google_wants_it_and_turned_into_samples(voice, service):
    sound = voice.speak(TEXT, "th", 1.0)
    assert google.said(service) == [(PATH, TEXT, "th", None)]
    assert sound.rate == 24_000
    assert sound.seconds == pytest.approx(1, abs=0.2)


@pytest.mark.parametrize(
    "bad",
    [
        bad_service.status(500),
        bad_service.status(503),
        google.too_many("1"),
        google.cut_sound,
        bad_service.cut_answer,
        google.html,
        google.no_mp3,
        bad_service.reset,
        bad_service.silent,
        google.drip,
    ],
    ids=[
        "500",
        "503",
        "429",
        "cut sound",
        "cut answer",
        "html",
        "no mp3",
        "reset",
        "silent",
        "drip",
    ],
)
def test_what_passes_is_asked_again_and_what_stays_is_refused(voice, service, waits, bad):
    service.plan = [bad, google.well]
    assert voice.speak(TEXT, "th", 1.0).seconds > 0.8
    assert len(service.asked) == 2
    assert len(waits) == 1

    service.plan, service.asked[:] = [bad], []
    with pytest.raises(VoiceUnavailable, match="offline voice can read"):
        voice.speak("อีกประโยคหนึ่ง", "th", 1.0)
    assert len(service.asked) == ATTEMPTS


def test_the_waits_grow_and_are_never_the_same_for_all(voice, service, waits):
    service.plan = [bad_service.status(500)]
    for _try in range(8):
        with pytest.raises(VoiceUnavailable):
            voice.speak(TEXT, "th", 1.0)
    rounds = np.array(waits).reshape(8, ATTEMPTS - 1)
    assert (np.diff(rounds, axis=1) >= 0).all()
    assert rounds.max() <= LONGEST_WAIT
    assert len(set(rounds[:, 0])) == 8


def test_it_waits_as_long_as_it_is_asked_to_but_not_for_ever(voice, service, waits):
    service.plan = [google.too_many("7"), google.well]
    voice.speak(TEXT, "th", 1.0)
    assert waits == [7.0]
    waits.clear()
    soon = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 12))
    service.plan, service.asked[:] = [google.too_many(soon), google.well], []
    voice.speak("อีกประโยคหนึ่ง", "th", 1.0)
    assert 5 < waits[0] <= 12
    waits.clear()
    service.plan, service.asked[:] = [google.too_many("3600")], []
    with pytest.raises(VoiceUnavailable):
        voice.speak("ประโยคที่สาม", "th", 1.0)
    assert (len(service.asked), waits) == (1, [])


@pytest.mark.parametrize(
    "bad", [bad_service.status(403), bad_service.status(404), bad_service.redirect]
)
def test_a_refusal_that_will_not_change_is_not_asked_again(voice, service, bad):
    service.plan = [bad]
    with pytest.raises(VoiceUnavailable, match="refused"):
        voice.speak(TEXT, "th", 1.0)
    assert len(service.asked) == 1


def test_far_less_sound_than_there_are_words_is_refused(voice, service):
    service.plan = [google.almost_no_sound]
    with pytest.raises(VoiceUnavailable, match="less than was asked"):
        voice.speak(TEXT * 5, "th", 1.0)


def test_signs_without_words_are_silence_and_ask_nobody(voice, service):
    assert voice.speak("...", "th", 1.0).seconds == 0
    assert service.asked == []


def test_what_was_said_once_is_not_asked_again_even_by_another_process(voice, service, tmp_path):
    first = voice.speak(TEXT, "th", 1.0)
    other = GoogleVoice(GoogleSpeech("http://127.0.0.1:9"), SoundCache(tmp_path / "cache"))
    assert other.speak(TEXT, "th", 1.0) == first
    for changed in (("คำอื่น", "th", 1.0), (TEXT, "en", 1.0), (TEXT, "th", 0.6)):
        voice.speak(*changed)
    assert len(service.asked) == 4


def test_a_kept_sound_that_broke_is_asked_for_anew(voice, service, tmp_path):
    voice.speak(TEXT, "th", 1.0)
    (kept,) = (tmp_path / "cache").glob("*/*")
    kept.write_bytes(b"broken")
    assert voice.speak(TEXT, "th", 1.0).seconds > 0.8
    assert len(service.asked) == 2
    assert kept.stat().st_size > 1000


def test_the_cache_keeps_its_size_and_what_was_used_last(tmp_path):
    cache = SoundCache(tmp_path, most_bytes=10_000)
    for number in range(40):
        cache.keep(f"{number:064x}", bytes(1000))
        os.utime(tmp_path / "00" / f"{number:064x}", (number, number))
        if number:
            cache.find(f"{0:064x}")
    kept = {path.name for path in tmp_path.glob("*/*")}
    assert sum(path.stat().st_size for path in tmp_path.glob("*/*")) <= 11_000
    assert f"{0:064x}" in kept
    assert f"{1:064x}" not in kept


def test_a_cache_that_cannot_be_written_costs_nobody_the_sound(service, tmp_path):
    (tmp_path / "cache").write_text("a file where a folder should be")
    voice = GoogleVoice(GoogleSpeech(service.address), SoundCache(tmp_path / "cache"))
    assert voice.speak(TEXT, "th", 1.0).seconds > 0.8


@pytest.mark.parametrize("speed", [0.5, 0.7, 1.0, 1.5, 2.5])
def test_every_speed_is_spoken_at_the_same_pitch(voice, service, speed):
    sound = voice.speak(TEXT, "th", speed)
    assert google.said(service)[0][3] is (True if speed < 0.8 else None)
    # The service's tone lasts 1 s; its slow pace is 0.7 of the usual one.
    assert sound.seconds == pytest.approx((0.7 if speed < 0.8 else 1.0) / speed, rel=0.15)
    wave = np.frombuffer(sound.samples, dtype="<i2")
    loudest = np.argmax(np.abs(np.fft.rfft(wave))) * sound.rate / len(wave)
    assert loudest == pytest.approx(440, rel=0.02)


def test_places_name_the_service_and_the_cache(service, tmp_path, monkeypatch):
    monkeypatch.setenv("GTTS_URL", service.address)
    monkeypatch.setenv("VOICE_CACHE_DIR", str(tmp_path))
    engine("gtts").speak(TEXT, "th", 1.0)
    assert len(service.asked) == 1
    assert len(list(tmp_path.glob("*/*"))) == 1


def test_where_the_service_fails_midway_the_default_voice_says_all_and_is_named(service):
    service.plan = [google.well, bad_service.status(403)]
    sentences = ("หนึ่ง", "สอง", "สาม")
    spoken = speak_with(
        "gtts",
        lambda voice: [voice.speak(one, "th", 1.0) for one in sentences],
        Places(google=service.address),
    )
    assert spoken.engine.name == "espeak"
    assert "refused" in spoken.reason
    assert {sound.rate for sound in spoken.made} == {22_050}
