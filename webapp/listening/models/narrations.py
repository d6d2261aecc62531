"""Tables of recordings by people, and of the links by which volunteers send them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.listening.rules.narrations import NarrationState
from webapp.shared.columns import UtcDateTime, code


class NarrationInvitation(db.Model):
    """A link that lets whoever has it send recordings of one document, without an account."""

    __tablename__ = "narration_invitations"

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Narration(db.Model):
    """A person's recording of one section of a document, with the times of its sentences."""

    __tablename__ = "narrations"
    __table_args__ = (Index("ix_narrations_use", "document_id", "state", "text_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    invitation_id: Mapped[int] = mapped_column(ForeignKey("narration_invitations.id"))
    anchor: Mapped[str]
    title: Mapped[str]
    text_key: Mapped[str]
    state: Mapped[NarrationState] = mapped_column(code(NarrationState))
    # Who reads, as the person wishes to be named; "" for somebody who does not.
    credit: Mapped[str]
    consented_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # Where the file is: the SHA-256 of its content.
    recording: Mapped[str]
    seconds: Mapped[float]
    # The sentences as [block, text, start, end, row], and how far their times can be trusted.
    said: Mapped[list[Any]] = mapped_column(JSON, default=list)
    certainty: Mapped[float] = mapped_column(default=0.0)
    trusted: Mapped[bool] = mapped_column(default=False)
    doubtful: Mapped[list[int]] = mapped_column(JSON, default=list)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
