"""Preparing the quarterly report, sending it to the sub-committee, issuing it, correcting it."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import report_words
from webapp.complaints.forms.reports import ConsideredForm, PrepareForm, ReportForm
from webapp.complaints.models import QuarterlyReport
from webapp.complaints.rules.reports import ReportState
from webapp.complaints.service import figures, reports
from webapp.complaints.staff_routes.blueprint import NUMBER, bp
from webapp.shared.languages import language

STATE: dict[ReportState, LazyString] = {
    ReportState.DRAFT: _l("Draft"),
    ReportState.SENT: _l("With the sub-committee"),
    ReportState.ISSUED: _l("Issued"),
}
REPORT = f"/reports/<{NUMBER}:report_id>"


@bp.route("/reports", methods=["GET", "POST"])
def list_reports() -> str | Response:
    form = PrepareForm()
    quarters = reports.may_be_prepared(figures.quarters_counted())
    form.offer(quarters)
    if quarters and form.validate_on_submit():
        chosen = next(one for one in quarters if one.key == form.quarter.data)
        return _open(reports.prepare_report(chosen, accounts.staff_id()))
    return render_template(
        "complaints_staff/list_reports.html",
        form=form,
        quarters=quarters,
        reports=reports.list_reports(),
        correctable=reports.correctable(),
        states=STATE,
    )


@bp.route(REPORT, methods=["GET", "POST"])
def edit_report(report_id: int) -> str | Response:
    report = reports.report_by_id(report_id)
    if report.state is ReportState.ISSUED:
        if request.method == "POST":
            return _open(reports.correct_report(report_id, accounts.staff_id()))
        return redirect(url_for("complaints.show_report", report_id=report_id))
    deed = request.args.get("do", "")
    form = ReportForm(obj=report)
    considered = ConsideredForm(remarks=report.remarks)
    if request.method == "POST":
        done = _DEEDS.get(deed, _write)(report, form, considered)
        if done is not None:
            return done
    return render_template(
        "complaints_staff/edit_report.html",
        report=report,
        form=considered if deed == "consider" else form,
        written=form,
        considered=considered,
        words=report_words.draft_words(report, language()),
    )


def _write(
    report: QuarterlyReport, form: ReportForm, _considered: ConsideredForm
) -> Response | None:
    if not form.validate():
        return None
    typed = (form.analysis.data or "").strip(), (form.changes.data or "").strip()
    reports.write_report(report.id, *typed, accounts.staff_id())
    flash(_("The report is saved."))
    return _open(report)


def _send(report: QuarterlyReport, _form: ReportForm, _considered: ConsideredForm) -> Response:
    reports.send_report(report.id, accounts.staff_id())
    flash(_("It is noted that the report went to the sub-committee."))
    return _open(report)


def _consider(
    report: QuarterlyReport, _form: ReportForm, considered: ConsideredForm
) -> Response | None:
    if not considered.validate():
        return None
    remarks = (considered.remarks.data or "").strip()
    reports.note_considered(report.id, considered.day, remarks, accounts.staff_id())
    flash(_("What the sub-committee said is saved."))
    return _open(report)


def _issue(report: QuarterlyReport, _form: ReportForm, _considered: ConsideredForm) -> Response:
    reports.issue_report(report.id, report_words.content_of, accounts.staff_id())
    flash(_("The report is issued. It cannot be changed any more."))
    return redirect(url_for("complaints.show_report", report_id=report.id))


_Deed = Callable[[QuarterlyReport, ReportForm, ConsideredForm], Response | None]
_DEEDS: dict[str, _Deed] = {"send": _send, "consider": _consider, "issue": _issue}


def _open(report: QuarterlyReport) -> Response:
    return redirect(url_for("complaints_staff.edit_report", report_id=report.id))
