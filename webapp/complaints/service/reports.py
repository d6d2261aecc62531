"""The quarterly report: prepared, sent to the sub-committee, issued to the Secretary-General."""

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from webapp.complaints.models import QuarterlyReport
from webapp.complaints.rules.reports import ReportState, canonical, digest_of, may_be_reported
from webapp.complaints.service.shown_causes import let_out_causes
from webapp.complaints.service.tallies import count_ended_quarters, count_figures
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.errors import NotFound, Refused
from webapp.shared.quarters import Quarter
from webapp.shared.transaction import transaction

Content = Callable[[QuarterlyReport], Mapping[str, object]]


class ReportNotFound(NotFound):
    """There is no such report, or it has not been issued."""


class ReportRefused(Refused):
    """The report is not in the state from which this may be done."""


def list_reports() -> list[QuarterlyReport]:
    """Every report, the newest first."""
    return list(db.session.scalars(select(QuarterlyReport).order_by(QuarterlyReport.id.desc())))


def list_issued() -> list[QuarterlyReport]:
    """The issued reports, the newest first."""
    return [report for report in list_reports() if report.state is ReportState.ISSUED]


def report_by_id(report_id: int) -> QuarterlyReport:
    """One report, whatever its state. Raises `ReportNotFound`."""
    report = db.session.get(QuarterlyReport, report_id)
    if report is None:
        raise ReportNotFound
    return report


def issued_report(report_id: int) -> QuarterlyReport:
    """One issued report. Raises `ReportNotFound`."""
    report = report_by_id(report_id)
    if report.state is not ReportState.ISSUED:
        raise ReportNotFound
    return report


def replaced_by(report: QuarterlyReport) -> QuarterlyReport | None:
    """The issued report that corrects this one; None where there is none."""
    later = select(QuarterlyReport).where(QuarterlyReport.replaces_id == report.id)
    return db.session.scalar(later.where(QuarterlyReport.state == ReportState.ISSUED))


def may_be_prepared(quarters: list[Quarter]) -> list[Quarter]:
    """Those of the quarters that are over and have no report yet, the newest first."""
    reported = {report.period for report in list_reports()}
    over = [one for one in quarters if may_be_reported(one, clock.today())]
    return [one for one in reversed(over) if one not in reported]


def prepare_report(quarter: Quarter, staff_id: int | None) -> QuarterlyReport:
    """Begin the report on a quarter. Raises `ReportRefused` where it has one, or is not over."""
    with transaction():
        if quarter not in may_be_prepared([quarter]):
            raise ReportRefused("has a report, or is not over")
        return _begin(quarter, None, staff_id)


def correctable() -> frozenset[int]:
    """The issued reports whose correction has not begun."""
    every = list_reports()
    issued = {report.id for report in every if report.state is ReportState.ISSUED}
    return frozenset(issued - {report.replaces_id for report in every})


def correct_report(report_id: int, staff_id: int | None) -> QuarterlyReport:
    """Begin a report that corrects an issued one, which stays as it is.

    Raises `ReportNotFound`, or `ReportRefused` where a correction has begun.
    """
    with transaction():
        old = issued_report(report_id)
        if old.id not in correctable():
            raise ReportRefused("a correction has begun")
        report = _begin(old.period, old.id, staff_id)
        report.analysis, report.changes = old.analysis, old.changes
        return report


def write_report(report_id: int, analysis: str, changes: str, staff_id: int | None) -> None:
    """Keep what the office writes. Raises `ReportNotFound`, or `ReportRefused` once issued."""
    with transaction():
        report = _unissued(report_id)
        report.analysis, report.changes = analysis, changes
        _audit(staff_id, "complaints.write_report", report)


def send_report(report_id: int, staff_id: int | None) -> None:
    """Note that the report went to the category 3 sub-committee. Raises as `write_report`."""
    with transaction():
        report = _unissued(report_id)
        if report.state is not ReportState.DRAFT:
            raise ReportRefused("sent already")
        report.state, report.sent_at = ReportState.SENT, clock.now()
        _audit(staff_id, "complaints.send_report", report)


def note_considered(report_id: int, on: date, remarks: str, staff_id: int | None) -> None:
    """Note on which day the sub-committee dealt with the report, and what it said.

    Raises as `write_report`, also where it was not sent, or the day is to come.
    """
    with transaction():
        report = _unissued(report_id)
        if report.state is not ReportState.SENT or on > clock.today():
            raise ReportRefused("not sent, or not yet considered")
        report.considered_on, report.remarks = on, remarks
        _audit(staff_id, "complaints.note_considered", report)


def issue_report(report_id: int, content: Content, staff_id: int | None) -> None:
    """Issue the report to the Secretary-General: frozen, with the hash of all that it says.

    `content` gives what it says, from figures counted now. Raises as `write_report`, also where the
    sub-committee has not dealt with it.
    """
    count_figures()
    count_ended_quarters()
    with transaction():
        report = _unissued(report_id)
        if report.considered_on is None:
            raise ReportRefused("not considered")
        let_out_causes(report.period)
        report.issued_at, report.issued_by = clock.now(), staff_id
        report.content = canonical(content(report))
        report.digest = digest_of(report.content)
        report.state = ReportState.ISSUED
        _audit(staff_id, "complaints.issue_report", report)


def digest_now(report: QuarterlyReport) -> str:
    """The hash of what the report says now; it is `digest` unless somebody changed the database."""
    return digest_of(report.content or "")


def _begin(quarter: Quarter, replaces_id: int | None, staff_id: int | None) -> QuarterlyReport:
    report = QuarterlyReport(
        year_be=quarter.year_be,
        quarter=quarter.number,
        state=ReportState.DRAFT,
        replaces_id=replaces_id,
        made_at=clock.now(),
        made_by=staff_id,
        analysis="",
        changes="",
        remarks="",
    )
    db.session.add(report)
    try:
        db.session.flush()
    except IntegrityError:
        raise ReportRefused("somebody else began it in this moment") from None
    _audit(staff_id, "complaints.prepare_report", report)
    return report


def _unissued(report_id: int) -> QuarterlyReport:
    """A report held against other writers. Raises `ReportNotFound`, `ReportRefused`."""
    report = db.session.get(
        QuarterlyReport, report_id, with_for_update=True, populate_existing=True
    )
    if report is None:
        raise ReportNotFound
    if report.state is ReportState.ISSUED:
        raise ReportRefused("issued")
    return report


def _audit(staff_id: int | None, action: str, report: QuarterlyReport) -> None:
    audit.record(staff_id, action, f"complaint report {report.id}")
