"""A message, its course, what was said, its files."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.complaints.models.attachments import Attachment
from webapp.complaints.rules.channels import Channel, ReplyBy, Unreached
from webapp.complaints.rules.identity import Identity
from webapp.complaints.rules.states import ENDED, OWED, State
from webapp.extensions import db
from webapp.shared.bureaux import Bureau
from webapp.shared.columns import EncryptedText, UtcDateTime, code


class Complaint(db.Model):
    """One message to the office: a complaint, suggestion, comment, compliment or petition."""

    __tablename__ = "complaints"
    __table_args__ = (Index("ix_complaints_queue", "state", "due_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    # The receipt code itself is nowhere: see shared.receipt.fingerprint. Who is anonymous is told
    # none: a codename opens that message.
    receipt_fingerprint: Mapped[str] = mapped_column(unique=True)
    # Only while its owner has not been told it: who wrote by e-mail reads it in the first letter.
    receipt_sealed: Mapped[str | None] = mapped_column(EncryptedText)
    kind: Mapped[str]
    # What it is about, once an officer has said so: the key of a topic (rules.topics).
    topic: Mapped[str | None] = mapped_column(index=True)
    state: Mapped[str]
    channel: Mapped[Channel] = mapped_column(code(Channel), default=Channel.WEB)
    # What keeps one e-mail from being taken in twice: a hash of its Message-ID.
    source_key: Mapped[str | None] = mapped_column(unique=True)
    identity: Mapped[Identity] = mapped_column(code(Identity), default=Identity.CONFIDENTIAL)
    # The language of the form that was filled in: letters are written in it.
    language: Mapped[str]
    subject: Mapped[str] = mapped_column(EncryptedText)
    message: Mapped[str] = mapped_column(EncryptedText)
    name: Mapped[str | None] = mapped_column(EncryptedText)
    email: Mapped[str | None] = mapped_column(EncryptedText)
    reply_by: Mapped[ReplyBy] = mapped_column(code(ReplyBy), default=ReplyBy.PAGE)
    # A telephone number, the address for a letter, or what a text relay needs.
    contact: Mapped[str | None] = mapped_column(EncryptedText)
    # Since when it is known that what the person chose does not arrive, and why: officers tell now.
    unreached_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    unreached_why: Mapped[Unreached | None] = mapped_column(code(Unreached))
    # The clock runs from the first; the second is when it came into this register.
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    # Since when the clock counts: receipt, or the last reopening.
    counted_from: Mapped[datetime] = mapped_column(UtcDateTime)
    # The version of the standard that it is held to.
    standard: Mapped[int]
    decide_by: Mapped[date]
    due_on: Mapped[date]
    very_late_on: Mapped[date]
    # While the citizen is asked: until when we wait (None before the question was told), and the
    # working days left after that.
    wait_until: Mapped[date | None]
    days_left: Mapped[int | None]
    # While it is with others: the day by which we hear from them, or ask them.
    hear_by: Mapped[date | None] = mapped_column(index=True)
    bureau: Mapped[Bureau] = mapped_column(code(Bureau))
    handler_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    acknowledgement_mailed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # The office's first words to this person; the automatic acknowledgement is none.
    first_reply_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # The first time that it was answered, sent on, or found to be out of our mandate.
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Whether the person agrees that it is published; None: nobody knows, so it is not. Below, when
    # an officer asked.
    may_publish: Mapped[bool | None]
    publishing_asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # When all that tells who wrote, and what, was erased; what is left are figures.
    erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    steps: Mapped[list["ComplaintStep"]] = relationship(order_by="ComplaintStep.id")
    messages: Mapped[list["ComplaintMessage"]] = relationship(order_by="ComplaintMessage.id")
    attachments: Mapped[list["Attachment"]] = relationship(order_by="Attachment.id")

    @property
    def words(self) -> str:
        """What the person said first: written, and in files as far as staff wrote it down."""
        first = [file.transcript for file in self.attachments if file.message_id is None]
        return "\n".join(said for said in (self.message, *first) if said)

    @property
    def thanks(self) -> list["ComplaintMessage"]:
        """What the person said after the end without reopening it: only thanks do not."""
        return [
            said for said in self.messages if not said.is_from_office and State(said.state) in ENDED
        ]

    @property
    def is_owed(self) -> bool:
        """Whether the office owes an answer."""
        return State(self.state) in OWED

    @property
    def limit_on(self) -> date:
        """The day that counts now: of the answer, or by which we hear from others."""
        return self.hear_by or self.due_on

    @property
    def tells_who(self) -> bool:
        """Whether the person gave a name or a way to be reached."""
        return bool(self.name or self.email or self.contact)

    @property
    def is_asked(self) -> bool:
        """Whether something is asked of the citizen."""
        return State(self.state) is State.WAITING

    @property
    def stands_still(self) -> bool:
        """Whether the clock stands still: the citizen is asked, and has been told so."""
        return self.is_asked and self.wait_until is not None


class ComplaintStep(db.Model):
    """One move of a message: when, by whom, by which bureau, and the day the answer is due since.

    A step may also move the due day alone (`cause`), the state being what it was.
    """

    __tablename__ = "complaint_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    state: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    # Nobody: the citizen, or the service by itself.
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    bureau: Mapped[Bureau] = mapped_column(code(Bureau))
    due_on: Mapped[date | None]
    # Why the service made the step by itself; "" for a person's.
    cause: Mapped[str] = mapped_column(default="")
    referred_to: Mapped[str | None] = mapped_column(EncryptedText)
    # Whether the person is to hear of it, and when that was done.
    announced: Mapped[bool] = mapped_column(default=True)
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    told_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    # An officer has to tell the person: what is asked or answered counts once that is done.
    by_hand: Mapped[bool] = mapped_column(default=False)

    @property
    def counts_from(self) -> datetime | None:
        """Since when the step counts: see rules.rounds.Mark."""
        return self.told_at if self.by_hand else self.at


class ComplaintMessage(db.Model):
    """Something said after the first message, by the citizen or, with an account, by the office."""

    __tablename__ = "complaint_messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    # The state of the message once this was said: an answer, a referral, an addition.
    state: Mapped[str]
    text: Mapped[str] = mapped_column(EncryptedText)
    # When it was said; of what an officer wrote down for the person, when the office had it.
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    # What the person said to an officer: how it came, who entered it, and when.
    channel: Mapped[Channel | None] = mapped_column(code(Channel))
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    entered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # What keeps the same form from being taken in twice: see service/once.py.
    source_key: Mapped[str | None] = mapped_column(unique=True)

    @property
    def is_from_office(self) -> bool:
        return self.account_id is not None
