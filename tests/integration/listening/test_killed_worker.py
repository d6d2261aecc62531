"""A worker that is killed at any moment leaves no half file, and its successor goes on from there."""

import os
import random
import signal
import subprocess
import sys

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

ROUNDS = 20
# The same moments in every run; a worker needs some two seconds until it speaks.
MOMENTS = random.Random(2569)  # noqa: S311 no secret, only moments
LONGEST_ROUND = 4.0


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


@pytest.mark.filterwarnings("ignore:subprocess")
def test_twenty_killed_workers_leave_whole_files_and_finished_tracks(app, config):
    law = keep_law(long_law(120))
    service.request_standard_forms(documents.get_version(law), service.Urgency.NEW)
    public_id = law.public_id
    client = app.test_client()
    tracks_before: dict[str, int] = {}
    killed = 0
    for _round in range(ROUNDS):
        worker = start_worker(config)
        try:
            worker.wait(MOMENTS.uniform(0.5, LONGEST_ROUND))
        except subprocess.TimeoutExpired:
            killed += 1
            os.killpg(worker.pid, signal.SIGKILL)
            worker.wait()
        listed_and_whole(client, public_id)
        tracks = finished_tracks()
        # What was spoken is there still and was not spoken again.
        kept = set(tracks_before) & set(tracks)
        assert all(tracks[name] == tracks_before[name] for name in kept)
        tracks_before = tracks
    last = start_worker(config)
    assert last.wait(300) == 0

    assert listed_and_whole(client, public_id) == len(FILES)
    assert killed >= ROUNDS // 2
    assert not list((shelves().folder / "tracks").iterdir())


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
