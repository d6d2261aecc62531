"""Files to take along, and asking for their making."""

from urllib.parse import quote

from flask import current_app, flash, redirect, send_file, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.documents import service as documents
from webapp.extensions import limiter
from webapp.listening import service
from webapp.listening.routes.blueprint import bp


def voice() -> str:
    """The voice that the settings name."""
    return str(current_app.extensions["settings"].SPEECH_ENGINE)


@bp.post("/documents/<public_id>/audio")
@limiter.limit("20 per hour")
def request_audio(public_id: str) -> Response:
    document = documents.get_document(public_id)
    folder = current_app.extensions["settings"].audio_dir
    service.request_sound(documents.get_version(document), voice(), folder)
    flash(_("The sound is being made. This page says when it should be ready."))
    return redirect(url_for("documents.show_document", public_id=public_id))


@bp.get("/documents/<public_id>/audio.mp3")
def send_audio(public_id: str) -> Response:
    document = documents.get_document(public_id)
    folder = current_app.extensions["settings"].audio_dir
    try:
        path = service.sound_file(documents.get_version(document), voice(), folder)
    except service.FormNotReady:
        # The document's page says whether it is being made and how to ask for it.
        return redirect(url_for("documents.show_document", public_id=public_id))
    # Byte ranges let a player jump, and an interrupted download go on.
    response = send_file(path, mimetype="audio/mpeg", conditional=True)
    name_file(response, document, "mp3")
    return response


@bp.get("/documents/<public_id>/text.txt")
def send_text(public_id: str) -> Response:
    document = documents.get_document(public_id)
    text = documents.outline_of(documents.get_version(document)).plain_text()
    response = current_app.response_class(text + "\n", mimetype="text/plain")
    name_file(response, document, "txt")
    return response


def name_file(response: Response, document: documents.Document, ending: str) -> None:
    """Offer the answer as a file with the document's title, and with its id where a browser cannot
    read Thai names: headers are ASCII (RFC 6266)."""
    name = quote(f"{document.title}.{ending}", safe="")
    response.headers["Content-Disposition"] = (
        f"attachment; filename={document.public_id}.{ending}; filename*=UTF-8''{name}"
    )
