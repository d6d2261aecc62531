"""Pages for officers: add a video in Thai Sign Language, withdraw it."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.listening import service
from webapp.listening.sign_language_forms import VideoForm
from webapp.shared.errors import NotFound
from webapp.shared.kept_forms import keep_typed, refuse_form
from webapp.shared.large_forms import take_large_files

bp = Blueprint("sign_language_staff", __name__, url_prefix="/staff/sign-language")
accounts.guard_staff_pages(bp)
NUMBER = "int(max=2147483647)"
EDIT = "sign_language_staff.edit_video"
# Bytes beside the video: captions, words, the form itself.
_BESIDE = 4_000_000


def _most_bytes() -> int:
    return int(current_app.extensions["settings"].VIDEO_MOST_MB) * 1_000_000


def _beside_large_video(typed: MultiDict[str, str]) -> str:
    form = VideoForm(formdata=typed)
    form.video.errors = [_too_large()]
    return _page(str((request.view_args or {})["public_id"]), form)


# A little more than the most is read to its end.
take_large_files(bp, lambda: 2 * _most_bytes() + _BESIDE, {EDIT: _beside_large_video})


def _form_again(message: str) -> str:
    form = VideoForm()
    refuse_form(form, message, form.video)
    return _page(str((request.view_args or {})["public_id"]), form)


keep_typed(bp, {EDIT: _form_again}, expired=accounts.show_form_again)


@bp.route("/<public_id>", methods=["GET", "POST"])
def edit_video(public_id: str) -> str | Response:
    form = VideoForm()
    if form.validate_on_submit() and _added(public_id, form):
        flash(_("The video is kept and shown now."))
        return redirect(url_for(EDIT, public_id=public_id))
    return _page(public_id, form)


def _page(public_id: str, form: VideoForm) -> str:
    subject = _subject(public_id)
    return render_template(
        "sign_language_staff/edit_video.html",
        form=form,
        subject=subject,
        is_bill=isinstance(subject, bills.Bill),
        video=service.video_of(subject),
        most=_most_bytes(),
    )


def _added(public_id: str, form: VideoForm) -> bool:
    facts = service.NewVideo(
        title=(form.video_title.data or "").strip(),
        signer=(form.signer.data or "").strip(),
        captions=form.checked_captions,
    )
    try:
        service.add_video(_subject(public_id), facts, form.video.data.stream, accounts.staff_id())
    except service.NoVideo:
        form.video.errors = [
            _("This file is no MP4 and no WebM. Save the video as MP4, then choose it again.")
        ]
        return False
    except service.VideoTooLarge:
        form.video.errors = [_too_large()]
        return False
    return True


def _too_large() -> str:
    most = current_app.extensions["settings"].VIDEO_MOST_MB
    return _("The video is larger than %(most)s MB. Make it smaller, then choose it.", most=most)


def _subject(public_id: str) -> service.Subject:
    """The document ("d-1") or the bill ("b-1") of an address. Raises `NotFound`."""
    if public_id.startswith("b-"):
        return bills.get_bill(public_id)
    if public_id.startswith("d-"):
        return documents.get_document(public_id)
    raise NotFound(public_id)


@bp.post(f"/withdraw/<{NUMBER}:video_id>")
def withdraw_video(video_id: int) -> Response:
    subject = service.subject_of(service.video_by_id(video_id))
    service.withdraw_video(video_id, accounts.staff_id())
    flash(_("The video is withdrawn."))
    return redirect(url_for(EDIT, public_id=subject.public_id))
