"""The office's answer in another form: heard, in large print, in braille."""

from io import BytesIO

from flask import abort, redirect, send_file, url_for
from werkzeug.wrappers import Response

from webapp.complaints import service
from webapp.complaints.routes.blueprint import bp, visit
from webapp.extensions import limiter
from webapp.listening import service as listening
from webapp.shared import printing
from webapp.shared.languages import language_of

# Letters. Of a longer answer the sound is made by an officer, who is asked for it on the same page:
# a telephone does not wait for longer than this takes.
MOST_SPOKEN = 6_000
# By the ending of the address: which form it is, and what browsers call it.
_FORMS = {
    "mp3": (listening.FormKind.MP3, "audio/mpeg"),
    "brf": (listening.FormKind.BRF, "text/plain"),
    "pdf": (listening.FormKind.LARGE_PRINT, "application/pdf"),
}


@bp.context_processor
def forms() -> dict[str, object]:
    return {"answer_forms": _forms_of}


def _said(complaint: service.Complaint) -> str:
    """The office's last words to the person; "" where there are none."""
    said = [message.text for message in complaint.messages if message.is_from_office]
    return said[-1] if said else ""


def _forms_of(complaint: service.Complaint) -> list[str]:
    """The endings of the forms that are made at once of the office's last words."""
    text = _said(complaint)
    if not text:
        return []
    missing = set()
    if len(text) > MOST_SPOKEN or listening.offline_voice() is None:
        missing.add("mp3")
    if printing.unavailable():
        missing.add("pdf")
    return [ending for ending in _FORMS if ending not in missing]


@bp.get("/track/answer.<any(mp3, brf, pdf):ending>")
@limiter.limit("30 per hour")
def take_answer(ending: str) -> Response:
    """Made at the moment and kept nowhere: it is between the person and the office."""
    complaint_id = visit.opened_case()
    if complaint_id is None:
        return redirect(url_for("complaints.track"))
    complaint = service.complaint_by_id(complaint_id)
    if ending not in _forms_of(complaint):
        abort(404)
    kind, media_type = _FORMS[ending]
    text = _said(complaint)
    content = listening.form_of_words(kind, text, language_of(text))
    response = send_file(
        BytesIO(content),
        mimetype=media_type,
        as_attachment=True,
        download_name=f"answer.{ending}",
    )
    response.headers["Cache-Control"] = "no-store"
    return response
