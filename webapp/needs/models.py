"""Tables of needs. What people said, and who they are, is encrypted at rest."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.extensions import db
from webapp.needs.rules.lists import Aspect, Channel, Origin, Part, Who, aspect_of
from webapp.shared.columns import EncryptedText, UtcDateTime, code
from webapp.shared.uploads.kept import KeptFile


class NeedPerson(db.Model):
    """A senator, committee, officer or group whose needs are counted together."""

    __tablename__ = "need_people"

    id: Mapped[int] = mapped_column(primary_key=True)
    who: Mapped[Who] = mapped_column(code(Who))
    name: Mapped[str] = mapped_column(EncryptedText)
    # A keyed hash of kind and name, so that the same name is the same person.
    name_hash: Mapped[str] = mapped_column(unique=True)
    # A keyed hash of the one link that opens this person's page; None where there is none.
    link_hash: Mapped[str | None] = mapped_column(unique=True)
    link_made_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Where the next link goes by letter, until the letter has gone.
    link_to: Mapped[str | None] = mapped_column(EncryptedText)


class Need(db.Model):
    """Something that a person or group needs or expects of the office, as it was said."""

    __tablename__ = "needs"
    __table_args__ = (
        UniqueConstraint("origin", "origin_ref"),
        Index("ix_needs_aspect", "aspect", "heard_at"),
        Index("ix_needs_person", "person_id", "heard_at"),
        # The register itself: what stands by itself, the latest first, told by the index alone.
        Index(
            "ix_needs_register",
            "heard_at",
            "id",
            postgresql_where=text("merged_into_id IS NULL"),
            sqlite_where=text("merged_into_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(EncryptedText)
    subject: Mapped[str] = mapped_column(EncryptedText)
    language: Mapped[str]
    channel: Mapped[str]
    origin: Mapped[Origin] = mapped_column(code(Origin))
    # What it was taken from, by that feature's own id; None for what staff and the form bring.
    origin_ref: Mapped[str | None]
    who: Mapped[Who] = mapped_column(code(Who))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("need_people.id"))
    # The group that an officer chose, where the sort of who asks does not tell it.
    group_key: Mapped[str | None]
    aspect: Mapped[str | None]
    # What the words speak for; kept beside, as an officer may think otherwise.
    suggested: Mapped[str | None]
    bureau: Mapped[str | None] = mapped_column(index=True)
    # How often it was heard: a search without result is one need however often it is typed.
    times: Mapped[int] = mapped_column(default=1)
    heard_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("needs.id"), index=True)
    receipt_fingerprint: Mapped[str | None] = mapped_column(unique=True)
    email: Mapped[str | None] = mapped_column(EncryptedText)

    person: Mapped[NeedPerson | None] = relationship()
    files: Mapped[list["NeedFile"]] = relationship(order_by="NeedFile.id")
    replies: Mapped[list["NeedReply"]] = relationship(order_by="NeedReply.id")
    corrections: Mapped[list["NeedCorrection"]] = relationship(order_by="NeedCorrection.id")
    readings: Mapped[list["NeedReading"]] = relationship(order_by="NeedReading.at")

    @property
    def said(self) -> str:
        """What the person said: written, and in files as far as staff wrote it down."""
        spoken = [file.transcript for file in self.files]
        return "\n".join(said for said in (self.words, *spoken) if said)

    @property
    def known_aspect(self) -> Aspect | None:
        """What it is about, as an officer decided."""
        return aspect_of(self.aspect)

    @property
    def suggested_aspect(self) -> Aspect | None:
        """What it is about, by its words."""
        return aspect_of(self.suggested)

    @property
    def heard_on(self) -> Channel:
        """The channel that it was heard on."""
        return Channel[self.channel]


class NeedFile(KeptFile, db.Model):
    """A voice, a picture or a film in Thai Sign Language that says what is needed."""

    __tablename__ = "need_files"

    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id"), index=True)


class NeedTerm(db.Model):
    """That a word stands in a need: a keyed hash, so that the words themselves stay encrypted."""

    __tablename__ = "need_terms"

    term: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    need_id: Mapped[int] = mapped_column(
        ForeignKey("needs.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class NeedReply(db.Model):
    """What the office told the person: an answer, or what became of it."""

    __tablename__ = "need_replies"
    __table_args__ = (UniqueConstraint("need_id", "about"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id"), index=True)
    text: Mapped[str] = mapped_column(EncryptedText)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    # What many needs are told of together ("improvement 12"), each once; None for an answer.
    about: Mapped[str | None]
    # When the letter that announces it went out; None where there is no address, or not yet.
    mailed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class NeedCorrection(db.Model):
    """What a part of a need said before the person whose it is put it right: of an aspect its key,
    of a transcript what was written down of `file_id`."""

    __tablename__ = "need_corrections"

    id: Mapped[int] = mapped_column(primary_key=True)
    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id"), index=True)
    part: Mapped[Part] = mapped_column(code(Part))
    file_id: Mapped[int | None] = mapped_column(ForeignKey("need_files.id", ondelete="SET NULL"))
    before: Mapped[str] = mapped_column(EncryptedText)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class NeedReading(db.Model):
    """That a member of staff saw a need of a known person on a day, on its page or in a list."""

    __tablename__ = "need_readings"

    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    # The day in Bangkok.
    day: Mapped[date] = mapped_column(primary_key=True)
    # The first time on that day.
    at: Mapped[datetime] = mapped_column(UtcDateTime)
