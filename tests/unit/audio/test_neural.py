"""The neural voice: refused where its weights are not, and speaking where they are.

The real weights are 330 MB; the network here has their inputs and outputs, and hums.
"""

import json
import socket

import numpy as np
import pytest

from audio.engines import Places, VoiceNotInstalled, VoiceUnavailable, available, engine
from tests.support.onnx_files import FLOAT, INT64, constant, network, node

SAMPLES_A_SIGN = 1200.0
RADIANS_A_SAMPLE = 2 * np.pi * 220 / 24_000


def humming() -> bytes:
    """220 Hz for 50 ms a phoneme sign, at the pace asked for; every sign lasts one unit."""
    nodes = [
        node("Size", ["input_ids"], "signs"),
        node("Cast", ["signs"], "count", to=FLOAT),
        node("Mul", ["count", "samples_a_sign"], "usual"),
        node("Squeeze", ["speed", "first_axis"], "pace"),
        node("Div", ["usual", "pace"], "length"),
        node("Range", ["nought", "length", "step"], "times"),
        node("Mul", ["times", "radians"], "angles"),
        node("Sin", ["angles"], "wave"),
        node("ReduceMax", ["ref_s"], "loudness", keepdims=0),
        node("Mul", ["wave", "loudness"], "audio"),
        node("Squeeze", ["input_ids", "first_axis"], "row"),
        node("Sub", ["row", "row"], "noughts"),
        node("Add", ["noughts", "ones"], "durations"),
    ]
    constants = [
        constant("samples_a_sign", SAMPLES_A_SIGN),
        constant("nought", 0.0),
        constant("step", 1.0),
        constant("radians", float(RADIANS_A_SAMPLE)),
        constant("first_axis", [0]),
        constant("ones", [1]),
    ]
    takes = [("input_ids", INT64, [1, "n"]), ("ref_s", FLOAT, [1, 256]), ("speed", FLOAT, [1])]
    gives = [("audio", FLOAT, ["samples"]), ("durations", INT64, ["n"])]
    return network(nodes, constants, takes, gives)


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    folder = tmp_path_factory.mktemp("weights")
    (folder / "kokoro_thai.onnx").write_bytes(humming())
    np.save(folder / "thai_som.npy", np.full((510, 1, 256), 0.5, dtype=np.float32))
    signs = {sign: 1 + at for at, sign in enumerate("abcdefghijklmnopqrstuvwxyzɯɤɛɔŋʔːˈ↗↘→ˀ")}
    (folder / "config.json").write_text(json.dumps({"vocab": signs}), encoding="utf-8")
    return folder


@pytest.fixture
def voice(weights):
    return engine("neural", Places(neural=weights))


def test_with_its_weights_on_disk_the_voice_speaks(voice):
    sound = voice.speak("วุฒิสภา", "th", 1.0)
    assert (sound.rate, voice.rate) == (24_000, 24_000)
    assert sound.seconds > 0.3
    wave = np.frombuffer(sound.samples, dtype="<i2")
    loudest = np.argmax(np.abs(np.fft.rfft(wave))) * sound.rate / len(wave)
    assert loudest == pytest.approx(220, abs=5)


def test_its_pace_is_the_networks_own(voice):
    usual = voice.speak("วุฒิสภา", "th", 1.0).seconds
    assert voice.speak("วุฒิสภา", "th", 2.0).seconds == pytest.approx(usual / 2, rel=0.15)
    assert voice.speak("วุฒิสภา", "th", 1.0).seconds == pytest.approx(usual)


def test_a_sentence_longer_than_the_network_reads_is_said_in_pieces(voice):
    one = voice.speak("วุฒิสภา", "th", 1.0).seconds
    assert voice.speak("วุฒิสภา" * 60, "th", 1.0).seconds > 40 * one
    assert voice.speak("วุฒิสภา " * 60, "th", 1.0).seconds > 40 * one


def test_what_has_no_sound_is_silence_not_an_error(voice):
    assert voice.speak(" ", "th", 1.0).seconds == 0


def test_it_never_asks_the_network(voice, monkeypatch):
    def refuse(*_arguments, **_more):
        raise AssertionError("the neural voice opened a connection")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert voice.speak("ร่างพระราชบัญญัติ", "th", 1.0).seconds > 0


def test_another_language_is_left_to_a_voice_that_speaks_it(voice):
    with pytest.raises(VoiceUnavailable, match="Thai only"):
        voice.speak("The Senate", "en", 1.0)


def test_other_weights_are_another_version_of_the_voice(voice, weights, tmp_path):
    for path in weights.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert engine("neural", Places(neural=tmp_path)).version == voice.version
    other = tmp_path / "other"
    other.mkdir()
    for path in weights.iterdir():
        (other / path.name).write_bytes(path.read_bytes() + b" ")
    assert engine("neural", Places(neural=other)).version != voice.version


@pytest.mark.parametrize("folder", [None, "empty"])
def test_without_its_weights_it_is_refused_with_what_to_put_where(folder, tmp_path):
    place = tmp_path if folder else None
    with pytest.raises(VoiceNotInstalled) as refusal:
        engine("neural", Places(neural=place))
    said = str(refusal.value)
    for name in ("kokoro_thai.onnx", "thai_som.npy", "config.json", "github.com/awslabs"):
        assert name in said
    assert (str(tmp_path) if folder else "NEURAL_VOICE_DIR") in said


def test_only_the_file_that_is_missing_is_asked_for(weights, tmp_path):
    for name in ("kokoro_thai.onnx", "config.json"):
        (tmp_path / name).write_bytes((weights / name).read_bytes())
    with pytest.raises(VoiceNotInstalled, match=r"put thai_som\.npy from"):
        engine("neural", Places(neural=tmp_path))


def test_broken_weights_are_refused_in_words(tmp_path):
    for name in ("kokoro_thai.onnx", "thai_som.npy", "config.json"):
        (tmp_path / name).write_bytes(b"half a download")
    with pytest.raises(VoiceUnavailable, match="cannot be read; put them there anew"):
        engine("neural", Places(neural=tmp_path)).speak("วุฒิสภา", "th", 1.0)


def test_what_can_be_chosen_is_told_without_loading_anything(weights):
    with_weights = {one.name: one for one in available(Places(neural=weights))}
    assert with_weights["neural"].usable
    without = {one.name: one for one in available(Places())}
    assert without["espeak"].usable
    assert not without["neural"].usable
    assert "NEURAL_VOICE_DIR" in without["neural"].note
    assert "Google is sent the text" in without["gtts"].note
