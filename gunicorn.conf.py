"""How the web server runs; gunicorn reads this file from the folder that it is started in.

On the command line, `--bind`, `--workers` and the like count before what stands here.
"""

import gc
import sys
from typing import Any

# Two processes keep the site answering while one works; the threads let an old phone on a slow
# line take its time without holding up the others.
workers = 2
threads = 4
timeout = 60
# Shorter than the five seconds after which honcho stops a process by force.
graceful_timeout = 2
limit_request_line = 8190
loglevel = "warning"


def when_ready(server: Any) -> None:
    """Say where the site is, once it is there."""
    address = ":".join(map(str, server.LISTENERS[0].getsockname()[:2]))
    sys.stdout.write(f"\nSiang Sapha is at http://{address}/ (stop it with Ctrl-C)\n\n")
    sys.stdout.flush()


def post_worker_init(worker: Any) -> None:
    """Leave what a process loads for good out of every later search for garbage.

    Such a search went through 300,000 objects and held up the page that met it by 0.2 s.
    """
    gc.collect()
    gc.freeze()
