"""Files that appear whole or not at all, however the program that writes them ends."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_READABLE_BY_ALL = 0o644
_PART = ".part"
# What a killed program left behind is nobody's work any more after a day.
_LEFT_BEHIND_SECONDS = 24 * 3600


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be written that gets the name `path` when all of it is there.

    An error inside leaves neither the file nor a part of it, and what `path` was before. A program
    that is killed leaves a part under another name (`.NAME.….part`), which `sweep` removes.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_PART)
    part = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
        part.chmod(_READABLE_BY_ALL)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> int:
    """Remove from `folder` and those below it what killed programs left; return how many files."""
    parts = folder.rglob(f".*{_PART}")
    old = [part for part in parts if time.time() - part.stat().st_mtime > _LEFT_BEHIND_SECONDS]
    for part in old:
        part.unlink(missing_ok=True)
    return len(old)
