"""The files of people's recordings: where each is, and when it goes."""

from pathlib import Path

from sqlalchemy import select

from webapp.extensions import db
from webapp.listening.models.narrations import Narration
from webapp.listening.rules.narrations import HELD
from webapp.listening.service.kept_files import kept_path
from webapp.listening.service.shelves import is_abandoned
from webapp.shared.settings import settings


def recording_path(narration: Narration) -> Path:
    """Where the file of a recording is."""
    return kept_path(recordings_folder(), narration.recording)


def recordings_folder() -> Path:
    """The folder of all recordings; no page shows it."""
    return settings().upload_dir / "narrations"


def remove_recording_file(recording: str) -> None:
    """Remove the file of this key, unless somebody sent the same for another use."""
    used = select(Narration.id).where(Narration.recording == recording, Narration.state.in_(HELD))
    if db.session.scalar(used.limit(1)) is None:
        kept_path(recordings_folder(), recording).unlink(missing_ok=True)


def sweep_recordings() -> int:
    """Remove files that no recording has any more: a process may die between a decision and the
    removal. What is younger than two days may be on its way in. Returns how many were removed."""
    held = set(db.session.scalars(select(Narration.recording).where(Narration.state.in_(HELD))))
    found = [path for path in recordings_folder().rglob("*") if path.is_file()]
    gone = [path for path in found if path.name not in held and is_abandoned(path)]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)
