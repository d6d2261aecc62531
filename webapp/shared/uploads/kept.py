"""What tables keep of a file that a person sent, with what staff write down of what it says."""

from datetime import datetime
from typing import TypeVar

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.clamd import is_harmful
from webapp.shared.columns import EncryptedText, UtcDateTime, code
from webapp.shared.outbox import enqueue_once
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction
from webapp.shared.uploads.checking import Upload
from webapp.shared.uploads.scanning import OPEN, Scan
from webapp.shared.uploads.vault import Vault


class KeptFile:
    """The columns of a kept file; its content is encrypted, under `stored_as`, on disk."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(EncryptedText)
    media_type: Mapped[str]
    size: Mapped[int]
    stored_as: Mapped[str] = mapped_column(unique=True)
    scan: Mapped[Scan] = mapped_column(code(Scan), default=Scan.NONE)
    # Whether place and author were taken out. False only of files kept before all others were
    # refused.
    stripped: Mapped[bool] = mapped_column(default=True)
    # What is said or shown in it, in an officer's words.
    transcript: Mapped[str | None] = mapped_column(EncryptedText)
    transcribed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    transcribed_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))

    @property
    def is_open(self) -> bool:
        """Whether officers may open it."""
        return self.scan in OPEN

    def write_down(self, text: str, account_id: int | None) -> None:
        """Keep what an officer heard or saw in it; no words take it back."""
        self.transcript = text or None
        self.transcribed_at, self.transcribed_by = clock.now(), account_id


File = TypeVar("File", bound=KeptFile)


def kept(table: type[File], upload: Upload, scan: Scan, vault: Vault, name: str = "") -> File:
    """A row of `table` for a scanned file, whose content is in the vault now; `name` in place of
    the file's own. Raises `OSError`.
    """
    row = table()
    row.name, row.media_type, row.size = (
        name or upload.name,
        upload.media_type,
        len(upload.content),
    )
    row.scan, row.stripped = scan, True
    row.stored_as = vault.keep(upload.content)
    return row


def scan_kept(table: type[KeptFile], file_id: int, vault: Vault) -> None:
    """Scan a file that waits; once. What is harmful is destroyed, and the person's page says so;
    one that was erased meanwhile is left alone.

    Raises `ScannerAway`.
    """
    file = db.session.get(table, file_id)
    if file is None or file.scan is not Scan.WAITING or not settings().CLAMD_URL:
        return
    harmful = is_harmful(settings().CLAMD_URL, vault.read(file.stored_as))
    with transaction():
        file.scan = Scan.HARMFUL if harmful else Scan.CLEAN
    if harmful:
        vault.discard(file.stored_as)


def scan_all_waiting(table: type[KeptFile], job: str) -> None:
    """Ask again for every file that still waits: after days of failures the queue gives up."""
    with transaction():
        for file_id in db.session.scalars(select(table.id).where(table.scan == Scan.WAITING)).all():
            enqueue_once(job, attachment_id=file_id)
