"""Answered cases that everybody may read, without what tells who wrote."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.columns import UtcDateTime


class PublishedCase(db.Model):
    """A question and its answer in words that an officer has cleared of personal data."""

    __tablename__ = "published_cases"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), unique=True)
    kind: Mapped[str]
    language: Mapped[str]
    title: Mapped[str]
    question: Mapped[str]
    answer: Mapped[str]
    answered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # 1 when first published; one more whenever its words change, it is taken back, or is back.
    edition: Mapped[int] = mapped_column(default=1)
    # Who changed it last: published it, or took it back.
    published_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    # A case taken back stays here, so that its address says so.
    unpublished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
