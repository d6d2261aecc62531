"""Whether a message may be published: its sender says so, and may say otherwise later."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.complaints import service
from webapp.complaints.forms import ConsentForm
from webapp.complaints.routes.blueprint import bp, visit
from webapp.complaints.rules.consent import MayPublish, consent_of
from webapp.extensions import limiter


@bp.route("/track/publishing", methods=["GET", "POST"])
@limiter.limit("30 per hour", methods=["POST"])
def choose_publishing() -> str | Response:
    complaint_id = visit.opened_case()
    if complaint_id is None:
        flash(_("Type your receipt code to open your message."))
        return redirect(url_for("complaints.track"))
    complaint = service.complaint_by_id(complaint_id)
    form = ConsentForm(publish=said(complaint))
    if form.validate_on_submit():
        allowed = bool(consent_of(form.publish.data))
        service.allow_publishing(complaint_id, allowed)
        flash(
            _("It is noted: your question may be published without your name.")
            if allowed
            else _("It is noted: your question is not published. If it was, it is taken down.")
        )
        return redirect(url_for("complaints.show_case"))
    return render_template(
        "complaints/choose_publishing.html",
        complaint=complaint,
        form=form,
        case=service.case_of(complaint_id),
    )


def said(complaint: service.Complaint) -> str:
    """The value of the choice that the person made; "" for none."""
    if complaint.may_publish is None:
        return ""
    return (MayPublish.YES if complaint.may_publish else MayPublish.NO).value
