"""Taking a message in: kept, given a receipt, acknowledged, all or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from webapp.complaints.events import complaint_received
from webapp.complaints.models import Complaint, ComplaintStep
from webapp.complaints.rules.channels import (
    BY_STAFF,
    Channel,
    ReplyBy,
    TellBy,
    first_owner,
)
from webapp.complaints.rules.codename import new_codename, written
from webapp.complaints.rules.identity import Identity
from webapp.complaints.rules.kinds import UNDECIDED, Kind
from webapp.complaints.rules.standard import in_force
from webapp.complaints.rules.states import Move, State
from webapp.complaints.service.barring import bar_named
from webapp.complaints.service.calendar import start_clock
from webapp.complaints.service.codenames import keep_codename
from webapp.complaints.service.drafts import delete_draft, files_of
from webapp.complaints.service.errors import DraftNotFound, ReceivedInFuture
from webapp.complaints.service.once import sent_once
from webapp.complaints.service.screening import keep_file, screen
from webapp.complaints.service.standard import standard_versions
from webapp.complaints.service.steps import step
from webapp.complaints.service.ways import told_now_by
from webapp.extensions import db
from webapp.shared import audit, clock, receipt
from webapp.shared.clock import BANGKOK
from webapp.shared.transaction import transaction
from webapp.shared.uploads.checking import Upload
from webapp.shared.uploads.vault import Vault


@dataclass(frozen=True)
class Filing:
    """What a person sends; all but message and language may be empty.

    `kind`: None where it is still to be decided. `received_at`: when the office had it, where that
    was before it comes into the register. `entered_by`: the officer who enters it for the person.
    `source_key`: what tells that the same thing comes a second time. `seal_code`: keep the receipt
    until the first letter, or an officer, has told it.
    """

    kind: Kind | None
    message: str
    language: str
    subject: str = ""
    name: str = ""
    email: str = ""
    uploads: Sequence[Upload] = ()
    channel: Channel = Channel.WEB
    reply_by: ReplyBy | None = None
    contact: str = ""
    received_at: datetime | None = None
    entered_by: int | None = None
    source_key: str | None = None
    seal_code: bool = False
    # The random word of the form that it was sent with: see service/once.py.
    token: str = ""
    # The draft that it was written in, and which of its files are sent.
    draft_id: int | None = None
    kept_files: Sequence[str] = ()
    identity: Identity = Identity.CONFIDENTIAL
    # Whether the person agrees that it is published; None where nobody asked.
    may_publish: bool | None = None


def file_complaint(filing: Filing, secret_key: str, vault: Vault) -> tuple[Complaint, str]:
    """Keep a message; gives it with its receipt code, which is told this once.

    Who is anonymous gets a codename in its place, its words with spaces between them.

    The same form sent again gives the message that is there, with its code. Raises `OSError` where
    a file cannot be written, `ReceivedInFuture` where it is said to have been received later than
    now, `DraftNotFound` where a file of its draft is gone, or `FileHarmful`; nothing is kept
    then. The draft goes with the message that came of it.
    """
    if not filing.token:
        new = written(new_codename()) if _is_anonymous(filing) else receipt.new_code()
        return _keep(filing, new, secret_key, vault)
    words = (
        filing.kind or UNDECIDED,
        filing.identity,
        filing.subject,
        filing.message,
        filing.name,
        filing.email,
        filing.reply_by or "",
        filing.contact,
        str(filing.may_publish),
        *filing.kept_files,
        *_as_entered(filing),
    )
    once = sent_once(filing.token, words, filing.uploads, secret_key)
    code = once.codename if _is_anonymous(filing) else once.code
    known = known_source(once.source_key)
    if known is not None:
        return known, code
    try:
        filing = replace(filing, source_key=once.source_key)
        drafted = files_of(filing.draft_id, filing.kept_files, vault)
        filing = replace(filing, uploads=[*drafted, *filing.uploads])
        return _keep(filing, code, secret_key, vault)
    except (IntegrityError, DraftNotFound):
        # Two presses of the button at once: the other one has just kept it.
        known = known_source(once.source_key)
        if known is None:
            raise
        return known, code


def _as_entered(filing: Filing) -> tuple[str, ...]:
    """What an officer says of how it came, which makes it another form where it is corrected."""
    if filing.entered_by is None:
        return ()
    return (filing.channel, filing.received_at.isoformat() if filing.received_at else "")


def _is_anonymous(filing: Filing) -> bool:
    return filing.identity is Identity.ANONYMOUS


def _keep(filing: Filing, code: str, secret_key: str, vault: Vault) -> tuple[Complaint, str]:
    """Keep a message under its receipt code or codename, all or nothing."""
    scans = screen(filing.uploads)
    kept: list[str] = []
    try:
        with transaction():
            # No fast hash of a codename is kept: what is anonymous gets a receipt that nobody has.
            key = receipt.new_code() if _is_anonymous(filing) else code
            complaint = _add(filing, receipt.fingerprint(key, secret_key))
            complaint.receipt_sealed = code if filing.seal_code else None
            for upload, scan in zip(filing.uploads, scans, strict=True):
                kept.append(keep_file(complaint, upload, scan, vault))
            db.session.flush()
            if _is_anonymous(filing):
                keep_codename(complaint, code, secret_key)
            _acknowledge(complaint)
            bar_named(complaint)
            complaint_received.send("complaints", complaint_id=complaint.id)
            if filing.channel in BY_STAFF:
                audit.record(filing.entered_by, "complaints.enter", f"complaint {complaint.id}")
            delete_draft(filing.draft_id, vault)
    except BaseException:
        for name in kept:
            vault.discard(name)
        raise
    return complaint, code


def _acknowledge(complaint: Complaint) -> None:
    """The receipt page that answers the sender is the acknowledgement. Where an officer enters it
    that page answers the officer, who tells the person: of what is told by hand, it is the first.
    """
    by_hand = complaint.entered_by is not None and told_now_by(complaint) is TellBy.OFFICER
    step(complaint, Move.ACKNOWLEDGE, complaint.entered_by, announced=by_hand)


def known_source(source_key: str) -> Complaint | None:
    """The message that was taken in under this key; None where none was."""
    return db.session.scalar(select(Complaint).where(Complaint.source_key == source_key))


def _add(filing: Filing, fingerprint: str) -> Complaint:
    now = clock.now()
    received = filing.received_at or now
    if received > now:
        raise ReceivedInFuture
    complaint = Complaint(
        receipt_fingerprint=fingerprint,
        kind=filing.kind.value if filing.kind else UNDECIDED,
        state=State.RECEIVED.value,
        channel=filing.channel,
        source_key=filing.source_key,
        identity=filing.identity,
        language=filing.language,
        subject=filing.subject,
        message=filing.message,
        name=filing.name or None,
        email=filing.email or None,
        reply_by=filing.reply_by or (ReplyBy.MAIL if filing.email else ReplyBy.PAGE),
        contact=filing.contact or None,
        received_at=received,
        entered_at=now,
        entered_by=filing.entered_by,
        bureau=first_owner(filing.channel, filing.kind),
        may_publish=filing.may_publish,
    )
    standard = in_force(standard_versions(), received.astimezone(BANGKOK).date())
    with db.session.no_autoflush:
        start_clock(complaint, received, standard)
    complaint.steps.append(
        ComplaintStep(
            state=complaint.state,
            at=received,
            account_id=filing.entered_by,
            bureau=complaint.bureau,
            due_on=complaint.due_on,
            announced=False,
        )
    )
    db.session.add(complaint)
    return complaint
