"""The site as `make run` serves it, on PostgreSQL: web, worker and database can each be killed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.house import ROOT
from tests.support.ports import answers, free_port, wait_until
from tests.support.postgres import USER, make_cluster, programs, someone_else

BIN = Path(sys.executable).parent
# Seconds, however busy the machine: only what hangs takes them.
PATIENCE = 120
# A process that is killed loses nothing that the kernel has: only a commit must reach the kernel.
SETTINGS = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "on"}


class Process:
    """A process that is started, killed, and started again."""

    def __init__(self, command: list[str], log: Path, **options: object) -> None:
        self.command, self.log, self.options = command, log, options
        self.running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; it need not be ready."""
        with self.log.open("ab") as log:
            self.running = subprocess.Popen(
                self.command, stdout=log, stderr=log, start_new_session=True, **self.options
            )

    def kill(self) -> None:
        """Kill it and all that it started, without a word; nothing where it does not run."""
        if self.running is None:
            return
        started = children_of(self.running.pid)
        os.killpg(self.running.pid, signal.SIGKILL)
        # What made itself a session of its own, as PostgreSQL's servers of one connection do.
        for process_id in started:
            try:
                os.kill(process_id, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.running.wait()
        self.running = None


def children_of(process_id: int) -> list[int]:
    """The processes that a process has started."""
    file = Path(f"/proc/{process_id}/task/{process_id}/children")
    return [int(one) for one in file.read_text().split()] if file.exists() else []


class Database(Process):
    """A PostgreSQL of the test's own, on the same port and data each time that it is started."""

    def __init__(self, folder: Path) -> None:
        found = programs()
        if found is None:
            raise LookupError("PostgreSQL is not installed (tests/tools/install.sh brings it)")
        prefix = someone_else()
        if prefix:
            shutil.chown(folder, int(prefix[1].partition("=")[2]))
        make_cluster(found, folder, prefix)
        self.port, self.ready = free_port(), str(found / "pg_isready")
        command = [*prefix, str(found / "postgres"), "-D", str(folder / "data")]
        command += ["-p", str(self.port), "-h", "127.0.0.1", "-k", str(folder)]
        for name, value in SETTINGS.items():
            command += ["-c", f"{name}={value}"]
        super().__init__(command, folder / "log", cwd=folder)

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://{USER}@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        super().start()
        asked = [self.ready, "-q", "-h", "127.0.0.1", "-p", str(self.port)]

        def is_ready() -> bool:
            if self.running is None or self.running.poll() is not None:
                # What was killed holds its memory for a moment: not before it is gone.
                super(Database, self).start()
            return subprocess.run(asked).returncode == 0

        wait_until(is_ready, PATIENCE, "PostgreSQL accepting connections")


class KilledSite:
    """Database, web and worker; `url` is the web's address."""

    def __init__(self, folder: Path, database: Database, environment: dict[str, str]) -> None:
        self.database, port = database, free_port()
        self.port, self.url = port, f"http://127.0.0.1:{port}"
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
        options = {"cwd": ROOT, "env": {**kept, **environment, "BASE_URL": self.url}}
        web = [str(BIN / "gunicorn"), "--bind", f"127.0.0.1:{port}", "webapp:create_app()"]
        worker = [str(BIN / "flask"), "--app", "webapp", "jobs", "work"]
        self.web = Process(web, folder / "web.log", **options)
        self.worker = Process(worker, folder / "worker.log", **options)

    def start(self) -> None:
        """Start web and worker, and wait for the web."""
        self.web.start()
        self.worker.start()
        wait_until(lambda: answers(self.port), PATIENCE, "the web")

    def stop(self) -> None:
        """End web and worker."""
        self.web.kill()
        self.worker.kill()


@contextmanager
def own_database() -> Iterator[Database]:
    """A started database with nothing in it, which is removed at the end. Raises LookupError."""
    folder = Path(tempfile.mkdtemp(prefix="siang-killed-"))
    database = None
    try:
        database = Database(folder)
        database.start()
        yield database
    finally:
        if database is not None:
            database.kill()
        shutil.rmtree(folder, ignore_errors=True)
