"""The table of videos in Thai Sign Language."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.listening.rules.videos import VideoKind
from webapp.shared.columns import UtcDateTime, code


class SignLanguageVideo(db.Model):
    """A document or a bill in Thai Sign Language, with captions in Thai; the newest is shown."""

    __tablename__ = "sign_language_videos"
    __table_args__ = (
        CheckConstraint("(document_id IS NULL) <> (bill_id IS NULL)", name="one_subject"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"), index=True)
    bill_id: Mapped[int | None] = mapped_column(ForeignKey("bills.id"), index=True)
    title: Mapped[str]
    # Who signs, with their consent; "" where they do not wish to be named.
    signer: Mapped[str]
    # Where the file is: the SHA-256 of its content.
    key: Mapped[str]
    kind: Mapped[VideoKind] = mapped_column(code(VideoKind))
    bytes: Mapped[int]
    captions: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
