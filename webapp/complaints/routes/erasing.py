"""A person has everything erased that tells who wrote, and what."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.complaints import service
from webapp.complaints.routes.blueprint import bp, visit
from webapp.complaints.rules.keeping import KEPT_FOR
from webapp.shared.uploads.vault import site_vault


@bp.app_context_processor
def keeping() -> dict[str, object]:
    """For how many days a message is kept after its end; the pages that promise it say so."""
    return {"complaints_kept_days": KEPT_FOR.days}


@bp.route("/track/erase", methods=["GET", "POST"])
def erase_case() -> str | Response:
    complaint_id = visit.opened_case()
    if complaint_id is None:
        flash(_("Type your receipt code to open your message."))
        return redirect(url_for("complaints.track"))
    if request.method == "POST":
        service.erase(complaint_id, site_vault())
        visit.leave_case()
        flash(_("Your message is erased. The receipt code opens nothing any more."))
        return redirect(url_for("complaints.show_complaints"))
    complaint = service.complaint_by_id(complaint_id)
    return render_template(
        "complaints/erase_case.html", complaint=complaint, case=service.case_of(complaint_id)
    )
