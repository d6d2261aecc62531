"""The letters that the service has written into its folder instead of to a mail server."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path


def letters_in(instance: Path) -> list[EmailMessage]:
    """The letters of the instance folder `instance`, the oldest first.

    By the file's own time: its name holds the clock's second, which stands still in tests.
    """
    files = sorted((instance / "mail").glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
    return [message_from_bytes(file.read_bytes(), policy=default) for file in files]
