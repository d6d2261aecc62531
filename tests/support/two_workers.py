"""Workers of the site in processes of their own, which read one queue until they are stopped."""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from webapp import create_app
from webapp.config import Config
from webapp.following import sending

_STARTS_WITHIN, _ENDS_WITHIN = 60, 60
# A worker takes few messages in hand at a time, so that both have some.
_FEW = 5


def _work(config: Config, told: Connection) -> None:
    sending._CLAIM_AT_ONCE = _FEW
    app = create_app(config)
    consumer = app.extensions["jobs"].queue.create_consumer(
        workers=1, periodic=False, max_delay=0.1
    )
    consumer.start()
    told.send(True)
    told.recv()
    consumer.stop(graceful=True)


@contextmanager
def two_workers(config: Config) -> Iterator[None]:
    """Two workers of the site with these settings, each of which does one thing at a time."""
    processes = multiprocessing.get_context("spawn")
    begun = []
    for _number in range(2):
        ours, theirs = processes.Pipe()
        process = processes.Process(target=_work, args=(config, theirs))
        process.start()
        begun.append((process, ours))
    try:
        for _process, pipe in begun:
            assert pipe.poll(_STARTS_WITHIN)
            pipe.recv()
        yield
    finally:
        for process, pipe in begun:
            pipe.send(True)
            process.join(_ENDS_WITHIN)
            process.kill()
