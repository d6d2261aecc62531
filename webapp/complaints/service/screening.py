"""Files on their way in: nothing harmful, and no name of an anonymous person's."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.complaints.models import Attachment, Complaint, ComplaintMessage
from webapp.complaints.rules.identity import Identity
from webapp.extensions import db
from webapp.shared.outbox import enqueue
from webapp.shared.uploads import kept as kept_files
from webapp.shared.uploads.checking import Upload, plain_name
from webapp.shared.uploads.errors import FileHarmful
from webapp.shared.uploads.scanning import Scan, scan
from webapp.shared.uploads.vault import Vault

SCAN_FILE = "complaints.scan_file"
# Of one message, whatever comes later by mail or LINE: an officer reads them all in three days.
MOST_FILES = 30


@dataclass(frozen=True)
class Screened(Upload):
    """A file that the scanner has seen: it is not asked again within a transaction."""

    scan: Scan = Scan.NONE


def screen(uploads: Sequence[Upload]) -> list[Scan]:
    """What the scanner says of each file; done before a transaction begins, as it takes its time.

    Inside one the files are `Screened` already. Raises `FileHarmful`.
    """
    return [file.scan if isinstance(file, Screened) else scan(file) for file in uploads]


def screened(upload: Upload) -> Screened:
    """A file with what the scanner says of it. Raises `FileHarmful`."""
    return Screened(upload.name, upload.media_type, upload.content, scan(upload))


def without_harmful(uploads: Sequence[Upload]) -> tuple[list[Screened], list[str]]:
    """The files that may be kept, and the names of the harmful ones."""
    kept, harmful = [], []
    for upload in uploads:
        try:
            kept.append(screened(upload))
        except FileHarmful:
            harmful.append(upload.name)
    return kept, harmful


def has_room(complaint: Complaint, count: int) -> bool:
    """Whether so many further files may come to a message."""
    return len(complaint.attachments) + count <= MOST_FILES


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
    name = ""
    if complaint.identity is Identity.ANONYMOUS:
        name = plain_name(len(complaint.attachments) + 1, upload.media_type)
    file = kept_files.kept(Attachment, upload, scan, vault, name)
    file.message_id = message.id if message else None
    complaint.attachments.append(file)
    if scan is Scan.WAITING:
        db.session.flush()
        enqueue(SCAN_FILE, attachment_id=file.id)
    return file.stored_as


def scan_kept(attachment_id: int, vault: Vault) -> None:
    """Scan a file that waits; once. Raises `ScannerAway`."""
    kept_files.scan_kept(Attachment, attachment_id, vault)


def scan_all_waiting() -> None:
    """Ask again for every file that still waits."""
    kept_files.scan_all_waiting(Attachment, SCAN_FILE)
