"""Videos in Thai Sign Language: their files, their transcripts, and the list of those missing."""

from flask import Blueprint, Response, render_template, request, send_file

from webapp.listening import service
from webapp.listening.forms import SignedForm
from webapp.listening.rules.videos import VideoKind
from webapp.shared.pagination import page_number

bp = Blueprint("sign_language", __name__)
NUMBER = "int(max=2147483647)"
# Whatever a file holds, nothing in it runs, and no page can frame it.
LOCKED = "default-src 'none'; sandbox; frame-ancestors 'none'"


@bp.get("/forms/sign-language")
def list_videos() -> str:
    form = SignedForm(request.args)
    of_bills = request.args.get("of") == "bills"
    have = request.args.get("show") == "ready"
    words = (form.words.data or "").strip()[:200]
    ready, total = service.count_signed(of_bills)
    return render_template(
        "sign_language/list_videos.html",
        form=form,
        words=words or None,
        page=service.signed_subjects(of_bills, have, words, page_number()),
        of_bills=of_bills,
        have=have,
        ready=ready,
        total=total,
    )


@bp.get(f"/sign-language/<{NUMBER}:video_id>/transcript")
def show_transcript(video_id: int) -> str:
    video = service.video_by_id(video_id)
    return render_template(
        "sign_language/show_transcript.html",
        video=video,
        subject=service.subject_of(video),
        lines=service.video_lines(video),
    )


@bp.get(f"/sign-language/<{NUMBER}:video_id>/video.mp4", defaults={"kind": VideoKind.MP4})
@bp.get(f"/sign-language/<{NUMBER}:video_id>/video.webm", defaults={"kind": VideoKind.WEBM})
def send_video(video_id: int, kind: VideoKind) -> Response:
    path = service.video_file(video_id, kind)
    # Byte ranges let a player jump, and an interrupted download go on.
    response = send_file(path, mimetype=kind.mimetype, conditional=True)
    response.headers["Content-Security-Policy"] = LOCKED
    return response


@bp.get(f"/sign-language/<{NUMBER}:video_id>/captions.vtt")
def send_captions(video_id: int) -> Response:
    captions = service.video_by_id(video_id).captions
    response = Response(captions, mimetype="text/vtt")
    response.headers["Content-Security-Policy"] = LOCKED
    return response
