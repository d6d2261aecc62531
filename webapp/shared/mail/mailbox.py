"""A mailbox that is read by IMAP (RFC 3501): `imaps://user:password@host/FOLDER`."""

import imaplib
import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from urllib.parse import unquote, urlsplit

from webapp.shared.mail.smtp import LOCAL, TIMEOUT_SECONDS, NoSecureMail

_NAME = "(UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])"
_UID = re.compile(rb"UID (\d+)")
# RFC 3501, date-text: English, whatever the language of this machine.
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class MailboxAway(OSError):
    """The mailbox cannot be read now, or does not do as it is asked."""


def read_mailbox(
    url: str, handle: Callable[[bytes], bool], *, most_bytes: int, done: str, most: int = 500
) -> None:
    """Give each unread letter, or its first `most_bytes`, to `handle`, the oldest first.

    A letter is moved to the folder `done` after `handle` has said that it dealt with it (True):
    where that fails, or the machine stops, it comes again. Raises `MailboxAway`, once all are dealt
    with where some could not be moved; `NoSecureMail` where the password would travel in the clear;
    what `handle` raises.
    """
    with closing(_Box(url)) as box:
        stuck = 0
        for uid in b" ".join(box.ask("SEARCH", "UNSEEN")).split()[:most]:
            for letter in box.ask("FETCH", uid.decode(), f"(BODY.PEEK[]<0.{most_bytes}>)"):
                if handle(letter) and not box.move(uid.decode(), done):
                    stuck += 1
                    box.ask("STORE", uid.decode(), "+FLAGS.SILENT", r"(\Seen)")
        if stuck:
            raise MailboxAway(f"{stuck} letters could not be moved to the folder {done}")


def delete_older(url: str, folder: str, before: date) -> int:
    """Delete the letters of a folder that arrived before a day; how many there were.

    Raises as `read_mailbox`.
    """
    with closing(_Box(url, folder)) as box:
        day = f"{before.day}-{_MONTHS[before.month - 1]}-{before.year}"
        old = b" ".join(box.ask("SEARCH", "BEFORE", day)).split() if box.is_open else []
        return sum(box.delete(uid.decode()) for uid in old)


def delete_named(url: str, folder: str, is_gone: Callable[[bytes], bool]) -> int:
    """Delete the letters of the mailbox and of a folder of which `is_gone` says so by the header
    that names them, or by the whole letter where it has no name; how many there were.

    Raises as `read_mailbox`.
    """
    deleted = 0
    for place in ("", folder):
        with closing(_Box(url, place)) as box:
            for uid, name in box.names():
                known = name if name.strip() else b"".join(box.ask("FETCH", uid, "(BODY.PEEK[])"))
                if is_gone(known):
                    deleted += box.delete(uid)
    return deleted


class _Box:
    """A folder that is open; another than the mailbox itself may not be there (`is_open`).

    Every method raises `MailboxAway`.
    """

    def __init__(self, url: str, folder: str = "") -> None:
        self._host = urlsplit(url).hostname
        with self._told_as_away():
            self._box = _open(url)
            # Many servers say all that they can do only to who is signed in.
            self._can = b" ".join(filter(None, self._box.capability()[1])).decode().upper().split()
            own = unquote(urlsplit(url).path.strip("/")) or "INBOX"
            self.is_open = self._box.select(f'"{folder or own}"')[0] == "OK"

    def ask(self, command: str, *more: str) -> list[bytes]:
        """What the server answers to a UID command: of a letter the letter alone."""
        with self._told_as_away():
            _kind, pieces = self._box.uid(command, *more)
        if command == "FETCH":
            return [piece[1] for piece in pieces if isinstance(piece, tuple)]
        return [piece for piece in pieces if isinstance(piece, bytes)]

    def names(self) -> list[tuple[str, bytes]]:
        """The number of each letter here, and the header that names it."""
        if not self.is_open:
            return []
        with self._told_as_away():
            _kind, pieces = self._box.uid("FETCH", "1:*", _NAME)
        told = [piece for piece in pieces if isinstance(piece, tuple)]
        found = [(_UID.search(head), name) for head, name, *_more in told]
        return [(uid[1].decode(), name) for uid, name in found if uid]

    def move(self, uid: str, folder: str) -> bool:
        """Move a letter to a folder, which is made where there is none; False where it stays."""
        with self._told_as_away():
            # Refused where it is there already.
            self._box.create(f'"{folder}"')
            can = "MOVE" in self._can
            moved = self._box.uid("MOVE" if can else "COPY", uid, f'"{folder}"')[0] == "OK"
        return moved and (can or self.delete(uid))

    def delete(self, uid: str) -> bool:
        """Delete a letter for good; False where the server does not."""
        with self._told_as_away():
            marked = self._box.uid("STORE", uid, "+FLAGS.SILENT", r"(\Deleted \Seen)")[0] == "OK"
            if "UIDPLUS" in self._can:
                gone = self._box.uid("EXPUNGE", uid)[0] == "OK"
            else:
                gone = self._box.expunge()[0] == "OK"
        return marked and gone

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
    except BaseException:
        box.shutdown()
        raise
    return box
