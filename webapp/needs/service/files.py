"""A need said in a voice, a picture or a film: kept, opened by officers, written down."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from webapp.extensions import db
from webapp.needs.models import Need, NeedFile
from webapp.needs.service.errors import NeedNotFound
from webapp.needs.service.readings import note_readings
from webapp.needs.service.words import keep_terms
from webapp.shared import audit
from webapp.shared.outbox import enqueue
from webapp.shared.transaction import transaction
from webapp.shared.uploads import kept as kept_files
from webapp.shared.uploads.checking import Upload
from webapp.shared.uploads.scanning import Scan, scan
from webapp.shared.uploads.vault import Vault

SCAN_FILE = "needs.scan_file"


@contextmanager
def keeping(uploads: Sequence[Upload], vault: Vault) -> Iterator[Callable[[Need], None]]:
    """A transaction, and what keeps the files with a need in it: all or nothing.

    Raises `FileHarmful`, or `OSError` where a file cannot be written.
    """
    # Before the transaction begins, as it takes its time.
    scans = [scan(upload) for upload in uploads]
    stored: list[str] = []

    def keep(need: Need) -> None:
        for upload, said in zip(uploads, scans, strict=True):
            file = kept_files.kept(NeedFile, upload, said, vault)
            stored.append(file.stored_as)
            need.files.append(file)
            if said is Scan.WAITING:
                db.session.flush()
                enqueue(SCAN_FILE, attachment_id=file.id)

    try:
        with transaction():
            yield keep
    except BaseException:
        for name in stored:
            vault.discard(name)
        raise


def file_of(need_id: int, file_id: int) -> NeedFile:
    """A file of a need that officers may open. Raises `NeedNotFound`."""
    file = db.session.get(NeedFile, file_id)
    if file is None or file.need_id != need_id or not file.is_open:
        raise NeedNotFound
    return file


def file_content(
    need_id: int, file_id: int, account_id: int | None, vault: Vault
) -> tuple[NeedFile, bytes]:
    """A file and its content, for an officer; audited. Raises `NeedNotFound`."""
    with transaction():
        file = file_of(need_id, file_id)
        note_readings([need_id], account_id)
        audit.record(account_id, "needs.open_file", f"need {need_id}")
        return file, vault.read(file.stored_as)


def write_transcript(
    need_id: int, file_id: int, text: str, account_id: int | None, secret: str
) -> None:
    """Keep what a file says, by which the need is found from then on; no words take it back.

    Raises `NeedNotFound`.
    """
    with transaction():
        file = file_of(need_id, file_id)
        file.write_down(text, account_id)
        keep_terms(db.session.get_one(Need, need_id), secret)
        audit.record(account_id, "needs.transcribe", f"need {need_id}")


def scan_kept(file_id: int, vault: Vault) -> None:
    """Scan a file that waits; once. Raises `ScannerAway`."""
    kept_files.scan_kept(NeedFile, file_id, vault)


def scan_all_waiting() -> None:
    """Ask again for every file that still waits."""
    kept_files.scan_all_waiting(NeedFile, SCAN_FILE)
