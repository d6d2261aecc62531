"""What can be done with forms of documents: ask for one, make it, list what is ready."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from audio import book
from audio.engines import engine as voice
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules import forms as rules
from webapp.listening.rules.forms import FormState
from webapp.shared import clock
from webapp.shared.errors import NotFound
from webapp.shared.outbox import enqueue
from webapp.shared.transaction import transaction

MP3 = "mp3"


class FormNotReady(NotFound):
    """The form has not been made yet."""


@dataclass(frozen=True)
class Sound:
    """The sound of a version as a page tells of it; estimates where it is not made yet."""

    state: FormState | None
    seconds: float
    bytes: int
    wait_seconds: float

    @property
    def ready(self) -> bool:
        return self.state is FormState.READY

    @property
    def making(self) -> bool:
        return self.state is FormState.WAITING


def sound_of(version: documents.DocumentVersion, engine: str, folder: Path) -> Sound:
    """What is known of the sound of a version in the voice called `engine`.

    A sound whose file is gone from `folder` (after a restore, say) is as if never made.
    """
    form = _form(version.id, engine)
    if form is not None and _is_there(form, folder):
        return Sound(FormState.READY, form.seconds, form.bytes, 0.0)
    seconds = rules.playing_seconds(version.characters)
    wait = rules.making_seconds(version.characters)
    making = form is not None and form.state is FormState.WAITING
    return Sound(FormState.WAITING if making else None, seconds, 0, wait)


def _is_there(form: DocumentForm, folder: Path) -> bool:
    ready = form.state is FormState.READY and form.key is not None
    return ready and sound_path(folder, str(form.key)).exists()


def request_sound(version: documents.DocumentVersion, engine: str, folder: Path) -> None:
    """Ask for the sound of a version, unless it is in `folder` or being made."""
    with transaction():
        form = _form(version.id, engine)
        if form is not None and (form.state is FormState.WAITING or _is_there(form, folder)):
            return
        if form is None:
            form = DocumentForm(version_id=version.id, kind=MP3, engine=engine)
            db.session.add(form)
        form.state, form.asked_at, form.failure = FormState.WAITING, clock.now(), ""
        db.session.flush()
        enqueue("listening.make_sound", form_id=form.id)


def make_sound(form_id: int, folder: Path) -> None:
    """Make the file of a form that was asked for; made twice, it is the same file.

    Arguments: `folder`, where sounds are kept. Raises `audio.engines.VoiceUnavailable` and
    `OSError`; the form then stays asked for, and the work is tried again.
    """
    form = db.session.get(DocumentForm, form_id)
    if form is None or form.state is FormState.READY:
        return
    outline = documents.outline_of(documents.version_by_id(form.version_id))
    speaker = voice(form.engine)
    key = book.form_key(outline, speaker, speaker.voice, 1.0)
    path = sound_path(folder, key)
    path.parent.mkdir(parents=True, exist_ok=True)
    # The read above must not hold a transaction open for the minutes that speaking takes.
    db.session.rollback()
    made = book.make_mp3(outline, path, speaker)
    with transaction():
        form = db.session.get_one(DocumentForm, form_id)
        form.state, form.made_at, form.key = FormState.READY, clock.now(), key
        form.bytes, form.seconds = made.bytes, made.duration_seconds


def give_up(form_id: int, reason: str) -> None:
    """Note that a form cannot be made, so that the page says so and it can be asked for again."""
    with transaction():
        form = db.session.get(DocumentForm, form_id)
        if form is not None and form.state is not FormState.READY:
            form.state, form.failure = FormState.FAILED, reason


def sound_file(version: documents.DocumentVersion, engine: str, folder: Path) -> Path:
    """The file of a version's sound. Raises `FormNotReady`."""
    form = _form(version.id, engine)
    if form is None or form.state is not FormState.READY or not form.key:
        raise FormNotReady
    path = sound_path(folder, form.key)
    if not path.exists():
        raise FormNotReady
    return path


def sound_path(folder: Path, key: str) -> Path:
    """Where the sound of a key is kept."""
    return folder / key[:2] / f"{key}.mp3"


def request_missing(
    versions: Iterable[documents.DocumentVersion], engine: str, folder: Path
) -> int:
    """Ask for every sound that is not there; how many were asked for."""
    asked = 0
    for version in versions:
        if _form(version.id, engine) is None:
            request_sound(version, engine, folder)
            asked += 1
    return asked


def audio_books(page: int, per_page: int) -> tuple[Sequence[DocumentForm], int]:
    """One page of the sounds that are ready, newest first, and how many there are."""
    ready = DocumentForm.state == FormState.READY
    total = db.session.scalar(select(func.count(DocumentForm.id)).where(ready)) or 0
    newest = select(DocumentForm).where(ready).order_by(DocumentForm.made_at.desc())
    return db.session.scalars(newest.limit(per_page).offset((page - 1) * per_page)).all(), total


def _form(version_id: int, engine: str) -> DocumentForm | None:
    return db.session.scalar(
        select(DocumentForm).where(
            DocumentForm.version_id == version_id,
            DocumentForm.kind == MP3,
            DocumentForm.engine == engine,
        )
    )
