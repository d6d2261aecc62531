"""A worker of the site in a process of its own, to be killed at any moment."""

import multiprocessing
import time
from contextlib import contextmanager
from datetime import timedelta
from multiprocessing.connection import Connection

from webapp import create_app
from webapp.config import Config
from webapp.shared import clock, outbox

# Seconds, however busy the machine: only a worker that hangs takes them.
ENDS_WITHIN = 600

_processes = multiprocessing.get_context("forkserver")
# Each child is a copy of a process that has read the code, and so begins to work at once.
_processes.set_forkserver_preload(["tests.support.killed_worker"])


def _work(config: Config, later: timedelta, begun: Connection) -> None:
    app = create_app(config)
    app.extensions["searched_pages"] = {}
    app.extensions["clock"] = lambda: clock.machine_clock() + later
    with app.app_context():
        begun.send(True)
        outbox.drain()


@contextmanager
def _begun(config: Config, later: timedelta):
    hears, says = _processes.Pipe(duplex=False)
    worker = _processes.Process(target=_work, args=(config, later, says))
    worker.start()
    hears.recv()
    yield worker
    worker.join(ENDS_WITHIN)
    assert not worker.is_alive()
    hears.close()
    says.close()


def kill_while_working(config: Config, later: timedelta, seconds: float) -> None:
    """Let a worker, whose clock is ahead by `later`, do what waits, and kill it after a time."""
    with _begun(config, later) as worker:
        time.sleep(seconds)
        # Nothing where it has ended by itself.
        worker.kill()


def work_to_the_end(config: Config, later: timedelta) -> None:
    """Let a worker do all that waits."""
    with _begun(config, later):
        pass
