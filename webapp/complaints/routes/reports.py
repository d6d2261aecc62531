"""The issued quarterly reports: read, taken along, and checked against their hash."""

from flask import Response, abort, render_template, request

from webapp.complaints import report_words
from webapp.complaints.routes.blueprint import bp
from webapp.complaints.service import reports
from webapp.extensions import limiter
from webapp.listening import service as listening
from webapp.shared import printing
from webapp.shared.languages import language

REPORT = "/reports/<int(max=2147483647):report_id>"


@bp.get("/reports")
def list_reports() -> str:
    return render_template("complaints/list_reports.html", reports=reports.list_issued())


@bp.get(REPORT)
def show_report(report_id: int) -> str:
    report = reports.issued_report(report_id)
    return render_template(
        "complaints/show_report.html",
        report=report,
        words=report_words.frozen_words(report, language()),
        later=reports.replaced_by(report),
        printable=printing.unavailable() is None,
    )


@bp.get(f"{REPORT}/check")
def check_report(report_id: int) -> str:
    report = reports.issued_report(report_id)
    return render_template(
        "complaints/check_report.html", report=report, digest=reports.digest_now(report)
    )


@bp.get(f"{REPORT}/content.json")
def read_report(report_id: int) -> Response:
    """Exactly the bytes that were hashed."""
    report = reports.issued_report(report_id)
    return Response(report.content or "", mimetype="application/json")


@bp.get(f"{REPORT}/report.pdf")
@limiter.limit("20 per minute")
def download_report(report_id: int) -> Response:
    report = reports.issued_report(report_id)
    if printing.unavailable():
        abort(503)
    wanted = "en" if request.args.get("lang") == "en" else "th"
    words = report_words.frozen_words(report, wanted)
    document = report_words.as_document(words, report.digest or "", wanted)
    content = listening.pdf_of(document, is_frozen=True)
    name = f"complaints-{report.period.key}-report-{report.id}.pdf"
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Response(content, mimetype="application/pdf", headers=headers)
