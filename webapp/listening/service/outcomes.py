"""What became of the making of a form: it is ready, it failed, or nobody needs it any more."""

from collections.abc import Callable
from dataclasses import dataclass

from audio.engines import VoiceUnavailable
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.events import form_ready
from webapp.listening.large_print import LargePrintTooLong
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules import forms as rules
from webapp.listening.rules.forms import Failure, FormState
from webapp.listening.service.narrated_sounds import remove_unused
from webapp.listening.service.registry import shelves
from webapp.shared import clock
from webapp.shared.printing import PrintUnavailable
from webapp.shared.transaction import after_commit, transaction

_LONGEST_DETAIL = 1000
# What a failure is called, and whether it may pass by itself.
_FAILURES = (
    (VoiceUnavailable, Failure.VOICE, False),
    (PrintUnavailable, Failure.PRINT, False),
    (LargePrintTooLong, Failure.LONG, False),
    (OSError, Failure.DISK, True),
)


@dataclass(frozen=True)
class MadeFile:
    """A file that is in its place: its key, the recipe without people's readings, its voice."""

    key: str
    recipe: str
    voice: str


def note_ready(form_id: int, made: MadeFile, still_true: Callable[[], bool]) -> bool:
    """Note that a form has its file, if it is `still_true` that people's readings are those it was
    made with. Else the file goes, for it may hold a voice that was withdrawn meanwhile, and the
    form stays in the queue. Returns whether it was noted.
    """
    shelf = shelves()
    with transaction():
        # Whoever withdraws a recording locks the same row: one of the two sees what the other did.
        form = db.session.get_one(
            DocumentForm, form_id, with_for_update=True, populate_existing=True
        )
        if not still_true():
            after_commit(lambda: remove_unused(made.key))
            return False
        if form.key and form.key != made.key and form.narrated_seconds:
            # Nobody should find a replaced voice on the disk.
            before = form.key
            after_commit(lambda: remove_unused(before))
        about = shelf.notes(made.key, "about") or {}
        form.spoken_by = made.voice
        form.state, form.made_at, form.key = FormState.READY, clock.now(), made.key
        form.recipe, form.failure, form.failure_detail = made.recipe, None, ""
        form.bytes = shelf.path(made.key, form.kind).stat().st_size
        form.seconds = about.get("seconds", 0.0)
        form.narrated_seconds = about.get("narrated_seconds", 0.0)
        version = documents.version_by_id(form.version_id)
        # Another voice or the sound of a comparison is only for who asked.
        is_usual = form.standard and form.compared_with_id is None
        form_ready.send(
            "listening",
            document_id=version.document_id,
            version_id=version.id,
            form=str(form.kind) if is_usual else "",
        )
    return True


def forget(form_id: int) -> None:
    """A document that is no longer shown needs no form."""
    with transaction():
        db.session.delete(db.session.get_one(DocumentForm, form_id))


def note_failure(form_id: int, error: Exception) -> None:
    """Note that making a form failed; what may pass by itself is tried again later."""
    failure, may_pass = next(
        (known[1:] for known in _FAILURES if isinstance(error, known[0])), (Failure.FAULT, True)
    )
    with transaction():
        form = db.session.get_one(DocumentForm, form_id)
        form.attempts += 1
        form.failure_detail = (str(error) or repr(error))[:_LONGEST_DETAIL]
        if may_pass and form.attempts < rules.MOST_ATTEMPTS:
            form.not_before = clock.now() + rules.wait_before_next(form.attempts)
        else:
            form.state, form.failure = FormState.FAILED, failure
