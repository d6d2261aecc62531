"""What the figures are counted from: a verdict on each message, and the tallies of a quarter."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.columns import UtcDateTime


class ComplaintVerdict(db.Model):
    """Whether one message was answered in time, and by what it is grouped. No words, no person.

    `shown_…`: the groups in which everybody sees it counted, "" for one too small; None as long as
    it is in none. Once set they never change, so that no two publications differ by a few messages.
    """

    __tablename__ = "complaint_verdicts"
    __table_args__ = (Index("ix_complaint_verdicts_quarter", "year_be", "quarter"),)

    complaint_id: Mapped[int] = mapped_column(
        ForeignKey("complaints.id"), primary_key=True, autoincrement=False
    )
    # The quarter of the fiscal year (Buddhist era) in which it was received.
    year_be: Mapped[int]
    quarter: Mapped[int]
    kind: Mapped[str]
    channel: Mapped[str]
    bureau: Mapped[str]
    subject: Mapped[str]
    # As they were when the verdict was given: where they are others now, it is given again.
    state: Mapped[str]
    counted_from: Mapped[datetime] = mapped_column(UtcDateTime)
    is_open: Mapped[bool] = mapped_column(index=True)
    first_outcome: Mapped[str]
    first_days: Mapped[int | None]
    final_outcome: Mapped[str]
    final_days: Mapped[int | None]
    again_outcome: Mapped[str | None]
    again_days: Mapped[int | None]
    shown_register: Mapped[str | None]
    shown_kind: Mapped[str | None]
    shown_channel: Mapped[str | None]
    shown_bureau: Mapped[str | None]
    shown_subject: Mapped[str | None]
    # The root cause, by its id, under which a report told it.
    shown_cause: Mapped[str | None]


class ComplaintTally(db.Model):
    """So many messages of a quarter, for one scope, of one group, have one outcome and duration."""

    __tablename__ = "complaint_tallies"

    year_be: Mapped[int] = mapped_column(primary_key=True)
    quarter: Mapped[int] = mapped_column(primary_key=True)
    scope: Mapped[str] = mapped_column(primary_key=True)
    register: Mapped[str] = mapped_column(primary_key=True)
    way: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    measure: Mapped[str] = mapped_column(primary_key=True)
    outcome: Mapped[str] = mapped_column(primary_key=True)
    # Working days; -1 where the office has not done it.
    days: Mapped[int] = mapped_column(primary_key=True)
    messages: Mapped[int]


class ComplaintCounting(db.Model):
    """When the figures were counted last by a version of the rules, which is the id."""

    __tablename__ = "complaint_countings"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
