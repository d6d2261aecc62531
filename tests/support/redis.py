"""A private Redis on a free port, for the jobs queue; it keeps nothing on disk."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.ports import answers, free_port, wait_until


@contextmanager
def private_redis() -> Iterator[str]:
    """Start a Redis, give its URL (`redis://127.0.0.1:PORT/0`), stop it at the end.

    Raises LookupError where Redis is not installed, TimeoutError where it does not start.
    """
    program = shutil.which("redis-server")
    if program is None:
        raise LookupError("Redis is not installed (tests/tools/install.sh brings it)")
    port = free_port()
    command = [
        program,
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--appendonly",
        "no",
    ]
    with tempfile.TemporaryDirectory(prefix="siang-redis-") as folder:
        server = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, start_new_session=True
        )
        try:
            wait_until(lambda: answers(port), 10, "Redis accepting connections")
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()
            server.wait(10)
