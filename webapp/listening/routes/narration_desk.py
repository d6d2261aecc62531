"""Pages for officers: links for readers, recordings to listen to, accept, refuse and withdraw."""

from typing import Any

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.documents import service as documents
from webapp.listening import narration_wording as wording
from webapp.listening import service
from webapp.shared.languages import marked

bp = Blueprint("narrations_staff", __name__, url_prefix="/staff/narrations")
accounts.guard_staff_pages(bp)
NUMBER = "int(max=2147483647)"
DEEDS = ("accept", "refuse", "withdraw")


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "name_of": marked(accounts.name_of)}


@bp.get("")
def list_narrations() -> str:
    return render_template(
        "narrations_staff/list_narrations.html", waiting=service.waiting_narrations()
    )


@bp.route("/documents/<public_id>", methods=["GET", "POST"])
def show_document(public_id: str) -> str | Response:
    document = documents.get_kept_document(public_id)
    link = ""
    if FlaskForm().validate_on_submit():
        # Nobody is asked to read what is withdrawn.
        document = documents.get_document(public_id)
        if request.args.get("do") == "end":
            service.end_narration_invitations(document, accounts.staff_id())
            flash(_("No link of this document opens any more."))
            return redirect(url_for("narrations_staff.show_document", public_id=public_id))
        token = service.invite_narrators(
            document, current_app.config["SECRET_KEY"], accounts.staff_id()
        )
        link = current_app.extensions["settings"].BASE_URL + url_for(
            "narrations.list_sections", token=token
        )
    return render_template(
        "narrations_staff/show_document.html",
        document=document,
        link=link,
        recordings=service.narrations_of(document),
    )


@bp.route(f"/<{NUMBER}:narration_id>", methods=["GET", "POST"])
def show_narration(narration_id: int) -> str | Response:
    form = FlaskForm()
    if form.validate_on_submit():
        deed = request.args.get("do", "")
        if deed not in DEEDS:
            abort(400)
        service.decide_narration(narration_id, deed, accounts.staff_id())
        flash(_("It is done, and recorded."))
        return redirect(url_for("narrations_staff.show_narration", narration_id=narration_id))
    narration = service.narration_by_id(narration_id)
    return render_template(
        "narrations_staff/show_narration.html",
        narration=narration,
        document=documents.kept_document_by_id(narration.document_id),
        rows=[_row(place, one, narration.doubtful) for place, one in enumerate(narration.said)],
        there=service.recording_path(narration).exists(),
    )


def _row(place: int, said: list[Any], doubtful: list[int]) -> tuple[str, str, bool]:
    minutes, seconds = divmod(said[2], 60)
    return f"{int(minutes)}:{seconds:04.1f}", said[1], place in doubtful


@bp.get(f"/<{NUMBER}:narration_id>/recording")
def send_recording(narration_id: int) -> Response:
    path = service.recording_path(service.narration_by_id(narration_id))
    if not path.exists():
        abort(404)
    # Played by the browser as the sound it was checked to be, and as nothing else.
    response = send_file(path, mimetype=service.recording_mimetype(path), conditional=True)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "no-store"
    return response
