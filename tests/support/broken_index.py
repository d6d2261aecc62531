"""An index of tantivy with a wrong byte in it."""

from collections.abc import Iterator
from pathlib import Path

from search_index.engines import open_engine
from search_index.errors import IndexDamaged
from search_index.query import parse

# Files that searches read; first those of which opening reads least.
_READ_BY_SEARCHES = (".term", ".pos", ".idx", ".fast", ".store")


def wrong_bytes(folder: Path, step: int) -> Iterator[Path]:
    """Spoil every so-many-th byte of the index's files, one at a time; each is mended after."""
    found = [path for path in folder.rglob("index-*/*") if path.suffix in _READ_BY_SEARCHES]
    for path in sorted(found, key=lambda path: _READ_BY_SEARCHES.index(path.suffix)):
        content = path.read_bytes()
        for at in range(0, len(content), step):
            spoiled = bytearray(content)
            spoiled[at] ^= 0xFF
            _replace(path, bytes(spoiled))
            yield path
        _replace(path, content)


def spoil_so_that_it_panics(folder: Path, typed: str) -> None:
    """Leave one wrong byte in an index: it opens well, and panics when `typed` is looked for."""
    for _ in wrong_bytes(folder, 5):
        try:
            engine = open_engine("tantivy", folder)
        except IndexDamaged:
            continue
        try:
            engine.search(parse(typed), {})
        except BaseException as raised:
            if is_panic(raised) or is_panic(raised.__cause__):
                return
    raise AssertionError(f"No byte of {folder} makes tantivy panic.")


def is_panic(raised: BaseException | None) -> bool:
    """tantivy's compiled part panicked, which is no `Exception`."""
    return type(raised).__name__ == "PanicException" and not isinstance(raised, Exception)


def _replace(path: Path, content: bytes) -> None:
    # Another file of the same name: whoever has the old one open goes on reading that.
    path.unlink()
    path.write_bytes(content)
