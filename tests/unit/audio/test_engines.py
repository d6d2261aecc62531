"""Voices by name, and the online voice where there is no network."""

import base64
import io
import subprocess
import sys

import lameenc
import pytest
import requests

from audio.engines import NAMES, VoiceUnavailable, engine


@pytest.mark.parametrize("name", NAMES)
def test_every_voice_says_its_name_its_version_its_speaker_and_its_rate(name):
    voice = engine(name)
    assert voice.name == name
    assert voice.version
    assert voice.voice
    assert voice.rate in (22_050, 24_000)


def test_a_voice_that_does_not_exist_is_refused_with_the_names_of_those_that_do():
    with pytest.raises(VoiceUnavailable, match="no voice called 'hal'; there are: espeak, gtts"):
        engine("hal")


def test_asking_for_the_default_voice_loads_neither_its_words_nor_any_network_library():
    code = (
        "import sys; from audio.engines import engine; engine('espeak').version;"
        "print([m for m in ('torch', 'pythaitts', 'gtts', 'requests') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_a_network_the_online_voice_refuses_and_names_the_offline_one(monkeypatch):
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with pytest.raises(VoiceUnavailable, match="offline voice can read"):
        engine("gtts").speak("สวัสดี", "th", 1.0)


def mp3(rate: int) -> bytes:
    encoder = lameenc.Encoder()
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_bit_rate(32)
    encoder.silence()
    return bytes(encoder.encode(bytes(2 * rate)) + encoder.flush())


@pytest.fixture
def answered(monkeypatch):
    """Google's answer, without Google: the bytes that its server would send."""

    def answer_with(body: bytes) -> None:
        def send(self, request, **settings):
            response = requests.Response()
            response.status_code = 200
            response.request = request
            response.raw = io.BytesIO(body)
            return response

        monkeypatch.setattr(requests.Session, "send", send)

    return answer_with


def test_the_online_voice_turns_the_answer_into_samples(answered):
    sound = base64.b64encode(mp3(24_000))
    sound = base64.b64encode(mp3(24_000))
    answered(b'[["wrb.fr","jQ1olc","[\\"' + sound + b'\\"]"]]')
    spoken = engine("gtts").speak("สวัสดี", "th", 1.0)
    assert spoken.rate == 24_000
    assert spoken.seconds == pytest.approx(1, abs=0.2)


def test_an_answer_without_sound_is_refused(answered):
    answered(b"<html>too many requests</html>")
    with pytest.raises(VoiceUnavailable):
        engine("gtts").speak("สวัสดี", "th", 1.0)
