"""The quarterly reports to the Secretary-General, frozen once they are issued."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Text, event, inspect, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.complaints.rules.reports import ReportState
from webapp.extensions import db
from webapp.shared.columns import UtcDateTime, code
from webapp.shared.quarters import Quarter


class ReportFrozen(Exception):
    """Something would change a report that has been issued."""


class QuarterlyReport(db.Model):
    """A report on the messages of a quarter: written, seen by the sub-committee, issued."""

    __tablename__ = "complaint_reports"
    __table_args__ = (
        # One report on a quarter, and one correction of each report.
        Index(
            "uq_complaint_reports_quarter",
            "year_be",
            "quarter",
            unique=True,
            sqlite_where=text("replaces_id IS NULL"),
            postgresql_where=text("replaces_id IS NULL"),
        ),
        Index("uq_complaint_reports_replaces_id", "replaces_id", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    year_be: Mapped[int]
    quarter: Mapped[int]
    state: Mapped[ReportState] = mapped_column(code(ReportState))
    # The issued report that this one corrects.
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("complaint_reports.id"))
    # What the office writes: why it is so, what was changed, what is asked for.
    analysis: Mapped[str] = mapped_column(Text, default="")
    changes: Mapped[str] = mapped_column(Text, default="")
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    made_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # The day on which the sub-committee dealt with it, and what it said.
    considered_on: Mapped[date | None]
    remarks: Mapped[str] = mapped_column(Text, default="")
    issued_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    # The canonical JSON of everything that it says, and its SHA-256.
    content: Mapped[str | None] = mapped_column(Text)
    digest: Mapped[str | None]

    @property
    def period(self) -> Quarter:
        """The quarter that it is on."""
        return Quarter(self.year_be, self.quarter)


@event.listens_for(QuarterlyReport, "before_update")
@event.listens_for(QuarterlyReport, "before_delete")
def keep_frozen(_mapper: Any, _connection: Any, report: QuarterlyReport) -> None:
    """Refuse to write over an issued report. Raises `ReportFrozen`."""
    history: Any = inspect(report).attrs.state.history
    if ReportState.ISSUED in (history.deleted or history.unchanged or ()):
        raise ReportFrozen(report.id)
