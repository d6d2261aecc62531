"""Tables of the people who decide: members of the Senate and its committees."""

from datetime import date

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.extensions import db


class Member(db.Model):
    """A member of the Senate, chosen from one of the twenty groups (constitution s.107)."""

    __tablename__ = "members"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_key: Mapped[str | None] = mapped_column(unique=True)
    prefix: Mapped[str] = mapped_column(default="")
    first_name: Mapped[str]
    last_name: Mapped[str] = mapped_column(default="")
    # As the Senate itself writes the name; prefixes are glued to names or not, as custom has it.
    full_name: Mapped[str]
    group_number: Mapped[int | None] = mapped_column(index=True)
    group_name: Mapped[str] = mapped_column(default="")
    office: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    source_url: Mapped[str] = mapped_column(default="")
    as_of: Mapped[date | None]
    seats: Mapped[list["CommitteeMember"]] = relationship(
        back_populates="member", cascade="all, delete-orphan"
    )

    @property
    def public_id(self) -> str:
        """The permanent id in addresses: m-12."""
        return f"m-{self.id}"


class Committee(db.Model):
    """A standing committee of the Senate."""

    __tablename__ = "committees"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_key: Mapped[str | None] = mapped_column(unique=True)
    number: Mapped[int]
    name: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    short_name: Mapped[str] = mapped_column(default="")
    keywords: Mapped[list[str]] = mapped_column(JSON, default=list)
    source: Mapped[str] = mapped_column(default="")
    seats: Mapped[list["CommitteeMember"]] = relationship(
        back_populates="committee", cascade="all, delete-orphan", order_by="CommitteeMember.id"
    )

    @property
    def public_id(self) -> str:
        """The permanent id in addresses: c-3."""
        return f"c-{self.id}"


class CommitteeMember(db.Model):
    """A member's seat in a committee."""

    __tablename__ = "committee_members"

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    role: Mapped[str] = mapped_column(default="")
    committee: Mapped[Committee] = relationship(back_populates="seats")
    member: Mapped[Member] = relationship(back_populates="seats")
