"""The files of a message, each with what staff write down of what it says."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.complaints.rules.scanning import OPEN, Scan
from webapp.extensions import db
from webapp.shared.columns import EncryptedText, UtcDateTime, code


class Attachment(db.Model):
    """A file that came with a message; its content is encrypted, under `stored_as`, on disk."""

    __tablename__ = "complaint_attachments"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    # The later words that it came with; none: the first message.
    message_id: Mapped[int | None] = mapped_column(ForeignKey("complaint_messages.id"))
    name: Mapped[str] = mapped_column(EncryptedText)
    media_type: Mapped[str]
    size: Mapped[int]
    stored_as: Mapped[str] = mapped_column(unique=True)
    scan: Mapped[Scan] = mapped_column(code(Scan), default=Scan.NONE)
    # Whether place and author were taken out.
    stripped: Mapped[bool] = mapped_column(default=True)
    # What is said or shown in it, in an officer's words.
    transcript: Mapped[str | None] = mapped_column(EncryptedText)
    transcribed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    transcribed_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))

    @property
    def is_open(self) -> bool:
        """Whether officers may open it."""
        return self.scan in OPEN
