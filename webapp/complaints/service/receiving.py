"""Taking in an e-mail: a new message, or further words to one that is there."""

from enum import StrEnum

from webapp.complaints.models import Complaint
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.incoming_mail import IncomingMail
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.states import Move, State, allowed, can_add
from webapp.complaints.service.filing import Filing, file_complaint, known_source
from webapp.complaints.service.screening import without_harmful
from webapp.complaints.service.tracking import add_message, reopen
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.languages import language_of
from webapp.shared.uploads.vault import Vault


class Taken(StrEnum):
    """What became of an e-mail."""

    FILED = "filed"
    ADDED = "added"
    KNOWN = "known"
    AUTOMATIC = "automatic"


def receive_mail(mail: IncomingMail, words: str, secret_key: str, vault: Vault) -> Taken:
    """Take an e-mail in; `words` is its text with what could not be taken named.

    An answer to one of our letters is added to the message that it is about, where it comes from
    the same address and without files; all else becomes a new message. The same e-mail a second
    time changes nothing. Raises `OSError` where a file cannot be written.
    """
    if mail.automatic:
        return Taken.AUTOMATIC
    if known_source(mail.source_key) is not None:
        return Taken.KNOWN
    uploads, harmful = without_harmful(mail.uploads)
    if harmful:
        # In both languages, as nobody knows which the sender reads.
        words += f"\n\n[มีมัลแวร์ ไม่ได้เก็บไว้ / Malware, not kept: {', '.join(harmful)}]"
    for complaint_id in mail.answers if not mail.uploads else ():
        found = _add(db.session.get(Complaint, complaint_id), mail, words)
        if found is not None:
            return found
    now = clock.now()
    received = mail.received_at if mail.received_at and mail.received_at <= now else now
    filing = Filing(
        # An officer can change it; the office answers every kind in the same time.
        kind=Kind.COMPLAINT,
        message=words,
        language=language_of(f"{mail.subject} {mail.text}"),
        subject=mail.subject,
        name=mail.name,
        email=mail.sender,
        uploads=uploads,
        channel=Channel.EMAIL,
        received_at=received,
        source_key=mail.source_key,
        seal_code=True,
    )
    file_complaint(filing, secret_key, vault)
    return Taken.FILED


def _add(complaint: Complaint | None, mail: IncomingMail, words: str) -> Taken | None:
    """Add to a message what its sender answers; None where it is another's, or taken back."""
    if complaint is None or (complaint.email or "").lower() != mail.sender.lower():
        return None
    if any(said.text == words and not said.is_from_office for said in complaint.messages):
        return Taken.KNOWN
    state = State(complaint.state)
    if can_add(state):
        add_message(complaint.id, words)
    elif Move.REOPEN in allowed(state):
        reopen(complaint.id, words)
    else:
        return None
    return Taken.ADDED
