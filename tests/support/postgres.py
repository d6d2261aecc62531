"""A private PostgreSQL in a temporary folder: nothing of the machine's own databases is touched."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.ports import free_port, wait_until

USER = "siang"
# Speed over safety: the cluster is thrown away at the end.
UNSAFE_AND_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def programs() -> Path | None:
    """Return the folder of the newest installed `initdb`, or None where PostgreSQL is absent."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda f: int(f.parts[-3]),
        reverse=True,
    )
    on_path = shutil.which("initdb")
    if found:
        return found[0].parent
    return Path(on_path).parent if on_path else None


def someone_else() -> list[str]:
    """Return the command prefix that gives up root, which PostgreSQL refuses to run as."""
    if os.geteuid() != 0:
        return []
    for name in ("postgres", "nobody"):
        try:
            person = pwd.getpwnam(name)
        except KeyError:
            continue
        ids = [f"--reuid={person.pw_uid}", f"--regid={person.pw_gid}", "--clear-groups"]
        return ["setpriv", *ids]
    raise LookupError("no user besides root to run PostgreSQL as")


@contextmanager
def private_postgres() -> Iterator[str]:
    """Start a cluster, give the URL of its empty database `postgres`, stop and remove it at the end.

    Raises LookupError where PostgreSQL is not installed, RuntimeError where it does not start.
    """
    bin_folder = programs()
    if bin_folder is None:
        raise LookupError("PostgreSQL is not installed (tests/tools/install.sh brings it)")
    folder = Path(tempfile.mkdtemp(prefix="siang-postgres-"))
    prefix = someone_else()
    try:
        if prefix:
            shutil.chown(folder, int(prefix[1].partition("=")[2]))
        make_cluster(bin_folder, folder, prefix)
        with running(bin_folder, folder, prefix) as port:
            yield f"postgresql+psycopg://{USER}@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_cluster(bin_folder: Path, folder: Path, prefix: list[str]) -> None:
    command = [str(bin_folder / "initdb"), "-D", str(folder / "data"), "-U", USER]
    command += ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    made = subprocess.run([*prefix, *command], capture_output=True, text=True, cwd=folder)
    if made.returncode:
        raise RuntimeError(f"initdb failed: {made.stderr.strip()}")


@contextmanager
def running(bin_folder: Path, folder: Path, prefix: list[str]) -> Iterator[int]:
    port = free_port()
    command = [str(bin_folder / "postgres"), "-D", str(folder / "data"), "-p", str(port)]
    command += ["-h", "127.0.0.1", "-k", str(folder)]
    for name, value in UNSAFE_AND_FAST.items():
        command += ["-c", f"{name}={value}"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [*prefix, *command], stdout=log, stderr=log, cwd=folder, start_new_session=True
        )
    try:
        ready = [str(bin_folder / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
        wait_until(
            lambda: server.poll() is not None or subprocess.run(ready).returncode == 0,
            30,
            "PostgreSQL accepting connections",
        )
        if server.poll() is not None:
            raise RuntimeError(f"PostgreSQL did not start: {(folder / 'log').read_text()[-2000:]}")
        yield port
    finally:
        # SIGINT is PostgreSQL's "fast" stop: sessions still open are ended, not waited for.
        server.send_signal(signal.SIGINT)
        server.wait(20)
