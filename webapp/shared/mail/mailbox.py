"""A mailbox that is read by IMAP (RFC 3501): `imaps://user:password@host/FOLDER`."""

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote, urlsplit

from webapp.shared.mail.smtp import LOCAL, TIMEOUT_SECONDS, NoSecureMail

# A report of a failure says what it says at its beginning; what follows is the letter itself.
_MOST_BYTES = 256 * 1024


class MailboxAway(OSError):
    """The mailbox cannot be read now."""


def unread_letters(url: str, most: int = 500) -> Iterator[bytes]:
    """The beginning of each unread letter, the oldest first.

    A letter counts as read once the next one is asked for: one whose handling failed comes again.
    Raises `MailboxAway`, and `NoSecureMail` where the password would travel in the clear.
    """
    parts = urlsplit(url)
    try:
        box = _open(url)
    except (OSError, imaplib.IMAP4.error) as trouble:
        if isinstance(trouble, NoSecureMail):
            raise
        raise MailboxAway(f"{parts.hostname}: {trouble}") from trouble
    try:
        _kind, found = box.uid("SEARCH", "UNSEEN")
        for uid in (found[0] or b"").split()[:most]:
            _kind, pieces = box.uid("FETCH", uid.decode(), f"(BODY.PEEK[]<0.{_MOST_BYTES}>)")
            yield from (piece[1] for piece in pieces if isinstance(piece, tuple))
            box.uid("STORE", uid.decode(), "+FLAGS.SILENT", r"(\Seen)")
    except (OSError, imaplib.IMAP4.error) as trouble:
        raise MailboxAway(f"{parts.hostname}: {trouble}") from trouble
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            box.logout()


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
            raise NoSecureMail(f"{host} offers no TLS; use imaps:// in IMAP_URL.")
        box.login(unquote(parts.username or ""), unquote(parts.password or ""))
        box.select(f'"{unquote(parts.path.strip("/")) or "INBOX"}"')
    except BaseException:
        box.shutdown()
        raise
    return box
