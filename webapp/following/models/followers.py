"""The tables of those who follow, and of what they note for themselves."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.columns import EncryptedText, UtcDateTime


class Follower(db.Model):
    """One person, known by one confirmed address, LINE user, browser or account, or by none of
    them where only feeds are followed. What identifies them is encrypted; they are found by keyed
    hashes."""

    __tablename__ = "followers"
    __table_args__ = (
        # Matching asks for them all; they are few.
        Index(
            "ix_followers_mail_stopped",
            "id",
            sqlite_where=text("mail_stopped_at IS NOT NULL"),
            postgresql_where=text("mail_stopped_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str | None] = mapped_column(EncryptedText)
    email_hash: Mapped[str | None] = mapped_column(unique=True)
    line_user: Mapped[str | None] = mapped_column(EncryptedText)
    line_hash: Mapped[str | None] = mapped_column(unique=True)
    # What a browser gave for web push (RFC 8030): its address and keys, as JSON.
    push: Mapped[str | None] = mapped_column(EncryptedText)
    push_hash: Mapped[str | None] = mapped_column(unique=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), unique=True)
    # The follower who this one turned out to be, with all that was this one's; only links and feeds
    # that were handed out for this one lead here.
    joined_id: Mapped[int | None] = mapped_column(ForeignKey("followers.id"), index=True)
    language: Mapped[str] = mapped_column(default="th")
    # How the person reads and hears, as chosen in a browser; None before anything was chosen.
    preferences: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    # Of these the voice and the speed, for which news is spoken; "" and 0 are the usual ones.
    voice: Mapped[str] = mapped_column(default="")
    speed: Mapped[int] = mapped_column(default=0)
    key_version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # When the last subscription ended; addresses are erased 28 days later.
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    # Why no more mail goes to the address, and since when; None while it goes.
    mail_stopped_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    mail_stopped_why: Mapped[str] = mapped_column(default="")
    # How many letters in a row came back, as they do from a full mailbox.
    soft_bounces: Mapped[int] = mapped_column(default=0)
    # When the browser wanted no more notifications; None once it wants them again.
    push_refused_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # When the person last looked at the personal home.
    visited_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # The blocks of the personal home in the person's order; None for the usual one.
    home_order: Mapped[list[str] | None] = mapped_column(JSON)


class BillNote(db.Model):
    """What a follower notes about a bill, for nobody else to read."""

    __tablename__ = "bill_notes"

    follower_id: Mapped[int] = mapped_column(ForeignKey("followers.id"), primary_key=True)
    bill_id: Mapped[int] = mapped_column(ForeignKey("bills.id"), primary_key=True)
    text: Mapped[str] = mapped_column(EncryptedText)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class HomeDraft(db.Model):
    """A draft of a message to the office that a follower put on the personal home.

    The draft itself is kept by complaints and may go at any time; then this leads to nothing.
    """

    __tablename__ = "home_drafts"

    follower_id: Mapped[int] = mapped_column(ForeignKey("followers.id"), primary_key=True)
    draft_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
