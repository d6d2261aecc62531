"""Whatever takes letters away: a folder, or an SMTP server."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from webapp.shared import clock


class Round(Protocol):
    """A walk to the post with many letters."""

    def deliver(self, to: str, content: bytes) -> None:
        """Take a letter for `to`; return once it is in the other's hands.

        Raises `LetterRefused` where the address is no good, `LetterPutOff` where this letter must
        wait, `ServerAway` where no letter can go now; each is an `OSError`.
        """
        ...


class Post(Protocol):
    """Whatever takes letters away; every thread opens rounds of its own."""

    def open(self) -> AbstractContextManager[Round]:
        """Begin a round; what it holds open is closed at its end."""
        ...


class FilePost:
    """Each letter becomes one .eml file in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def open(self) -> Iterator["FilePost"]:
        """See `Post`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        yield self

    def deliver(self, to: str, content: bytes) -> None:
        """See `Round`."""
        name = f"{clock.now():%Y%m%dT%H%M%S}-{uuid4().hex[:8]}.eml"
        (self.folder / name).write_bytes(content)
