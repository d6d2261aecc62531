"""Wrong codenames of the last day, by the network that they came from."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.columns import UtcDateTime


class WrongCodename(db.Model):
    """A codename that was tried and opened nothing; which one, and what message, is not kept."""

    __tablename__ = "wrong_codenames"
    __table_args__ = (Index("ix_wrong_codenames_block", "block", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    # A keyed hash of the block of addresses, deleted after a day.
    block: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
