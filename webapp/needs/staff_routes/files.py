"""Opening what came in a voice, a picture or a film, and writing down what it says."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.needs import service
from webapp.needs.staff_routes.blueprint import NUMBER, bp, secret
from webapp.shared.uploads.form import TranscriptForm
from webapp.shared.uploads.sending import send_upload
from webapp.shared.uploads.vault import site_vault

FILE = f"/<{NUMBER}:need_id>/files/<{NUMBER}:attachment_id>"


@bp.get(FILE)
def download_attachment(need_id: int, attachment_id: int) -> Response:
    officer = accounts.staff_id()
    return send_upload(*service.file_content(need_id, attachment_id, officer, site_vault()))


@bp.route(f"{FILE}/transcript", methods=["GET", "POST"])
def edit_transcript(need_id: int, attachment_id: int) -> str | Response:
    file = service.file_of(need_id, attachment_id)
    service.note_readings([need_id], accounts.staff_id())
    form = TranscriptForm(text=file.transcript)
    if form.validate_on_submit():
        text = (form.text.data or "").strip()
        service.write_transcript(need_id, attachment_id, text, accounts.staff_id(), secret())
        flash(_("The transcript is kept beside the file."))
        return redirect(url_for("needs_staff.show_need", need_id=need_id))
    return render_template(
        "needs_staff/edit_transcript.html", form=form, file=file, need_id=need_id
    )
