"""Publishing an answered case: the words before and after the rules, then confirmed."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import service
from webapp.complaints.forms import PublicationForm
from webapp.complaints.rules.redaction import Personal, pieces
from webapp.complaints.staff_routes.blueprint import NUMBER, bp

TEXTS = ("title", "question", "answer")


@bp.route(f"/<{NUMBER}:complaint_id>/publish", methods=["GET", "POST"])
def publish_complaint(complaint_id: int) -> str | Response:
    complaint = service.open_case(complaint_id, accounts.staff_id())
    if complaint.handler_id != accounts.staff_id():
        raise service.CaseWithAnother
    if not complaint.may_publish:
        flash(_("The person has not agreed that it is published. Ask the person first."))
        return redirect(url_for("complaints_staff.show_complaint", complaint_id=complaint_id))
    before, after = service.suggested_words(complaint)
    # What is public already is what the officer changes.
    form = PublicationForm(obj=service.case_of(complaint_id) or after)
    left: list[str] = []
    if form.validate_on_submit():
        words = service.PublicWords(*((form[name].data or "").strip() for name in TEXTS))
        try:
            service.publish_case(
                complaint_id, words, accounts.staff_id(), looked_at=bool(form.looked_at.data)
            )
            flash(_("Everybody can read it now."))
            return redirect(url_for("complaints_staff.show_complaint", complaint_id=complaint_id))
        except service.PersonalDataLeft as refusal:
            left = refusal.found
            form.form_errors.append(
                ngettext(
                    "This still looks like personal data: %(words)s. Take it out, or tick the box "
                    "that says you have looked at it.",
                    "These still look like personal data: %(words)s. Take them out, or tick the "
                    "box that says you have looked at them.",
                    len(left),
                    words=", ".join(left),
                )
            )
    return render_template(
        "complaints_staff/publish_complaint.html",
        complaint=complaint,
        form=form,
        left=left,
        before={name: _marked(complaint, getattr(before, name)) for name in TEXTS},
    )


def _marked(complaint: service.Complaint, text: str) -> list[tuple[str, Personal | None]]:
    return pieces(text, service.personal_data_in(complaint, text))
