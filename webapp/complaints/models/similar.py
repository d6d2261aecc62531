"""The words of published cases, by which similar ones are found."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db


class CaseWord(db.Model):
    """That a word stands in the title or the question of a published case."""

    __tablename__ = "published_case_words"
    __table_args__ = (Index("ix_published_case_words_word", "word", "case_id"),)

    case_id: Mapped[int] = mapped_column(
        ForeignKey("published_cases.id"), primary_key=True, autoincrement=False
    )
    word: Mapped[str] = mapped_column(primary_key=True)
