"""The office's answer in another form: heard, in large print, in braille."""

from flask import abort, redirect, url_for
from werkzeug.wrappers import Response

from webapp.complaints import service
from webapp.complaints.routes.blueprint import bp, visit
from webapp.extensions import limiter
from webapp.listening import service as listening
from webapp.shared.languages import language_of
from webapp.shared.unkept_files import send_unkept


@bp.context_processor
def forms() -> dict[str, object]:
    return {"answer_forms": _forms_of}


def _said(complaint: service.Complaint) -> str:
    """The office's last words to the person; "" where there are none."""
    said = [message.text for message in complaint.messages if message.is_from_office]
    return said[-1] if said else ""


def _forms_of(complaint: service.Complaint) -> list[str]:
    """The endings of the forms that are made at once of the office's last words."""
    return listening.endings_of_words(_said(complaint))


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
    kind, media_type = listening.WORDS_FORMS[ending]
    text = _said(complaint)
    content = listening.form_of_words(kind, text, language_of(text))
    return send_unkept(content, media_type, f"answer.{ending}")
