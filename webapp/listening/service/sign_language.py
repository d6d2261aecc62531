"""Videos in Thai Sign Language: add, withdraw, show, and list what has none."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from sqlalchemy import Select, select

from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.events import sign_language_changed
from webapp.listening.models.sign_language import SignLanguageVideo
from webapp.listening.rules.captions import transcript
from webapp.listening.rules.videos import HEAD, VideoKind, video_kind
from webapp.listening.service.kept_files import FileTooLarge, keep_file, kept_path
from webapp.shared import audit, clock
from webapp.shared.errors import NotFound, Refused
from webapp.shared.pagination import Page
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

PER_PAGE = 25
Subject = documents.Document | bills.Bill


class VideoNotFound(NotFound):
    """There is no such video, or it has been withdrawn."""


class NoVideo(Refused):
    """The file is no MP4 or WebM."""


class VideoTooLarge(Refused):
    """The file is larger than VIDEO_MOST_MB."""


@dataclass(frozen=True)
class NewVideo:
    """What comes with a video; `captions` are checked ones (`rules.captions.check_captions`)."""

    title: str
    signer: str
    captions: str


def add_video(
    subject: Subject, facts: NewVideo, stream: BinaryIO, account_id: int | None
) -> SignLanguageVideo:
    """Keep a video of a document or a bill; it is shown from now on.

    Raises `NoVideo`, `VideoTooLarge`, and `OSError` where the disk does not take it.
    """
    kind = video_kind(stream.read(HEAD))
    if kind is None:
        raise NoVideo
    stream.seek(0)
    try:
        kept = keep_file(stream, _folder(), settings().VIDEO_MOST_MB * 1_000_000)
    except FileTooLarge:
        raise VideoTooLarge from None
    with transaction():
        video = SignLanguageVideo(
            title=facts.title,
            signer=facts.signer,
            captions=facts.captions,
            key=kept.key,
            kind=kind,
            bytes=kept.bytes,
            added_at=clock.now(),
        )
        if isinstance(subject, bills.Bill):
            video.bill_id = subject.id
        else:
            video.document_id = subject.id
        db.session.add(video)
        db.session.flush()
        audit.record(account_id, "sign_language.add", f"video {video.id} of {subject.public_id}")
        _announce(video)
    return video


def withdraw_video(video_id: int, account_id: int | None) -> None:
    """Show a video no more; its file goes where no other shows it. Raises `VideoNotFound`."""
    with transaction():
        video = video_by_id(video_id)
        video.withdrawn_at = clock.now()
        audit.record(account_id, "sign_language.withdraw", f"video {video_id}")
        _announce(video)
        db.session.flush()
        shown = select(SignLanguageVideo.id).where(
            SignLanguageVideo.key == video.key, SignLanguageVideo.withdrawn_at.is_(None)
        )
        if db.session.scalar(shown.limit(1)) is None:
            kept_path(_folder(), video.key).unlink(missing_ok=True)


def video_by_id(video_id: int) -> SignLanguageVideo:
    """One video that is shown. Raises `VideoNotFound`."""
    video = db.session.get(SignLanguageVideo, video_id)
    if video is None or video.withdrawn_at is not None:
        raise VideoNotFound
    return video


def video_file(video_id: int, kind: VideoKind) -> Path:
    """Where the file of a video is. Raises `VideoNotFound`, also where it is of another kind."""
    video = video_by_id(video_id)
    path = kept_path(_folder(), video.key)
    if video.kind is not kind or not path.exists():
        raise VideoNotFound
    return path


def video_lines(video: SignLanguageVideo) -> list[str]:
    """What is signed, as text."""
    return transcript(video.captions)


def video_of(subject: Subject) -> SignLanguageVideo | None:
    """The video of a document or a bill that is shown; None where there is none."""
    column = (
        SignLanguageVideo.bill_id
        if isinstance(subject, bills.Bill)
        else SignLanguageVideo.document_id
    )
    return db.session.scalar(
        select(SignLanguageVideo)
        .where(column == subject.id, SignLanguageVideo.withdrawn_at.is_(None))
        .order_by(SignLanguageVideo.id.desc())
        .limit(1)
    )


def subject_of(video: SignLanguageVideo) -> Subject:
    """The document or the bill of a video. Raises `NotFound` where it has been withdrawn."""
    if video.bill_id is not None:
        return bills.bill_by_id(video.bill_id)
    return documents.document_by_id(video.document_id or 0)


def signed_subjects(of_bills: bool, have: bool, words: str, number: int) -> Page[Subject]:
    """One page of the documents, or of the bills, that have a video, or of those that have none;
    with `words`, of those whose title holds them."""
    among = bills.bills_among if of_bills else documents.published_among
    found, total = among(_signed(of_bills), have, words, number, PER_PAGE)
    return Page(found, number, PER_PAGE, total)


def count_signed(of_bills: bool) -> tuple[int, int]:
    """How many documents, or bills, have a video, and how many there are in all."""
    count = bills.count_bills if of_bills else documents.count_published
    return count(_signed(of_bills)), count()


def _signed(of_bills: bool) -> Select[int]:
    """The ids of the bills, or documents, with a video; no NULL, which would empty a NOT IN."""
    column = SignLanguageVideo.bill_id if of_bills else SignLanguageVideo.document_id
    ids = select(column).where(column.is_not(None), SignLanguageVideo.withdrawn_at.is_(None))
    return cast("Select[int]", ids)


def _announce(video: SignLanguageVideo) -> None:
    sign_language_changed.send("listening", document_id=video.document_id, bill_id=video.bill_id)


def _folder() -> Path:
    return settings().upload_dir / "sign-language"
