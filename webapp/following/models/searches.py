"""The tables of saved searches: each once, however many follow it, and the terms that find it."""

from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db


class SavedSearch(db.Model):
    """A search that somebody follows: the words that were answered, and the filters."""

    __tablename__ = "saved_searches"

    id: Mapped[int] = mapped_column(primary_key=True)
    typed: Mapped[str]
    filters: Mapped[dict[str, Any]] = mapped_column(JSON)
    # A hash of both, so that the same search is kept once.
    fingerprint: Mapped[str] = mapped_column(unique=True)
    # The version of the analysis that its terms were made with.
    analysed_as: Mapped[str] = mapped_column(index=True)


class SearchTerm(db.Model):
    """A term without which a saved search cannot be met, or one of several such."""

    __tablename__ = "search_terms"

    term: Mapped[str] = mapped_column(primary_key=True)
    search_id: Mapped[int] = mapped_column(
        ForeignKey("saved_searches.id"), primary_key=True, index=True
    )
