"""The site on a free port, for tests that need a real browser or a real connection."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

_ANSWER = "tests.answer"


class Answer:
    """What a site answers, closed once however often it is asked to."""

    def __init__(self, body: Iterable[bytes]) -> None:
        self.body = body
        self.is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.body)

    def close(self) -> None:
        if not self.is_closed and hasattr(self.body, "close"):
            self.body.close()
        self.is_closed = True


class Handler(WSGIRequestHandler):
    """Leaves the log of requests out of the tests' output, and no file open."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass

    def run_wsgi(self) -> None:
        """Answer a request; what the server does not close where a browser breaks off is closed."""
        try:
            super().run_wsgi()
        finally:
            answer = getattr(self, "environ", {}).get(_ANSWER)
            if answer is not None:
                answer.close()


@contextmanager
def serving(app: Flask, port: int = 0) -> Iterator[str]:
    """Serve `app` from threads of this process on `port`, a free one by default; give its address."""

    def answering(environ: WSGIEnvironment, start_response: StartResponse) -> Answer:
        answer = environ[_ANSWER] = Answer(app(environ, start_response))
        return answer

    server = make_server("127.0.0.1", port, answering, threaded=True, request_handler=Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
