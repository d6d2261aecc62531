"""A mailbox that is read by IMAP (RFC 3501): `imaps://user:password@host/FOLDER`."""

import imaplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import unquote, urlsplit

from webapp.shared.mail.smtp import LOCAL, TIMEOUT_SECONDS, NoSecureMail


class MailboxAway(OSError):
    """The mailbox cannot be read now."""


def read_mailbox(
    url: str, handle: Callable[[bytes], bool], *, most_bytes: int, most: int = 500
) -> None:
    """Give each unread letter, or its first `most_bytes`, to `handle`, the oldest first.

    A letter is marked as read after `handle` has said that it dealt with it (True): where that
    fails, or the machine stops, it comes again. Raises `MailboxAway`; `NoSecureMail` where the
    password would travel in the clear; what `handle` raises.
    """
    box = _Box(url)
    try:
        for uid in b" ".join(box.ask("SEARCH", "UNSEEN")).split()[:most]:
            for letter in box.ask("FETCH", uid.decode(), f"(BODY.PEEK[]<0.{most_bytes}>)"):
                if handle(letter):
                    box.ask("STORE", uid.decode(), "+FLAGS.SILENT", r"(\Seen)")
    finally:
        box.close()


class _Box:
    """A folder that is open. Every method raises `MailboxAway`."""

    def __init__(self, url: str) -> None:
        self._host = urlsplit(url).hostname
        with self._told_as_away():
            self._box = _open(url)

    def ask(self, command: str, *more: str) -> list[bytes]:
        """What the server answers to a UID command: of a letter the letter alone."""
        with self._told_as_away():
            _kind, pieces = self._box.uid(command, *more)
        if command == "FETCH":
            return [piece[1] for piece in pieces if isinstance(piece, tuple)]
        return [piece for piece in pieces if isinstance(piece, bytes)]

    def close(self) -> None:
        with suppress(OSError, imaplib.IMAP4.error):
            self._box.logout()

    @contextmanager
    def _told_as_away(self) -> Iterator[None]:
        try:
            yield
        except NoSecureMail:
            raise
        except (OSError, imaplib.IMAP4.error) as trouble:
            raise MailboxAway(f"{self._host}: {trouble}") from trouble


def _open(url: str) -> imaplib.IMAP4:
    parts = urlsplit(url)
    host, secure = parts.hostname or "localhost", parts.scheme == "imaps"
    if secure:
        box: imaplib.IMAP4 = imaplib.IMAP4_SSL(
            host,
            parts.port or 993,
            ssl_context=ssl.create_default_context(),
            timeout=TIMEOUT_SECONDS,
        )
    else:
        box = imaplib.IMAP4(host, parts.port or 143, timeout=TIMEOUT_SECONDS)
    try:
        if not secure and "STARTTLS" in box.capabilities:
            box.starttls(ssl.create_default_context())
            secure = True
        if not secure and host not in LOCAL:
            raise NoSecureMail(f"{host} offers no TLS; use imaps:// in its address.")
        box.login(unquote(parts.username or ""), unquote(parts.password or ""))
        box.select(f'"{unquote(parts.path.strip("/")) or "INBOX"}"')
    except BaseException:
        box.shutdown()
        raise
    return box
