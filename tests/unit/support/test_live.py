"""The server of the tests leaves no file open where a browser breaks a download off."""

import gc
import socket
import struct
import threading
from urllib.parse import urlsplit

from flask import Flask, send_file

from tests.support.live import serving
from tests.support.ports import wait_until

BREAKS_OFF = struct.pack("ii", 1, 0)
ASKED = b"GET /sound HTTP/1.1\r\nHost: a\r\n\r\n"


def test_a_file_is_closed_though_the_connection_is_reset(tmp_path):
    sound = tmp_path / "sound.mp3"
    sound.write_bytes(b"x" * 60_000)
    app = Flask(__name__)
    opened = []

    @app.get("/sound")
    def send_sound():
        response = send_file(sound)
        opened.append(response.response)
        return response

    with serving(app) as url:
        for _ in range(150):
            connection = socket.create_connection(("127.0.0.1", urlsplit(url).port))
            connection.sendall(ASKED)
            connection.recv(1000)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, BREAKS_OFF)
            connection.close()
        wait_until(
            lambda: not any("process_request" in one.name for one in threading.enumerate()),
            20,
            "an end",
        )
    gc.collect()
    assert len(opened) == 150
    assert all(body.file.closed for body in opened)
