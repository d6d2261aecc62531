"""The tables of requests for another form. What a person wrote, and who it is, is encrypted."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.complaints.service import Unreached
from webapp.extensions import db
from webapp.listening.rules.requests import OPEN, RequestAlert, RequestState, WantedForm
from webapp.shared.columns import EncryptedText, UtcDateTime, code


class FormRequest(db.Model):
    """One person's wish for a form of a document or a bill that is not there or does not serve."""

    __tablename__ = "form_requests"
    __table_args__ = (Index("ix_form_requests_queue", "state", "due_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    # The receipt code itself is nowhere: see shared.receipt.fingerprint. None once erased.
    receipt_fingerprint: Mapped[str | None] = mapped_column(unique=True)
    state: Mapped[RequestState] = mapped_column(code(RequestState))
    wanted: Mapped[WantedForm] = mapped_column(code(WantedForm))
    # The language of the form that was filled in: letters are written in it.
    language: Mapped[str]
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"))
    bill_id: Mapped[int | None] = mapped_column(ForeignKey("bills.id"))
    subject: Mapped[str] = mapped_column(EncryptedText)
    purpose: Mapped[str] = mapped_column(EncryptedText)
    email: Mapped[str | None] = mapped_column(EncryptedText)
    address: Mapped[str | None] = mapped_column(EncryptedText)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # From when its day is counted: it came, or was asked again.
    counted_from: Mapped[datetime] = mapped_column(UtcDateTime)
    due_on: Mapped[date]
    # The day that was named when it was asked; the calendar may have moved `due_on` since.
    promised_on: Mapped[date]
    # The day that the last letter named; None while none has gone since it was asked.
    mailed_due_on: Mapped[date | None]
    handler_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    taken_up_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    acknowledgement_mailed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reply_mailed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Since when no letter reaches the person, and why; None while letters go.
    unreached_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    unreached_why: Mapped[Unreached | None] = mapped_column(code(Unreached))
    # Since when an officer is to tell the person what no letter told; None where nothing is.
    untold_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    messages: Mapped[list["FormRequestMessage"]] = relationship(order_by="FormRequestMessage.id")

    @property
    def is_open(self) -> bool:
        """Whether the office owes the form."""
        return self.state in OPEN

    @property
    def is_mailed(self) -> bool:
        """Whether letters go to the person."""
        return bool(self.email) and self.unreached_at is None

    @property
    def replies(self) -> list["FormRequestMessage"]:
        """What the office wrote each time when it was done, or why it cannot be done."""
        return [message for message in self.messages if message.is_from_office]


class FormRequestMessage(db.Model):
    """What was written of a request after it came: the person's further words, or the office's
    words that ended it, with the day by which they were owed."""

    __tablename__ = "form_request_messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("form_requests.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    # None once erased.
    text: Mapped[str | None] = mapped_column(EncryptedText)
    # How it ended, and when it should have; None for what the person wrote.
    outcome: Mapped[RequestState | None] = mapped_column(code(RequestState))
    due_on: Mapped[date | None]
    # From when that day was counted.
    counted_from: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # When the office's words were there for the person; None while no letter told, nor an officer.
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def is_from_office(self) -> bool:
        """Whether the office wrote it."""
        return self.outcome is not None


class FormRequestAlert(db.Model):
    """What the office is told of one due day of one request: noted once, told once."""

    __tablename__ = "form_request_alerts"
    __table_args__ = (UniqueConstraint("request_id", "level", "due_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("form_requests.id"))
    level: Mapped[RequestAlert] = mapped_column(code(RequestAlert))
    due_on: Mapped[date]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    # When its letters were given to the outbox.
    mailed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
