"""A speech service that behaves as the real one may: well, badly, and worse."""

import base64
import contextlib
import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import lameenc
import numpy as np

Answer = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request; `server.plan` says how to answer it, the last entry for ever."""

    server: "BadGoogle"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        rpc = json.loads(parse_qs(body)["f.req"][0])
        text, lang, slow, _nothing = json.loads(rpc[0][0][1])
        with self.server.lock:
            at = min(len(self.server.asked), len(self.server.plan) - 1)
            self.server.asked.append((self.path, text, lang, slow))
        with contextlib.suppress(OSError):
            self.server.plan[at](self)

    def say(self, body: bytes, status: int = 200, length: int | None = None, **more: str) -> None:
        self.send_response(status)
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_message: object) -> None:
        """Say nothing: the tests' output is theirs."""


class BadGoogle(ThreadingHTTPServer):
    """The service on a free port; `asked` is what came, `plan` how each is answered."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.plan: list[Answer] = [well]
        self.asked: list[tuple[str, str, str, object]] = []
        self.lock = threading.Lock()
        self.over = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextlib.contextmanager
def bad_google() -> Iterator[BadGoogle]:
    """The service while the block runs."""
    with BadGoogle() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()


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


def status(code: int) -> Answer:
    return lambda asked: asked.say(b"no", code)


def cut_sound(asked: Asked) -> None:
    """Whole page, half a sound."""
    asked.say(wrapped(mp3()[:1500]))


def almost_no_sound(asked: Asked) -> None:
    """Whole frames, but far too few."""
    asked.say(wrapped(mp3(0.05)))


def cut_answer(asked: Asked) -> None:
    """Less than its length says."""
    body = wrapped(mp3())
    asked.say(body[: len(body) // 2], length=len(body))


def html(asked: Asked) -> None:
    asked.say(b"<html><title>Sorry...</title>unusual traffic</html>", Content_Type="text/html")


def no_mp3(asked: Asked) -> None:
    asked.say(wrapped(b"<html>not a sound</html>"))


def redirect(asked: Asked) -> None:
    asked.say(b"", 302, Location="/sorry/index")


def reset(asked: Asked) -> None:
    """The connection is torn down."""
    asked.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    asked.connection.close()


def silent(asked: Asked) -> None:
    """Nothing is ever answered."""
    asked.server.over.wait(30)


def drip(asked: Asked) -> None:
    """A byte now and then, each soon enough to look alive."""
    asked.send_response(200)
    asked.end_headers()
    while not asked.server.over.wait(0.05):
        asked.wfile.write(b" ")
        asked.wfile.flush()
