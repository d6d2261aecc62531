"""Pages for readers who have a link: the sections of a document, and sending a recording of one."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from webapp.documents import service as documents
from webapp.extensions import limiter
from webapp.listening import service
from webapp.listening.narration_forms import RecordingForm
from webapp.listening.narration_wording import FAULT
from webapp.listening.rules.narrations import MOST_BYTES
from webapp.shared.kept_forms import keep_typed, refuse_form
from webapp.shared.large_forms import take_large_files

bp = Blueprint("narrations", __name__, url_prefix="/narrate")
SEND = "narrations.send_recording"


def _beside_large_file(typed: MultiDict[str, str]) -> str:
    form = RecordingForm(formdata=typed)
    form.recording.errors = [str(FAULT["size"])]
    return _page(form, **(request.view_args or {}))


# A little more than the most is read to its end.
take_large_files(bp, lambda: MOST_BYTES + MOST_BYTES // 4, {SEND: _beside_large_file})


def _form_again(message: str) -> str:
    form = RecordingForm()
    refuse_form(form, message, form.recording)
    return _page(form, **(request.view_args or {}))


keep_typed(bp, {SEND: _form_again})


@bp.get("/<token>")
def list_sections(token: str) -> str:
    document = _document(token)
    recordings = service.narrations_of(document)
    latest = {one.text_key: one.state for one in reversed(recordings)}
    return render_template(
        "narrations/list_sections.html",
        token=token,
        document=document,
        sections=[
            (one, latest.get(service.passage_key(one)))
            for one in service.sections_to_read(document)
        ],
    )


@bp.route("/<token>/<anchor>", methods=["GET", "POST"])
@limiter.limit("60 per hour", methods=["POST"])
def send_recording(token: str, anchor: str) -> str | Response:
    form = RecordingForm()
    if form.validate_on_submit() and _taken(form, token, anchor):
        flash(_("Thank you. We listen to your recording before it is used."))
        return redirect(url_for("narrations.list_sections", token=token))
    return _page(form, token, anchor)


def _taken(form: RecordingForm, token: str, anchor: str) -> bool:
    invitation = service.narration_invitation(token, current_app.config["SECRET_KEY"])
    new = service.NewRecording(anchor, (form.credit.data or "").strip())
    try:
        service.add_recording(invitation, new, form.recording.data.stream)
    except service.RecordingRefused as refusal:
        form.recording.errors = [str(FAULT[refusal.fault])]
        return False
    except service.FileTooLarge:
        form.recording.errors = [str(FAULT["size"])]
        return False
    return True


def _page(form: RecordingForm, token: str, anchor: str) -> str:
    document = _document(token)
    return render_template(
        "narrations/send_recording.html",
        form=form,
        token=token,
        document=document,
        section=service.section_to_read(document, anchor),
    )


def _document(token: str) -> documents.Document:
    invitation = service.narration_invitation(token, current_app.config["SECRET_KEY"])
    return documents.document_by_id(invitation.document_id)
