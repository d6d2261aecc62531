"""Sounds that cost a network, kept on disk by the hash of what made them, within a size."""

import contextlib
import os
import tempfile
from pathlib import Path

# A sentence is some 20 kB: ten thousand of them.
MOST_BYTES = 200_000_000
# After cleaning up so much is left, so that not every new sound cleans up again.
_KEPT_SHARE = 0.9
# Several processes write: each looks at the folder after so large a share of its own writing.
_LOOK_AFTER = 1 / 16


class SoundCache:
    """A folder of sounds; `most_bytes` is kept within a sixteenth, the longest unused go first."""

    def __init__(self, folder: Path | None, most_bytes: int = MOST_BYTES) -> None:
        """`folder` is made when something is kept; None keeps and finds nothing."""
        self._folder = folder
        self._most = most_bytes
        self._written = most_bytes  # The first sound kept looks at what earlier processes left.

    def find(self, key: str) -> bytes | None:
        """Return what was kept under `key`, a hash in hex; None where there is nothing."""
        path = self._path(key)
        if path is None:
            return None
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return data

    def keep(self, key: str, data: bytes) -> None:
        """Keep `data`, whole or not at all; a disk that is full costs the cache, not the sound."""
        path = self._path(key)
        if path is None or self._folder is None:
            return
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        self._written += len(data)
        if self._written > self._most * _LOOK_AFTER:
            self._written = 0
            _shrink(self._folder, self._most)

    def forget(self, key: str) -> None:
        """Remove what turned out to be broken."""
        path = self._path(key)
        if path is not None:
            path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path | None:
        return self._folder / key[:2] / key if self._folder else None


def _shrink(folder: Path, most: int) -> None:
    """Remove the longest unused files until `folder` holds less than `most` bytes."""
    found = []
    for path in folder.glob("*/*"):
        with contextlib.suppress(OSError):  # Another process may have removed it.
            state = path.stat()
            found.append((state.st_mtime, state.st_size, path))
    total = sum(size for _, size, _ in found)
    if total <= most:
        return
    for _, size, path in sorted(found):
        if total <= most * _KEPT_SHARE:
            break
        path.unlink(missing_ok=True)
        total -= size
