"""A service on the internet that behaves as it may: well, badly, and worse."""

import contextlib
import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Asked"], None]


@dataclass(frozen=True)
class Question:
    """What was asked: the path, the headers, the body."""

    path: str
    headers: Any
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Asked(BaseHTTPRequestHandler):
    """One request; `server.plan` says how to answer it, the last entry for ever."""

    server: "BadService"

    def do_GET(self) -> None:
        self.do_POST()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        with self.server.lock:
            at = min(len(self.server.asked), len(self.server.plan) - 1)
            self.server.asked.append(Question(self.path, self.headers, body))
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


class BadService(ThreadingHTTPServer):
    """The service on a free port; `asked` is what came, `plan` how each is answered."""

    daemon_threads = True

    def __init__(self, well: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.plan: list[Answer] = [well]
        self.asked: list[Question] = []
        self.lock = threading.Lock()
        self.over = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextlib.contextmanager
def bad_service(well: Answer) -> Iterator[BadService]:
    """The service while the block runs; it answers `well` until a test plans otherwise."""
    with BadService(well) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()


def status(code: int, body: bytes = b'{"message":"no"}') -> Answer:
    return lambda asked: asked.say(body, code, Content_Type="application/json")


def no_json(asked: Asked) -> None:
    asked.say(b"<html>Maintenance</html>", Content_Type="application/json")


def cut_answer(asked: Asked) -> None:
    """Less than its length says."""
    asked.say(b'{"sent', length=1000)


def redirect(asked: Asked) -> None:
    asked.say(b"", 307, Location="http://127.0.0.1:9/")


def reset(asked: Asked) -> None:
    """The connection is torn down."""
    asked.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    asked.connection.close()


def silent(asked: Asked) -> None:
    """Nothing is ever answered."""
    asked.server.over.wait(30)
