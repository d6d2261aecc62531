"""ZIP files whose bytes depend on what is in them alone."""

import re
import unicodedata
import zipfile
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, cast

# The earliest time that ZIP can write: the time of packing would make equal books differ.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE_BY_ALL = 0o644 << 16
# Windows forbids these in names, and a name that ends with a dot or a space.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
# Long enough to tell sections apart; with a folder and a number short of Windows' 260.
_LONGEST_NAME = 60


def safe_name(title: str) -> str:
    """Return a title as part of a file's name that every system takes."""
    words = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title)).split()
    name = " ".join(words)[:_LONGEST_NAME].rstrip(" .")
    return name or "-"


class Package:
    """Writes a ZIP to an open file; used in a `with`."""

    def __init__(self, file: BinaryIO) -> None:
        """Write to `file`, which must be able to seek."""
        self._zip = zipfile.ZipFile(file, "w")

    @property
    def files(self) -> int:
        """How many files are in it."""
        return len(self._zip.filelist)

    @property
    def bytes(self) -> int:
        """How large they are when unpacked."""
        return sum(entry.file_size for entry in self._zip.filelist)

    def text(self, name: str, text: str, *, compressed: bool = True) -> None:
        """Add a file of UTF-8 text."""
        self._zip.writestr(_entry(name, compressed=compressed), text.encode())

    def copy(self, name: str, path: Path) -> None:
        """Add the file at `path` as it is: sound does not get smaller."""
        with self.open(name) as entry, path.open("rb") as source:
            while block := source.read(1 << 16):
                entry.write(block)

    def open(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open an entry to be written piece by piece, as it is."""
        opened: IO[bytes] = self._zip.open(_entry(name, compressed=False), "w")
        return cast(AbstractContextManager[BinaryIO], opened)

    def __enter__(self) -> "Package":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()


def _entry(name: str, *, compressed: bool) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    entry.external_attr = _READABLE_BY_ALL
    return entry
