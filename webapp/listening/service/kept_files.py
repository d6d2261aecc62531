"""Large files that staff and volunteers give, kept by the hash of their content, never executed."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_AT_ONCE = 1 << 20


class FileTooLarge(ValueError):
    """The file has more bytes than may be kept."""


@dataclass(frozen=True)
class KeptFile:
    """A file that was kept: the SHA-256 of its content in hex, and its size."""

    key: str
    bytes: int


def keep_file(stream: BinaryIO, folder: Path, most_bytes: int) -> KeptFile:
    """Copy `stream` into `folder`, whole or not at all, without holding it in memory.

    Raises `FileTooLarge`, and `OSError` where the disk does not take it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
    part = Path(name)
    digest, size = hashlib.sha256(), 0
    try:
        with os.fdopen(handle, "wb") as file:
            while piece := stream.read(_AT_ONCE):
                size += len(piece)
                if size > most_bytes:
                    raise FileTooLarge
                digest.update(piece)
                file.write(piece)
        place = kept_path(folder, digest.hexdigest())
        place.parent.mkdir(exist_ok=True)
        part.replace(place)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return KeptFile(digest.hexdigest(), size)


def kept_path(folder: Path, key: str) -> Path:
    """Where the file of a key is."""
    return folder / key[:2] / key
