"""Letters that came back: what a mail server tells of them (RFC 3464), and what that means.

Whoever can write to the mailbox of bounces can forge one; so the name of the letter that came back
counts, which only its recipient knows, and never the address alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, message_from_string
from email.message import EmailMessage, Message
from email.policy import default

_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_ID = re.compile(r"<[^<>\s]+>")
# Of the permanent failures (RFC 3463, X.subject.detail) those that say that the address is no good:
# nothing more is said (0), the address is wrong (1), the mailbox is switched off (2.1). The others,
# a full mailbox or a suspicion of spam, may be over tomorrow.
_NO_GOOD = re.compile(r"5\.(0\.\d+|1\.\d+|2\.1)")


@dataclass(frozen=True)
class Bounce:
    """That a letter did not arrive: its Message-ID, to whom, and whether that is for good."""

    message_id: str
    recipient: str
    hard: bool
    status: str
    reason: str


def read_bounces(content: bytes) -> list[Bounce]:
    """The failures that a report tells of; none for other letters and for mere delays."""
    report = message_from_bytes(content, policy=default)
    if report.get_content_type() != "multipart/report":
        return []
    parts = [part for part in report.walk() if isinstance(part, EmailMessage)]
    told = next((p for p in parts if p.get_content_type() == "message/delivery-status"), None)
    name = _name_of_letter(parts)
    if told is None or not name:
        return []
    return [bounce for block in _blocks(told) if (bounce := _bounce(block, name))]


def is_for_good(status: str) -> bool:
    """Whether an enhanced status code says that the address will never work."""
    return _NO_GOOD.fullmatch(status) is not None


def status_in(words: str, code: int = 0) -> str:
    """The enhanced status code in a server's answer, else the class of its `code` alone."""
    found = _STATUS.search(words)
    return found[0] if found else f"{code // 100}.0.0" if code else ""


def _bounce(block: Message, name: str) -> Bounce | None:
    if str(block.get("Action", "")).strip().lower() != "failed":
        return None
    status = status_in(str(block.get("Status", "")))
    recipient = str(block.get("Original-Recipient") or block.get("Final-Recipient") or "")
    reason = str(block.get("Diagnostic-Code", "")).partition(";")[2].strip()
    address = recipient.partition(";")[2].strip()
    return Bounce(name, address, is_for_good(status), status, " ".join(reason.split())[:300])


def _blocks(told: Message) -> Iterator[Message]:
    """The fields of each recipient; those of the whole report, which come first, tell no action."""
    content = told.get_payload()
    if isinstance(content, list):
        yield from (block for block in content if isinstance(block, Message))
    elif isinstance(content, str):
        yield from (message_from_string(text) for text in re.split(r"\n\s*\n", content))


def _name_of_letter(parts: list[EmailMessage]) -> str:
    """The Message-ID in what the report returns of the letter: all of it or its headers alone."""
    for part in parts:
        kind = part.get_content_type()
        if kind == "message/rfc822":
            found = next((inner.get("Message-ID", "") for inner in part.iter_parts()), "")
        elif kind == "text/rfc822-headers":
            found = message_from_string(part.get_content()).get("Message-ID", "")
        else:
            continue
        if name := _ID.search(str(found)):
            return name[0]
    return ""
