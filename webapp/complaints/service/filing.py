"""Taking a message in: kept, given a receipt, acknowledged, all or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.complaints.events import complaint_received
from webapp.complaints.models import Attachment, Complaint, ComplaintStep
from webapp.complaints.rules.attachments import Upload
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.states import Move, State
from webapp.complaints.service.calendar import due_day
from webapp.complaints.service.steps import step
from webapp.complaints.service.uploads import Vault
from webapp.extensions import db
from webapp.shared import clock, receipt
from webapp.shared.transaction import transaction


@dataclass(frozen=True)
class Filing:
    """What a person sends; name, e-mail address and subject may be empty."""

    kind: Kind
    message: str
    language: str
    subject: str = ""
    name: str = ""
    email: str = ""
    uploads: Sequence[Upload] = ()


def file_complaint(filing: Filing, secret_key: str, vault: Vault) -> tuple[Complaint, str]:
    """Keep a message; gives it with its receipt code, which is told this once and never stored.

    Raises `OSError` where a file cannot be written; nothing is kept then.
    """
    code = receipt.new_code()
    kept: list[str] = []
    try:
        with transaction():
            complaint = _add(filing, receipt.fingerprint(code, secret_key))
            for upload in filing.uploads:
                kept.append(vault.keep(upload.content))
                complaint.attachments.append(
                    Attachment(
                        name=upload.name,
                        media_type=upload.media_type,
                        size=len(upload.content),
                        stored_as=kept[-1],
                    )
                )
            # The receipt page that answers the sender is the acknowledgement.
            step(complaint, Move.ACKNOWLEDGE)
            db.session.flush()
            complaint_received.send("complaints", complaint_id=complaint.id)
    except BaseException:
        for name in kept:
            vault.discard(name)
        raise
    return complaint, code


def _add(filing: Filing, fingerprint: str) -> Complaint:
    moment = clock.now()
    due = due_day(moment)
    complaint = Complaint(
        receipt_fingerprint=fingerprint,
        kind=filing.kind.value,
        state=State.RECEIVED.value,
        language=filing.language,
        subject=filing.subject,
        message=filing.message,
        name=filing.name or None,
        email=filing.email or None,
        received_at=moment,
        due_on=due,
    )
    complaint.steps.append(ComplaintStep(state=complaint.state, at=moment, due_on=due))
    db.session.add(complaint)
    return complaint
