"""Writing down what a sound, a picture or a film of a citizen says."""

from flask import flash, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import service
from webapp.complaints.staff_routes.blueprint import NUMBER, bp, to_case
from webapp.shared.uploads.form import TranscriptForm


@bp.route(
    f"/<{NUMBER}:complaint_id>/attachments/<{NUMBER}:attachment_id>/transcript",
    methods=["GET", "POST"],
)
def edit_transcript(complaint_id: int, attachment_id: int) -> str | Response:
    file = service.file_of(complaint_id, attachment_id, accounts.staff_id())
    form = TranscriptForm(text=file.transcript)
    if form.validate_on_submit():
        text = (form.text.data or "").strip()
        service.write_transcript(complaint_id, attachment_id, text, accounts.staff_id())
        flash(_("The transcript is kept beside the file."))
        return to_case(complaint_id)
    return render_template(
        "complaints_staff/edit_transcript.html", form=form, file=file, complaint_id=complaint_id
    )
