"""Numbers of the electronic correspondence (สารบรรณ), and the official letters under them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.extensions import db
from webapp.shared.columns import EncryptedText, UtcDateTime


class NumberSeries(db.Model):
    """A beginning of numbers, such as `สว 0001/`, whose places are counted anew each year."""

    __tablename__ = "correspondence_series"

    id: Mapped[int] = mapped_column(primary_key=True)
    prefix: Mapped[str] = mapped_column(unique=True)
    # Of the Buddhist era; 0 where none was given yet. `last` is the place given last in it.
    year: Mapped[int] = mapped_column(default=0)
    last: Mapped[int] = mapped_column(default=0)


class Correspondence(db.Model):
    """A number and a day in the register of correspondence that a message goes by."""

    __tablename__ = "complaint_correspondence"
    # The same number comes again each year, and never twice in one.
    __table_args__ = (UniqueConstraint("number", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    number: Mapped[str]
    year: Mapped[int]
    dated: Mapped[date]
    noted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))

    letter: Mapped["OfficialLetter | None"] = relationship(back_populates="correspondence")


class OfficialLetter(db.Model):
    """A letter of the office to the person (หนังสือภายนอก), made from the answer. None changes."""

    __tablename__ = "complaint_letters"

    id: Mapped[int] = mapped_column(primary_key=True)
    correspondence_id: Mapped[int] = mapped_column(
        ForeignKey("complaint_correspondence.id"), unique=True
    )
    subject: Mapped[str] = mapped_column(EncryptedText)
    addressee: Mapped[str] = mapped_column(EncryptedText)
    # อ้างถึง; "" for none.
    reference: Mapped[str] = mapped_column(EncryptedText)
    body: Mapped[str] = mapped_column(EncryptedText)
    # Who signs: a position; a name only where an officer writes one.
    position: Mapped[str] = mapped_column(EncryptedText)

    correspondence: Mapped[Correspondence] = relationship(back_populates="letter")
