"""Tables of accounts."""

from datetime import datetime
from typing import Any

from flask_login import UserMixin
from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.columns import EncryptedText, UtcDateTime


class Account(UserMixin, db.Model):
    """A person who can sign in. Everything that citizens need works without one."""

    __tablename__ = "accounts"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(default="")
    password_hash: Mapped[str | None]
    is_staff: Mapped[bool] = mapped_column(default=False)
    # On the board for service improvement, which alone ranks, decides and closes improvements.
    is_on_board: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    signed_in_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # How the person reads, where it is not as usual: see rules.preferences.
    preferences: Mapped[dict[str, Any] | None] = mapped_column(JSON)


class UnsentForm(db.Model):
    """What a member of staff typed and sent after the session had ended, kept for some days."""

    __tablename__ = "unsent_forms"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    # Where it was sent to; what was typed, by the names of the fields, in JSON.
    address: Mapped[str] = mapped_column(EncryptedText)
    fields: Mapped[str] = mapped_column(EncryptedText)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    # When the form was opened with it again.
    opened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
