"""People who write to our LINE account about messages to the office."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.complaints.rules.kinds import Kind
from webapp.extensions import db
from webapp.shared.columns import EncryptedText, UtcDateTime, code


class LinePerson(db.Model):
    """Somebody who writes by LINE, and what the talk is about until it is over.

    Who it is, is encrypted, and found by a keyed hash alone.
    """

    __tablename__ = "complaint_line_people"

    id: Mapped[int] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(EncryptedText)
    user_hash: Mapped[str] = mapped_column(unique=True)
    # "" until a word or a message of theirs tells it.
    language: Mapped[str]
    # The talk: a kind was chosen, words wait for one, or a message is being spoken of.
    kind: Mapped[Kind | None] = mapped_column(code(Kind))
    words: Mapped[str | None] = mapped_column(EncryptedText)
    # No foreign key: what erases one message would erase the person, who may have others.
    about: Mapped[int | None]
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Receipt codes that opened nothing, since a moment: nobody may try them one after the other.
    wrong_codes: Mapped[int] = mapped_column(default=0)
    wrong_since: Mapped[datetime | None] = mapped_column(UtcDateTime)


class LineLink(db.Model):
    """That the steps of a message are told to a person by LINE."""

    __tablename__ = "complaint_line_links"

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("complaint_line_people.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class LineFile(db.Model):
    """A file that was sent by LINE for a message, until it has been fetched from there."""

    __tablename__ = "complaint_line_files"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    # LINE's own, by which the file is fetched; what its sender calls it.
    line_id: Mapped[str]
    name: Mapped[str] = mapped_column(EncryptedText)
    # What is answered once it is here: see shared.line.hearing.
    hearing_id: Mapped[int]
