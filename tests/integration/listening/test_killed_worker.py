"""A worker that is killed at any moment leaves no half file, and its successor goes on from there."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.support.house import ROOT
from tests.support.records import keep_law, long_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening import service
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules.kinds import FILES, SOUNDS
from webapp.listening.service import FormState
from webapp.listening.service.registry import shelves

# A worker is killed at each boundary of its work that can be seen from outside, then at moments by
# chance, the same in every run. KILL_ROUNDS=20 adds so many of those; the suite has two.
BY_CHANCE = int(os.environ.get("KILL_ROUNDS", "2"))
MOMENTS = random.Random(2569)  # noqa: S311 no secret, only moments
LONGEST_ROUND = 4.0
# Seconds: a worker that reaches no boundary by then is as good as stopped.
PATIENCE = 60
LOOKS_A_SECOND = 100


def pieces() -> int:
    """How many pieces of sound are finished."""
    return len(finished_tracks())


def half_pieces() -> int:
    """How many pieces of sound are being written."""
    return len(list((shelves().folder / "tracks").rglob("*.part")))


def ready_forms() -> int:
    """How many forms are listed as ready."""
    db.session.rollback()
    ready = select(DocumentForm.id).where(DocumentForm.state == FormState.READY)
    return len(db.session.scalars(ready).all())


# What is counted, and how many more of it than at the worker's start it is killed at.
BOUNDARIES = (
    (ready_forms, 1),
    (half_pieces, 1),
    (pieces, 1),
    (pieces, 40),
    (ready_forms, 1),
    (ready_forms, 2),
)


def start_worker(config) -> subprocess.Popen:
    """Start the office's own command, which makes what waits, in a process of its own."""
    env = {
        **os.environ,
        "INSTANCE_DIR": str(config.INSTANCE_DIR),
        "DATABASE_URL": "",
        "SECRET_KEY": config.SECRET_KEY,
        "FIELD_KEYS": config.FIELD_KEYS,
        "FORMS_DISK_GB": "1",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "flask", "--app", "webapp", "forms", "make"],
        cwd=ROOT,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def listed_and_whole(client, public_id: str) -> int:
    """Assert that every form that is listed as ready is whole and can be downloaded; how many are."""
    db.session.rollback()
    assert {reason for _name, reason in service.check_forms()} <= {""}
    ready = db.session.scalars(
        select(DocumentForm).where(DocumentForm.state == FormState.READY)
    ).all()
    for row in ready:
        address = f"/documents/{public_id}/{FILES[row.kind].address}"
        answer = client.get(address)
        assert answer.status_code == 200
        assert len(answer.data) == row.bytes
    return len(ready)


def kill(worker: subprocess.Popen) -> bool:
    """Kill a worker and all it started; whether it was still at work."""
    if worker.poll() is not None:
        return False
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    return True


def kill_at(worker: subprocess.Popen, counted: Callable[[], int], more: int) -> bool:
    """Kill a worker as soon as `more` of what is counted is there; whether that came about."""
    target = counted() + more
    for _look in range(PATIENCE * LOOKS_A_SECOND):
        if counted() >= target or worker.poll() is not None:
            break
        time.sleep(1 / LOOKS_A_SECOND)
    return kill(worker)


def kill_by_chance(worker: subprocess.Popen) -> bool:
    """Kill a worker at some moment; whether it was still at work."""
    with suppress(subprocess.TimeoutExpired):
        worker.wait(MOMENTS.uniform(0.5, LONGEST_ROUND))
    return kill(worker)


@pytest.mark.filterwarnings("ignore:subprocess")
def test_killed_workers_leave_whole_files_and_finished_tracks(app, config):
    law = keep_law(long_law(120))
    service.request_standard_forms(documents.get_version(law), service.Urgency.NEW)
    client, public_id = app.test_client(), law.public_id
    before: dict[str, int] = {}
    kills = [partial(kill_at, counted=counted, more=more) for counted, more in BOUNDARIES]
    killed = 0
    for kill_one in [*kills, *[kill_by_chance] * BY_CHANCE]:
        killed += kill_one(start_worker(config))
        listed_and_whole(client, public_id)
        tracks = finished_tracks()
        # What was spoken is there still and was not spoken again.
        kept = set(before) & set(tracks)
        assert all(tracks[name] == before[name] for name in kept)
        before = tracks
    assert start_worker(config).wait(300) == 0

    assert listed_and_whole(client, public_id) == len(FILES)
    assert killed >= len(BOUNDARIES) // 2
    assert not left_for_long()


def left_for_long() -> list[Path]:
    """What is left of the pieces of sound when the sweep of days later has been there.

    A worker killed after its last sound, before it clears up, leaves its pieces to the sweep.
    """
    folder = shelves().folder / "tracks"
    for entry in folder.iterdir():
        os.utime(entry, (0, 0))
    shelves().sweep(db.session.scalars(select(DocumentForm.key)))
    return list(folder.iterdir())


def finished_tracks() -> dict[str, int]:
    """Each finished piece of sound, and the moment in which it was written."""
    return {
        str(file): file.stat().st_mtime_ns for file in (shelves().folder / "tracks").rglob("*.mp3")
    }


def test_nobody_downloads_what_is_only_half_made(page, app):
    law = keep_law()
    version = documents.get_version(law)
    for kind in SOUNDS:
        service.request_form(version, kind)
        half = shelves().unfinished("0" * 64, kind)
        half.write_bytes(b"half")
        page.get(f"/documents/{law.public_id}/{FILES[kind].address}", status=302)
        assert page.response.location.startswith(f"/documents/{law.public_id}/forms")
