"""Tables of how people search: the synonyms that staff keep, and what is not found."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.columns import UtcDateTime


class Synonym(db.Model):
    """That people who search for `term` are also served by what speaks of `means`."""

    __tablename__ = "search_synonyms"
    __table_args__ = (UniqueConstraint("key", "means"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    term: Mapped[str]
    # The term as terms are compared.
    key: Mapped[str] = mapped_column(index=True)
    means: Mapped[str]
    added_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)


class MissedSearch(db.Model):
    """Words that people looked for and did not find. Who they were is nowhere.

    Until several searches have asked for the words there is only their fingerprint, which nobody
    can read; see decision 0014.
    """

    __tablename__ = "missed_searches"

    id: Mapped[int] = mapped_column(primary_key=True)
    # Of the words by their analysis, and of how they sound; None where they are too short for that.
    fingerprint: Mapped[str] = mapped_column(unique=True)
    sound: Mapped[str | None] = mapped_column(index=True)
    # Whether it was first asked of the search or of the assistant: the need's origin.
    origin: Mapped[str] = mapped_column(default="search")
    words: Mapped[str] = mapped_column(default="")
    # Every search for the words; and in how many hours there was one: a person who tries again at
    # once is not taken for several.
    searches: Mapped[int] = mapped_column(default=1)
    hours: Mapped[int] = mapped_column(default=1)
    first_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    # When an officer dealt with it; asked for again later, it is shown again.
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
