"""The registry: which forms there are of a version, and asking for one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Select, select

from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules import forms as rules
from webapp.listening.rules.forms import Failure, FormState, Urgency
from webapp.listening.rules.kinds import FormKind, Variant, is_offered, usual_variant
from webapp.listening.rules.shelf import is_made_at_once
from webapp.listening.service import recipes
from webapp.listening.service.possible import is_possible
from webapp.listening.service.queue import (
    await_again,
    is_stand_in,
    queue_seconds,
    rested_at,
    wait_seconds,
)
from webapp.listening.service.shelves import Shelves
from webapp.shared.errors import NotFound, Refused
from webapp.shared.outbox import enqueue_once
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction


class FormNotReady(NotFound):
    """The form has not been made yet."""


class FormNotOffered(Refused):
    """There is no such variant of this kind."""


@dataclass(frozen=True)
class Form:
    """A form as a page tells of it. What is not made yet has estimates of its length and wait."""

    kind: FormKind
    variant: Variant
    state: FormState | None
    bytes: int = 0
    seconds: float = 0.0
    narrated_seconds: float = 0.0
    spoken_by: str = ""
    wait_seconds: float = 0.0
    failure: Failure | None = None
    # Whether it is made as soon as somebody opens its address.
    at_once: bool = False
    # Whether its file is from before the last change of what makes it, and there until the new one.
    old: bool = False
    # Whether another voice reads it for the one asked for, which did not answer.
    stand_in: bool = False

    @property
    def ready(self) -> bool:
        """Whether its file is there; it may be made anew at the same time."""
        return self.bytes > 0

    @property
    def making(self) -> bool:
        return self.state is FormState.WAITING and not self.ready and not self.at_once

    @property
    def failed(self) -> bool:
        return self.state is FormState.FAILED and not self.ready


def shelves() -> Shelves:
    """The folder of the forms of this site."""
    return Shelves(settings().forms_dir)


def default_voice() -> str:
    """The voice that the settings name."""
    return settings().SPEECH_ENGINE


def forms_of(
    version: documents.DocumentVersion,
    compared_with: documents.DocumentVersion | None = None,
    voice: str | None = None,
    speed: int | None = None,
    grade: int | None = None,
) -> list[Form]:
    """Every kind of form of a version, or of what it changed in the version `compared_with`.

    Sounds in `voice` at `speed` per cent, where they are given, else as they are made by
    themselves; braille in `grade` likewise.
    """
    rows = {
        (row.kind, row.variant): row
        for row in db.session.scalars(_of(version.id, compared_with and compared_with.id))
    }
    forms = []
    for kind in FormKind:
        variant = usual_variant(kind, voice or default_voice())
        if speed and variant.speed:
            variant = Variant(voice=variant.voice, speed=speed)
        if grade is not None and variant.layout:
            variant = replace(variant, grade=grade)
        row = rows.get((kind, variant))
        forms.append(_as_form(version, kind, variant, row, compared_with))
    return forms


def form_of(
    version: documents.DocumentVersion,
    kind: FormKind,
    variant: Variant,
    compared_with: documents.DocumentVersion | None = None,
) -> Form:
    """One form of a version in one variant."""
    row = row_of(version, kind, variant, compared_with)
    return _as_form(version, kind, variant, row, compared_with)


def _as_form(
    version: documents.DocumentVersion,
    kind: FormKind,
    variant: Variant,
    row: DocumentForm | None,
    compared_with: documents.DocumentVersion | None,
) -> Form:
    quick = made_at_once(version, kind, compared_with)
    own = rules.making_seconds(kind, variant, version.characters)
    waiting = row if row is not None and row.state is FormState.WAITING else None
    if row is not None and file_of(row) is not None:
        old = is_old(row)
        # What is quick is made anew when it is opened.
        if not (old and quick):
            sizes = (row.bytes, row.seconds, row.narrated_seconds, row.spoken_by)
            if not is_possible(kind):
                # The old file stays, and nobody is promised a new one.
                return Form(kind, variant, FormState.READY, *sizes, failure=Failure.PRINT, old=old)
            stand_in = is_stand_in(row)
            wait = own + wait_seconds(waiting) if old or stand_in else 0.0
            return Form(
                kind, variant, row.state, *sizes, wait_seconds=wait, old=old, stand_in=stand_in
            )
    if not is_possible(kind):
        return Form(kind, variant, FormState.FAILED, failure=Failure.PRINT)
    seconds = rules.playing_seconds(version.characters, variant.speed) if variant.speed else 0.0
    # What failed for want of the libraries that are here now is as if never tried.
    lacked = row is not None and kind is FormKind.LARGE_PRINT and row.failure is Failure.PRINT
    if row is not None and row.state is FormState.FAILED and not lacked:
        return Form(kind, variant, row.state, seconds=seconds, failure=row.failure)
    # A form whose file is gone (after a restore, say) is as if never made.
    return Form(
        kind,
        variant,
        waiting and waiting.state,
        seconds=seconds,
        wait_seconds=own + queue_seconds(waiting),
        at_once=quick,
    )


def made_at_once(
    version: documents.DocumentVersion,
    kind: FormKind,
    compared_with: documents.DocumentVersion | None = None,
) -> bool:
    """Whether a form is made while its visitor waits; both texts of a comparison must be short."""
    older = compared_with.characters if compared_with else 0
    return is_made_at_once(kind, max(version.characters, older))


def file_of(row: DocumentForm) -> Path | None:
    """The file of a row, where it has been made and is there."""
    path = shelves().path(row.key, row.kind) if row.key else None
    return path if path and path.exists() else None


def is_old(row: DocumentForm) -> bool:
    """Whether the file of a row was made with another recipe than today's."""
    compared = row.compared_with_id is not None
    return not recipes.is_todays(row.kind, row.spoken_by or row.voice, row.recipe, compared)


def request_form(
    version: documents.DocumentVersion,
    kind: FormKind,
    variant: Variant | None = None,
    compared_with: documents.DocumentVersion | None = None,
    urgency: Urgency = Urgency.ASKED,
) -> bool:
    """Ask for a form, unless it is there, made with today's recipe and read by the voice asked for;
    one that waits already waits less where it is now more urgent. A voice that did not answer is
    let rest before it is tried again. Returns whether it has to be made. Raises `FormNotOffered`.
    """
    usual = usual_variant(kind, default_voice())
    variant = variant or usual
    if not is_offered(kind, variant, compared_with is not None):
        raise FormNotOffered(f"{kind} {variant}")
    with transaction():
        older = compared_with and compared_with.id
        row = row_of(version, kind, variant, compared_with)
        not_before = None
        if row is not None and file_of(row) is not None and not is_old(row):
            not_before = rested_at(row)
            if row.state is FormState.READY and not_before is None:
                return False
        if row is None:
            row = DocumentForm(version_id=version.id, compared_with_id=older, kind=kind)
            row.voice, row.speed = variant.voice, variant.speed
            row.grade, row.layout, row.told = variant.grade, variant.layout, variant.told
            row.standard = variant == usual and older is None
            row.work_seconds = rules.making_seconds(kind, variant, version.characters)
            row.urgency = urgency
            db.session.add(row)
        await_again(row, urgency, not_before)
        if urgency is not Urgency.BACKGROUND:
            enqueue_once("listening.make_forms")
    return True


def request_standard_forms(
    version: documents.DocumentVersion, urgency: Urgency, kinds: Iterable[FormKind] = FormKind
) -> None:
    """Ask for every form of a version that is made by itself, unless it is there."""
    with transaction():
        for kind in kinds:
            request_form(version, kind, urgency=urgency)


def _of(version_id: int, older_id: int | None) -> Select[DocumentForm]:
    # `== None` asks for NULL: the forms of the version itself.
    return select(DocumentForm).where(
        DocumentForm.version_id == version_id, DocumentForm.compared_with_id == older_id
    )


def row_of(
    version: documents.DocumentVersion,
    kind: FormKind,
    variant: Variant,
    compared_with: documents.DocumentVersion | None = None,
) -> DocumentForm | None:
    """The row of a form, where somebody has asked for it."""
    return db.session.scalar(
        _of(version.id, compared_with and compared_with.id).where(
            DocumentForm.kind == kind,
            DocumentForm.voice == variant.voice,
            DocumentForm.speed == variant.speed,
            DocumentForm.grade == variant.grade,
            DocumentForm.layout == variant.layout,
            DocumentForm.told == variant.told,
        )
    )


def ready_row(
    version: documents.DocumentVersion,
    kind: FormKind,
    variant: Variant,
    compared_with: documents.DocumentVersion | None = None,
) -> tuple[DocumentForm, Path]:
    """The row and the file of a form that is there. Raises `FormNotReady`."""
    row = row_of(version, kind, variant, compared_with)
    path = file_of(row) if row is not None else None
    if row is None or path is None:
        raise FormNotReady
    return row, path
