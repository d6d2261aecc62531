"""E-mails that have been taken in."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.columns import UtcDateTime


class TakenMail(db.Model):
    """An e-mail that was taken in: the same one again changes nothing."""

    __tablename__ = "complaint_mails"

    # A hash of its Message-ID.
    source_key: Mapped[str] = mapped_column(primary_key=True)
    # For a day, to count what comes from one address: programs may write to each other for ever.
    sender_hash: Mapped[str | None] = mapped_column(index=True)
    complaint_id: Mapped[int | None] = mapped_column(ForeignKey("complaints.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
