"""`make run`: starts the site and its worker, says where it is, and leaves nothing running."""

import os
import re
import signal
import subprocess
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.support.house import ROOT
from tests.support.ports import free_port, wait_until

# Under load a machine takes longer; what the README promises is held on an idle one by `make bench`.
PATIENCE = 60


def left_running(instance: Path) -> list[str]:
    """Return the commands of processes that were started with this instance folder."""
    mark = f"INSTANCE_DIR={instance}".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_text().replace("\0", " "))
        except OSError:
            continue  # ended meanwhile, or another person's
    return found


@pytest.fixture
def started(tmp_path):
    """`make run` on a free port with an instance folder of its own: (process, address, folder)."""
    port = free_port()
    # What this run of pytest was told must not reach the site.
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS", "PYTEST"))}
    kept |= {"PORT": str(port), "INSTANCE_DIR": str(tmp_path), "BASE_URL": ""}
    log = (tmp_path / "make.log").open("w")
    run = subprocess.Popen(
        ["make", "run"], cwd=ROOT, env=kept, stdout=log, stderr=log, start_new_session=True
    )
    yield run, f"http://127.0.0.1:{port}/", tmp_path
    if run.poll() is None:
        os.killpg(run.pid, signal.SIGINT)
        run.wait(30)
    log.close()


def test_run_prints_its_address_answers_and_stops_without_a_trace(started):
    run, address, folder = started
    log = folder / "make.log"
    wait_until(
        lambda: address in log.read_text() or run.poll() is not None, PATIENCE, "the address"
    )
    assert run.poll() is None, log.read_text()
    with urlopen(address) as answer:  # noqa: S310 (the test's own server)
        assert "เสียงสภา" in answer.read().decode()
    assert re.search(rf"^Siang Sapha is at {address} ", log.read_text(), re.MULTILINE)
    assert any("jobs work" in command for command in left_running(folder))
    time.sleep(1)
    # Ctrl-C in a terminal: every process of the foreground group gets it.
    os.killpg(run.pid, signal.SIGINT)
    run.wait(30)
    wait_until(lambda: not left_running(folder), 15, f"all to end: {left_running(folder)}")


def test_a_taken_port_is_named_and_nothing_is_left(started):
    run, address, folder = started
    wait_until(lambda: address in (folder / "make.log").read_text(), PATIENCE, "the address")
    other = {**os.environ, "PORT": address.split(":")[2].strip("/"), "INSTANCE_DIR": str(folder)}
    second = subprocess.run(
        ["make", "run"], cwd=ROOT, env=other, capture_output=True, text=True, timeout=PATIENCE
    )
    assert second.returncode != 0
    assert "is taken" in second.stdout + second.stderr
