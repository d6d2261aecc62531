"""What stands beside a message at the desk: notes, who may not see it, repeats put together."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.columns import EncryptedText, UtcDateTime


class InternalNote(db.Model):
    """Words of one officer to colleagues about a message; never shown outside the desk.

    A table of its own, so that nothing that reads the conversation can come upon them.
    """

    __tablename__ = "complaint_notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    text: Mapped[str] = mapped_column(EncryptedText)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))


class Bar(db.Model):
    """A member of staff who may neither see nor handle a message, as it is about this person.

    One that was lifted stays, so that it can be told later who was kept away, and by whom.
    """

    __tablename__ = "complaint_bars"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    # Nobody: the service itself, which read the whole name in the message.
    barred_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    lifted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    lifted_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))


class Merge(db.Model):
    """A message that says the same as another, the leading one, and follows its steps.

    Each keeps its words, its person and its clock. One that was undone stays.
    """

    __tablename__ = "complaint_merges"

    id: Mapped[int] = mapped_column(primary_key=True)
    leader_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Nobody: the citizen took it back or said that it was not answered, so that it goes on alone.
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
