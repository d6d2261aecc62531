"""Tables of complaints. What a person wrote, and who it is, is encrypted at rest."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.complaints.rules.states import OWED, State
from webapp.extensions import db
from webapp.shared.columns import EncryptedText, UtcDateTime


class Complaint(db.Model):
    """One message to the office: a complaint, a suggestion, a comment or a compliment."""

    __tablename__ = "complaints"
    __table_args__ = (Index("ix_complaints_queue", "state", "due_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    # The receipt code itself is nowhere: see rules.receipt.fingerprint.
    receipt_fingerprint: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    state: Mapped[str]
    # The language of the form that was filled in: letters are written in it.
    language: Mapped[str]
    subject: Mapped[str] = mapped_column(EncryptedText)
    message: Mapped[str] = mapped_column(EncryptedText)
    name: Mapped[str | None] = mapped_column(EncryptedText)
    email: Mapped[str | None] = mapped_column(EncryptedText)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_on: Mapped[date]
    handler_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    acknowledgement_mailed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    steps: Mapped[list["ComplaintStep"]] = relationship(order_by="ComplaintStep.id")
    messages: Mapped[list["ComplaintMessage"]] = relationship(order_by="ComplaintMessage.id")
    attachments: Mapped[list["Attachment"]] = relationship(order_by="Attachment.id")

    @property
    def is_owed(self) -> bool:
        """Whether the office owes an answer."""
        return State(self.state) in OWED


class ComplaintStep(db.Model):
    """One move of a message, when it was made, by whom, and the day that an answer is due since."""

    __tablename__ = "complaint_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    state: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    # Nobody: the citizen, or the service by itself.
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    due_on: Mapped[date | None]
    referred_to: Mapped[str | None] = mapped_column(EncryptedText)


class ComplaintMessage(db.Model):
    """Something said after the first message, by the citizen or, with an account, by the office."""

    __tablename__ = "complaint_messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    # The state of the message once this was said: an answer, a referral, an addition.
    state: Mapped[str]
    text: Mapped[str] = mapped_column(EncryptedText)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    # When the letter that announces it went out; None for the citizen's own words.
    mailed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def is_from_office(self) -> bool:
        return self.account_id is not None


class Attachment(db.Model):
    """A file that came with a message; its content is encrypted, under `stored_as`, on disk."""

    __tablename__ = "complaint_attachments"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    name: Mapped[str] = mapped_column(EncryptedText)
    media_type: Mapped[str]
    size: Mapped[int]
    stored_as: Mapped[str] = mapped_column(unique=True)
