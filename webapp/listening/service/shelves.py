"""The files of forms on disk: where each is kept, who may make it now, and what may go.

A file is whole or not there: it is made beside its place and moved into it. Locks belong to open
files, so the system itself takes them from a worker that dies, however it dies.
"""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from webapp.listening.rules.kinds import FILES, FormKind

# What nobody has touched for so long belongs to no work that still goes on.
_ABANDONED_SECONDS = 2 * 24 * 3600.0
_READABLE_BY_ALL = 0o644
# One lock for all keys that begin alike: there are ever so many locks, and none to remove.
_KEY_START = 2


class Shelves:
    """The folder that holds the forms."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._locks = folder / "locks"
        self._tracks = folder / "tracks"
        self._unfinished = folder / "unfinished"

    def path(self, key: str, kind: FormKind) -> Path:
        """Where the form of a key is kept."""
        return self.folder / key[:_KEY_START] / f"{key}.{FILES[kind].ending}"

    def notes_path(self, key: str, name: str) -> Path:
        """Where it is kept what is known of the sound of a key: `about` it, and what it `said`."""
        return self.folder / key[:_KEY_START] / f"{key}.{name}.json"

    def unfinished(self, key: str, kind: FormKind) -> Path:
        """Where the form of a key is made before it is moved into its place."""
        self._unfinished.mkdir(parents=True, exist_ok=True)
        return self._unfinished / f"{key}.{FILES[kind].ending}"

    def tracks(self, sound_key: str) -> Path:
        """The folder of the pieces of sound that were spoken already; it outlives its worker."""
        folder = self._tracks / sound_key
        folder.mkdir(parents=True, exist_ok=True)
        os.utime(folder)
        return folder

    def drop_tracks(self, sound_key: str) -> None:
        """Remove pieces of sound that no waiting form needs."""
        shutil.rmtree(self._tracks / sound_key, ignore_errors=True)

    def keep(self, made: Path, key: str, kind: FormKind) -> Path:
        """Move a finished file into its place; return the place."""
        place = self.path(key, kind)
        place.parent.mkdir(parents=True, exist_ok=True)
        made.chmod(_READABLE_BY_ALL)
        made.replace(place)
        return place

    def keep_notes(self, key: str, name: str, notes: Any) -> None:
        """Keep what is known of a sound, before the sound itself comes into its place."""
        made = self.unfinished(f"{key}-{name}", FormKind.TEXT)
        made.write_text(json.dumps(notes, ensure_ascii=False, separators=(",", ":")))
        place = self.notes_path(key, name)
        place.parent.mkdir(parents=True, exist_ok=True)
        made.replace(place)

    def notes(self, key: str, name: str) -> Any:
        """What was kept of the sound of a key under this name; None where nothing was."""
        try:
            return json.loads(self.notes_path(key, name).read_text())
        except FileNotFoundError:
            return None

    @contextmanager
    def lock(self, name: str) -> Iterator[bool]:
        """Hold the lock called `name` while the block runs; yields False where another does."""
        self._locks.mkdir(parents=True, exist_ok=True)
        with (self._locks / f"{name}.lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True

    def lock_key(self, key: str) -> AbstractContextManager[bool]:
        """Hold the right to make the form of a key."""
        return self.lock(key[:_KEY_START])

    def kept(self) -> Iterator[tuple[str, Path]]:
        """Every file in its place, with its key."""
        for shelf in self.folder.iterdir():
            if len(shelf.name) == _KEY_START:
                yield from ((file.name.partition(".")[0], file) for file in shelf.iterdir())

    def remove(self, key: str) -> None:
        """Remove the form of a key and what is known of it, at once."""
        for file in (self.folder / key[:_KEY_START]).glob(f"{key}.*"):
            file.unlink(missing_ok=True)

    def sweep(self, keys: Iterable[str]) -> int:
        """Remove files whose key is not among `keys`, and work that was given up long ago.

        Only what is older than two days goes: a file may be in its place a moment before the
        database knows of it. Returns how many were removed.
        """
        known = set(keys)
        gone = [file for key, file in self.kept() if key not in known and is_abandoned(file)]
        for folder in (self._unfinished, self._tracks):
            if folder.exists():
                gone += [entry for entry in folder.iterdir() if is_abandoned(entry)]
        for entry in gone:
            if entry.is_dir():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink(missing_ok=True)
        return len(gone)


def is_abandoned(path: Path) -> bool:
    """Whether nobody has touched a file for so long that no work goes on with it."""
    return age(path) > _ABANDONED_SECONDS


def age(path: Path) -> float:
    """How many seconds ago a file was changed, by the machine's clock that also stamps files."""
    return time.clock_gettime(time.CLOCK_REALTIME) - path.stat().st_mtime
