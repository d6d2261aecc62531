"""`python -m audio`: what a person at a terminal gets."""

import json
import subprocess
import sys
import wave

import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from thai_text.outline import Block, Document


@pytest.fixture
def audio():
    def run(*arguments, text="", env=None):
        raw = text if isinstance(text, bytes) else text.encode()
        return subprocess.run(
            [sys.executable, "-m", "audio", *map(str, arguments)],
            input=raw,
            capture_output=True,
            env=env,
        )

    return run


def test_say_writes_wav_or_mp3_by_the_ending(audio, tmp_path):
    assert audio("say", "-o", tmp_path / "a.wav", text="วุฒิสภา").returncode == 0
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert file.getnchannels() == 1
        assert file.getnframes() > 10_000
    assert audio("say", "-o", tmp_path / "a.mp3", "--speed", "1.5", text="วุฒิสภา").returncode == 0
    assert MP3(tmp_path / "a.mp3").info.length > 0.3


def test_book_reads_plain_text_and_a_documents_json(audio, tmp_path):
    law = "มาตรา ๑ ชื่อ\nมาตรา ๒ ใช้บังคับ\n"
    done = audio("book", "--format", "mp3", "-o", tmp_path / "t.mp3", text=law)
    assert done.returncode == 0, done.stderr.decode()
    assert b"chapters" in done.stdout
    document = Document("ชื่อ", "th", (Block("s1", "section", "1", "", "ให้"),))
    text = json.dumps(document.to_json())
    assert audio("book", "-o", tmp_path / "j.mp3", text=text).returncode == 0
    assert "CHAP:s1" in ID3(tmp_path / "j.mp3")


@pytest.mark.parametrize(
    ("arguments", "text", "sentence"),
    [
        (("say", "-o", "a.ogg"), "ก", b"FILE must end in .wav or .mp3."),
        (("say", "-o", "a.wav"), " \n", b"There is nothing to read on standard input."),
        (("say", "-o", "a.mp3"), "...", b"There is nothing to say"),
        (("say", "-o", "a.wav"), "* * *\n---", b"There is nothing to say"),
        (("say", "-o", "a.wav"), b"\xff\xfe\x00", b"Standard input is not UTF-8 text."),
        (("say", "-o", "/nowhere/a.wav"), "ก", b"/nowhere/a.wav"),
        (("book", "-o", "a.mp3"), "{broken", b"not a Document's JSON"),
        (("book", "-o", "a.mp3"), '{"v": 9}', b"version"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(audio, tmp_path, arguments, text, sentence):
    done = audio(*(tmp_path / one if one.startswith("a.") else one for one in arguments), text=text)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert b"Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "wrong", [("--format", "m4b"), ("--speed", "9"), ("--speed", "fast"), ("--engine", "hal")]
)
def test_a_choice_that_does_not_exist_is_refused_with_those_that_do(audio, tmp_path, wrong):
    done = audio("book", "-o", tmp_path / "a.mp3", *wrong, text="ก")
    assert done.returncode == 2
    assert wrong[0].encode() in done.stderr


def test_without_a_network_the_online_voice_gives_way_to_the_default(audio, tmp_path):
    dead = dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")
    done = audio("say", "-o", tmp_path / "a.wav", "--engine", "gtts", text="วุฒิสภา", env=dead)
    assert done.returncode == 0
    assert b"Using the voice 'espeak'" in done.stderr
    assert (tmp_path / "a.wav").stat().st_size > 10_000
