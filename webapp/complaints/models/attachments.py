"""The files of a message, each with what staff write down of what it says."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.uploads.kept import KeptFile


class Attachment(KeptFile, db.Model):
    """A file that came with a message."""

    __tablename__ = "complaint_attachments"

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    # The later words that it came with; none: the first message.
    message_id: Mapped[int | None] = mapped_column(ForeignKey("complaint_messages.id"))
