"""Files on their way in: nothing harmful, nothing that tells who an anonymous person is."""

from collections.abc import Sequence

from sqlalchemy import select

from webapp.complaints.models import Attachment, Complaint, ComplaintMessage
from webapp.complaints.rules.attachments import Upload, plain_name
from webapp.complaints.rules.identity import Identity
from webapp.complaints.rules.scanning import Scan
from webapp.complaints.service.errors import FileHarmful, FileTellsWho
from webapp.complaints.service.uploads import Vault
from webapp.extensions import db
from webapp.shared.clamd import ScannerAway, is_harmful
from webapp.shared.outbox import enqueue, enqueue_once
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

SCAN_FILE = "complaints.scan_file"


def screen(uploads: Sequence[Upload], identity: Identity) -> list[Scan]:
    """What the scanner says of each file; done before a transaction begins, as it takes its time.

    Raises `FileHarmful`, or `FileTellsWho` where an anonymous person's file cannot be stripped.
    """
    for upload in uploads:
        if identity is Identity.ANONYMOUS and not upload.stripped:
            raise FileTellsWho(upload.name)
    return [_scan(upload) for upload in uploads]


def without_harmful(uploads: Sequence[Upload]) -> tuple[list[Upload], list[str]]:
    """The files that may be kept, and the names of the harmful ones."""
    kept, harmful = [], []
    for upload in uploads:
        try:
            _scan(upload)
            kept.append(upload)
        except FileHarmful:
            harmful.append(upload.name)
    return kept, harmful


def _scan(upload: Upload) -> Scan:
    url = settings().CLAMD_URL
    if not url:
        return Scan.NONE
    try:
        if is_harmful(url, upload.content):
            raise FileHarmful(upload.name)
    except ScannerAway:
        # The person is not sent away for it: the file waits where nobody opens it.
        return Scan.WAITING
    return Scan.CLEAN


def keep_file(
    complaint: Complaint,
    upload: Upload,
    scan: Scan,
    vault: Vault,
    message: ComplaintMessage | None = None,
) -> str:
    """Keep a screened file inside the caller's transaction; gives its name in the vault.

    Raises `OSError`.
    """
    name = upload.name
    if complaint.identity is Identity.ANONYMOUS:
        name = plain_name(len(complaint.attachments) + 1, upload.media_type)
    stored_as = vault.keep(upload.content)
    file = Attachment(
        name=name,
        media_type=upload.media_type,
        size=len(upload.content),
        stored_as=stored_as,
        scan=scan,
        stripped=upload.stripped,
        message_id=message.id if message else None,
    )
    complaint.attachments.append(file)
    if scan is Scan.WAITING:
        db.session.flush()
        enqueue(SCAN_FILE, attachment_id=file.id)
    return stored_as


def scan_kept(attachment_id: int, vault: Vault) -> None:
    """Scan a file that waits; once. What is harmful is destroyed, and the person's page says so.

    Raises `ScannerAway`.
    """
    file = db.session.get_one(Attachment, attachment_id)
    if file.scan is not Scan.WAITING or not settings().CLAMD_URL:
        return
    harmful = is_harmful(settings().CLAMD_URL, vault.read(file.stored_as))
    with transaction():
        file.scan = Scan.HARMFUL if harmful else Scan.CLEAN
    if harmful:
        vault.discard(file.stored_as)


def scan_all_waiting() -> None:
    """Ask again for every file that still waits: after days of failures the queue gives up."""
    with transaction():
        for attachment_id in db.session.scalars(
            select(Attachment.id).where(Attachment.scan == Scan.WAITING)
        ).all():
            enqueue_once(SCAN_FILE, attachment_id=attachment_id)
