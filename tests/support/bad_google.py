"""Google's speech service as it may behave: what is its own, over tests.support.bad_service."""

import base64
import json
from contextlib import AbstractContextManager
from urllib.parse import parse_qs

import lameenc
import numpy as np

from tests.support.bad_service import Answer, Asked, BadService, bad_service


def bad_google() -> AbstractContextManager[BadService]:
    """The service while the block runs; it answers well until a test plans otherwise."""
    return bad_service(well)


def said(server: BadService) -> list[tuple[str, str, str, object]]:
    """What was to be spoken: the path, the text, the language, whether slowly."""
    return [(asked.path, *_spoken(asked.body)) for asked in server.asked]


def _spoken(body: bytes) -> tuple[str, str, object]:
    rpc = json.loads(parse_qs(body.decode())["f.req"][0])
    text, lang, slow, _nothing = json.loads(rpc[0][0][1])
    return text, lang, slow


def mp3(seconds: float = 1.0, rate: int = 24_000) -> bytes:
    """A tone of 440 Hz."""
    encoder = lameenc.Encoder()
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_bit_rate(32)
    encoder.silence()
    wave = 8000 * np.sin(np.arange(round(seconds * rate)) * 2 * np.pi * 440 / rate)
    return bytes(encoder.encode(wave.astype("<i2").tobytes()) + encoder.flush())


def wrapped(sound: bytes) -> bytes:
    """The sound as Google's page sends it."""
    body = b'[["wrb.fr","jQ1olc","[\\"' + base64.b64encode(sound) + b'\\"]",null]]'
    return b")]}'\n\n" + body + b"\n"


def well(asked: Asked) -> None:
    asked.say(wrapped(mp3()))


def too_many(wait: str) -> Answer:
    return lambda asked: asked.say(b"slow down", 429, Retry_After=wait)


def cut_sound(asked: Asked) -> None:
    """Whole page, half a sound."""
    asked.say(wrapped(mp3()[:1500]))


def almost_no_sound(asked: Asked) -> None:
    """Whole frames, but far too few."""
    asked.say(wrapped(mp3(0.05)))


def html(asked: Asked) -> None:
    asked.say(b"<html><title>Sorry...</title>unusual traffic</html>", Content_Type="text/html")


def no_mp3(asked: Asked) -> None:
    asked.say(wrapped(b"<html>not a sound</html>"))


def drip(asked: Asked) -> None:
    """A byte now and then, each soon enough to look alive."""
    asked.send_response(200)
    asked.end_headers()
    while not asked.server.over.wait(0.05):
        asked.wfile.write(b" ")
        asked.wfile.flush()
