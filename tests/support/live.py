"""The site on a free port, for tests that need a real browser or a real connection."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, nullcontext
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server


class Quiet(WSGIRequestHandler):
    """Leaves the log of requests out of the tests' output."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


def read_out(application: WSGIApplication) -> WSGIApplication:
    """Read each answer to its end and close it before the first byte is sent.

    A browser that goes on to another page may reset the connection, and Werkzeug's server then
    leaves a file open, which pytest reports as an error of whatever test runs at that moment.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        parts = application(environ, start_response)
        with closing(parts) if hasattr(parts, "close") else nullcontext():
            return list(parts)

    return answer


@contextmanager
def serving(app: Flask, port: int = 0) -> Iterator[str]:
    """Serve `app` from threads of this process on `port`, a free one by default; give its address."""
    server = make_server("127.0.0.1", port, read_out(app), threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
