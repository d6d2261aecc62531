"""What stands in an e-mail to the office (RFC 5322, MIME): who wrote, what, when, which files."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parseaddr, parsedate_to_datetime
from hashlib import sha256

from webapp.complaints.rules.kinds import MAX_MESSAGE, MAX_NAME, MAX_SUBJECT, Kind
from webapp.complaints.rules.line_words import kind_named
from webapp.complaints.rules.mail_parts import header, readable, text_and_files
from webapp.shared.email_address import is_email
from webapp.shared.uploads.checking import FileRefused, Upload, check_files

# Our own letters about a message are called so: see the jobs.
_OUR_LETTER = re.compile(r"<complaint-(\d{1,9})-(?:closing-)?\d{1,9}(?:\.[0-9a-f]{16})?@")
# What programs send by themselves (RFC 3834): answering it would go round and round.
_BY_PROGRAMS = {"bulk", "junk", "list", "auto_reply"}
# Headers of programs that say it in their own way: autoresponders, mailing lists.
_ONLY_BY_PROGRAMS = ("X-Autoreply", "X-Autorespond", "List-Id")

# To whom it was sent: as the sender says, and as mail servers note where that was hidden.
_RECIPIENTS = ("To", "Cc", "Delivered-To", "X-Original-To")


class MailRefused(ValueError):
    """What came is no e-mail that can be answered; the text says why."""


@dataclass(frozen=True)
class IncomingMail:
    """One e-mail. `source_key` is the same where it comes twice.

    `kind` is what the letter says that it is, None where it does not.
    `received_at` is what our own mail server noted, None where it noted nothing. `answers` are the
    ids of messages whose letters it answers. `untaken` are the names of files not taken.
    """

    sender: str
    name: str
    subject: str
    text: str
    source_key: str
    received_at: datetime | None
    kind: Kind | None = None
    answers: tuple[int, ...] = ()
    uploads: tuple[Upload, ...] = ()
    untaken: tuple[str, ...] = ()
    automatic: bool = False


def read_mail(raw: bytes) -> IncomingMail:
    """Read one e-mail as it came. Raises `MailRefused` where no sender could be answered."""
    mail = message_from_bytes(readable(raw), policy=policy.default)
    name, sender = parseaddr(header(mail, "From"))
    if not is_email(sender):
        raise MailRefused("the letter has no sender who could be answered")
    text, files = text_and_files(mail)
    if len(text) > MAX_MESSAGE:
        # All of it is kept: the beginning as the message, the whole as a file.
        files.insert(0, ("message.txt", text.encode()))
    taken, untaken = _sort(files)
    return IncomingMail(
        sender=sender,
        name=name[:MAX_NAME],
        subject=header(mail, "Subject")[:MAX_SUBJECT],
        text=text[:MAX_MESSAGE],
        source_key=_key(mail, raw),
        received_at=_received(mail),
        kind=_kind(mail),
        answers=tuple(int(found) for found in _OUR_LETTER.findall(_threads(mail))),
        uploads=tuple(taken),
        untaken=tuple(untaken),
        automatic=_is_automatic(mail),
    )


def key_of(raw: bytes) -> str:
    """The `source_key` of an e-mail, from its header that names it, or from the whole e-mail."""
    return _key(message_from_bytes(raw, policy=policy.default), raw)


def _key(mail: EmailMessage, raw: bytes) -> str:
    named = header(mail, "Message-ID") or raw.decode("latin-1")
    return sha256(named.encode()).hexdigest()


def _kind(mail: EmailMessage) -> Kind | None:
    """What the letter is: as the address says to which it was sent ("office+suggestion@…", RFC
    5233), or as its subject begins ("Suggestion: …")."""
    for _name, address in getaddresses([header(mail, name) for name in _RECIPIENTS]):
        detail = address.partition("@")[0].partition("+")[2].lower()
        if detail in list(Kind):
            return Kind(detail)
    named = kind_named(header(mail, "Subject"))
    return named[0] if named else None


def _threads(mail: EmailMessage) -> str:
    return f"{header(mail, 'In-Reply-To')} {header(mail, 'References')}"


def _is_automatic(mail: EmailMessage) -> bool:
    auto = header(mail, "Auto-Submitted").lower()
    empty_path = header(mail, "Return-Path") == "<>"
    by_program = header(mail, "Precedence").lower() in _BY_PROGRAMS
    marked = any(header(mail, name) for name in _ONLY_BY_PROGRAMS)
    report = mail.get_content_type() in ("multipart/report", "message/delivery-status")
    return auto not in ("", "no") or empty_path or by_program or marked or report


def _received(mail: EmailMessage) -> datetime | None:
    """What the topmost Received header says: our own server wrote it (RFC 5321 4.4)."""
    noted = mail.get_all("Received") or []
    try:
        moment = parsedate_to_datetime(str(noted[0]).rpartition(";")[2].strip())
    except (IndexError, ValueError, TypeError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _sort(files: list[tuple[str, bytes]]) -> tuple[list[Upload], list[str]]:
    """Those that may be kept, as many as fit, and the names of the others."""
    taken: list[tuple[str, bytes]] = []
    untaken = []
    for file in files:
        try:
            check_files([*taken, file])
            taken.append(file)
        except FileRefused as refusal:
            untaken.append(refusal.name or file[0])
    return check_files(taken), untaken
