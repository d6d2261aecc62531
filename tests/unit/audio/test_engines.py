"""Voices by name, and the online voice where there is no network."""

import subprocess
import sys

import pytest

from audio.engines import VoiceUnavailable, engine


@pytest.mark.parametrize("name", ["espeak", "gtts"])
def test_every_voice_says_its_name_its_version_its_speaker_and_its_rate(name):
    voice = engine(name)
    assert voice.name == name
    assert voice.version
    assert voice.voice
    assert voice.rate in (22_050, 24_000)


def test_a_voice_that_does_not_exist_is_refused_with_the_names_of_those_that_do():
    with pytest.raises(
        VoiceUnavailable, match="no voice called 'hal'; there are: espeak, gtts, neural"
    ):
        engine("hal")


def test_asking_for_the_default_voice_loads_neither_its_words_nor_any_network_library():
    code = (
        "import sys; from audio.engines import engine; engine('espeak').version;"
        "print([m for m in ('torch', 'pythaitts', 'gtts', 'requests') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_a_network_the_online_voice_refuses_and_names_the_offline_one(monkeypatch):
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with pytest.raises(VoiceUnavailable, match="offline voice can read"):
        engine("gtts").speak("สวัสดี", "th", 1.0)
