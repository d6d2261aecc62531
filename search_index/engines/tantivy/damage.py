"""What broken files make tantivy do, as the error that every engine raises."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search_index.errors import IndexDamaged, IndexUnusable

# A panic of the compiled part: no `Exception`, and of a class that every library compiled by pyo3
# makes for itself and lets nobody import.
_PANIC = ("pyo3_runtime", "PanicException")


@contextmanager
def told(path: Path, what: str) -> Iterator[None]:
    """Inside, what broken files do (ValueError, OSError or a panic) is raised as IndexDamaged; the
    index in `path` cannot be `what` ("read")."""
    try:
        yield
    except IndexUnusable:
        raise
    except BaseException as broken:
        if isinstance(broken, Exception) or is_panic(broken):
            raise IndexDamaged(f"The index in {path} cannot be {what}.") from broken
        raise


def is_panic(raised: BaseException) -> bool:
    """It is a panic of a compiled library, not a signal or an end of the process."""
    kind = type(raised)
    return (kind.__module__, kind.__name__) == _PANIC
