"""Tables of accounts."""

from datetime import datetime
from typing import Any

from flask_login import UserMixin
from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.columns import UtcDateTime


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
