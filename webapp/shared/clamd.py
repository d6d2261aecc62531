"""Asking ClamAV whether a file is harmful (clamd's INSTREAM, clamd(8)), by TCP or a Unix socket."""

import socket
import struct
from urllib.parse import urlsplit

SECONDS = 60
_CHUNK = 64 * 1024


class ScannerAway(Exception):
    """The scanner does not answer, or cannot say; ask again later."""


def is_harmful(url: str, content: bytes) -> bool:
    """Whether the scanner at `url` (`tcp://host:port`, `unix:/path`) finds malware in `content`.

    Raises `ScannerAway`.
    """
    try:
        with _connect(url) as line:
            line.sendall(b"zINSTREAM\0")
            for at in range(0, len(content), _CHUNK):
                chunk = content[at : at + _CHUNK]
                line.sendall(struct.pack(">I", len(chunk)) + chunk)
            line.sendall(struct.pack(">I", 0))
            answer = _answer(line)
    except OSError as away:
        raise ScannerAway(str(away)) from away
    if answer.endswith("FOUND"):
        return True
    if answer.endswith(" OK"):
        return False
    raise ScannerAway(answer or "no answer")


def _connect(url: str) -> socket.socket:
    parts = urlsplit(url)
    if parts.scheme == "unix":
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(SECONDS)
        try:
            line.connect(parts.path)
        except OSError:
            line.close()
            raise
        return line
    return socket.create_connection((parts.hostname or "127.0.0.1", parts.port or 3310), SECONDS)


def _answer(line: socket.socket) -> str:
    got = bytearray()
    while not got.endswith(b"\0"):
        part = line.recv(4096)
        if not part:
            break
        got += part
    return got.rstrip(b"\0\n").decode("utf-8", "replace")
