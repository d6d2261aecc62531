"""What is learned from messages: causes, findings, praise passed on, improvements told back."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.bureaux import Bureau
from webapp.shared.columns import EncryptedText, UtcDateTime, code


class RootCause(db.Model):
    """A root cause in the tree that staff extend; without a parent it is a branch of the tree."""

    __tablename__ = "complaint_causes"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("complaint_causes.id"), index=True)
    name_th: Mapped[str]
    name_en: Mapped[str]
    # No longer offered; findings that name it keep it.
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CaseFinding(db.Model):
    """What an officer found out about an answered message: what went wrong, why, and what was
    changed."""

    __tablename__ = "complaint_findings"

    complaint_id: Mapped[int] = mapped_column(
        ForeignKey("complaints.id"), primary_key=True, autoincrement=False
    )
    root_cause_id: Mapped[int] = mapped_column(ForeignKey("complaint_causes.id"), index=True)
    cause: Mapped[str] = mapped_column(EncryptedText)
    # A building, a page, a channel, never a person's address: compared by `place_key`, of which
    # an erased message keeps what tells no place (rules.repeats.sealed_place).
    place: Mapped[str] = mapped_column(default="")
    place_key: Mapped[str] = mapped_column(default="")
    changed: Mapped[str] = mapped_column(EncryptedText)
    found_at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))


class Praise(db.Model):
    """A compliment that was passed on to the bureau, and to the person praised, who may have an
    account here."""

    __tablename__ = "complaint_praises"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    bureau: Mapped[Bureau] = mapped_column(code(Bureau))
    praised_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), index=True)
    # Whom the citizen named, in the citizen's words.
    praised_name: Mapped[str] = mapped_column(EncryptedText)
    # What is passed on: the person's words without what tells who wrote.
    words: Mapped[str] = mapped_column(EncryptedText)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    mailed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ImprovementTold(db.Model):
    """That the person behind a message was told that an improvement came into a state; once."""

    __tablename__ = "complaint_improvements_told"
    __table_args__ = (UniqueConstraint("complaint_id", "improvement_id", "state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"))
    # The improvement is of another feature, which builds on this one.
    improvement_id: Mapped[int]
    state: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
