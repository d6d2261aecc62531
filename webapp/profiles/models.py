"""Tables of profiles and of the segments that were found. No table says who is in a segment."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.profiles.rules.segments import Verdict
from webapp.shared.columns import UtcDateTime, code


class ProfileVersion(db.Model):
    """What the profile of a group said from one moment on; the newest is the one in force."""

    __tablename__ = "profile_versions"
    __table_args__ = (Index("ix_profile_versions_group", "group_key", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    # Of the list that officers keep (webapp.groups).
    group_key: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    # Whether it was the yearly review, or a correction between two reviews.
    is_review: Mapped[bool]
    # The bureau that owns it.
    owner: Mapped[str]
    who: Mapped[str] = mapped_column(Text)
    needs: Mapped[str] = mapped_column(Text)
    expectations: Mapped[str] = mapped_column(Text)
    channels: Mapped[str] = mapped_column(Text)
    forms: Mapped[str] = mapped_column(Text)
    work: Mapped[str] = mapped_column(Text)
    # What was found and changed.
    note: Mapped[str] = mapped_column(Text)


class SegmentFinding(db.Model):
    """What was found when segments were looked for; `segments` has amounts in words alone."""

    __tablename__ = "segment_findings"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    verdict: Mapped[Verdict] = mapped_column(code(Verdict))
    # In fives, as everywhere.
    people: Mapped[int]
    # Both in hundredths.
    silhouette: Mapped[int]
    stability: Mapped[int]
    segments: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
