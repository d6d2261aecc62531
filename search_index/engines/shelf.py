"""Where an engine keeps its index, so that it is replaced at once and written by one at a time."""

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from search_index import analysis
from search_index.errors import IndexDamaged, IndexMissing, IndexOutdated

_POINTER = "current.json"
_WRITING, _BUILDING = "writer.lock", "builder.lock"
# A writer that commits without end would have to hit the moment of opening every time.
_MOST_TRIES = 5
_Opened = TypeVar("_Opened")


class Place(NamedTuple):
    """The folder of the index in force, and the version of the rules it was built by."""

    path: Path
    version: str


class Shelf:
    """The folders of one engine's indexes, of which a small file names the one in force.

    An index is built beside the one in force and put in its place by one rename: readers see the
    old one or the new one, also after a crash.
    """

    def __init__(self, folder: Path, engine: str) -> None:
        """`folder` is made where it is missing; each engine has its own part of it."""
        self._folder = folder / engine
        self._folder.mkdir(parents=True, exist_ok=True)

    def current(self) -> Place:
        """The index in force. Raises IndexMissing, IndexDamaged or IndexOutdated."""
        try:
            said = json.loads((self._folder / _POINTER).read_text(encoding="utf-8"))
            place = Place(self._folder / said["folder"], said["version"])
        except FileNotFoundError as missing:
            raise IndexMissing(f"No index in {self._folder}.") from missing
        except (ValueError, KeyError, TypeError, OSError) as broken:
            raise IndexDamaged(f"{self._folder / _POINTER} cannot be read.") from broken
        if place.version != analysis.version():
            raise IndexOutdated(f"Built by {place.version}, in force is {analysis.version()}.")
        return place

    def opened(self, opens: Callable[[Place], _Opened]) -> _Opened:
        """Open the index in force, again where another process changed it meanwhile.

        Between what a reader reads first and last, a commit or a rebuild may take files away; only
        what cannot be opened while nobody writes is damage.
        """
        for attempt in range(_MOST_TRIES):
            place, before = self.current(), self._seen()
            try:
                return opens(place)
            except IndexDamaged:
                # The clock of a folder ticks slowly: two changes may look like one.
                if attempt and self._seen() == before:
                    raise
        return opens(self.current())

    def _seen(self) -> tuple[int, ...]:
        """Another value after any file of the shelf came, went or was renamed."""
        folders = [self._folder, *self._folder.glob("index-*")]
        return tuple(stat.st_mtime_ns for folder in folders if (stat := _stat(folder)))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Wait until no other thread or process writes. A writer that dies frees its place."""
        with self._held(_WRITING):
            yield

    @contextmanager
    def _held(self, name: str) -> Iterator[None]:
        with (self._folder / name).open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    @contextmanager
    def replacing(self, ready: Callable[[], None]) -> Iterator[Path]:
        """Give an empty folder; when the block ends well, its index is the one in force.

        Only one is built at a time. Whoever writes goes on meanwhile, in the index in force, and
        waits only while they change places: `ready` is called just before that. What earlier
        builds or crashes left is cleared away.
        """
        with self._held(_BUILDING):
            path = Path(tempfile.mkdtemp(prefix="index-", dir=self._folder))
            try:
                yield path
                ready()
            except BaseException:
                shutil.rmtree(path, ignore_errors=True)
                raise
            with self.writing():
                self._put_in_force(path)

    def _put_in_force(self, path: Path) -> None:
        draft = self._folder / f"{_POINTER}.new"
        said = {"folder": path.name, "version": analysis.version()}
        draft.write_text(json.dumps(said), encoding="utf-8")
        draft.replace(self._folder / _POINTER)
        for old in self._folder.glob("index-*"):
            if old != path:
                shutil.rmtree(old, ignore_errors=True)


def _stat(folder: Path) -> os.stat_result | None:
    try:
        return folder.stat()
    except FileNotFoundError:
        return None
