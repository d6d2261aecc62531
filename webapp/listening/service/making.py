"""The maker: takes the most urgent form that waits, makes it, and gives way to who waits longer.

One maker at a time (FORMS_AT_ONCE) keeps the other workers free for letters and the index. Work
goes on in slices: what a slice has spoken is kept on disk, and the next one goes on from there.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from time import monotonic

from sqlalchemy import func, or_, select

from audio.engines import DEFAULT, VoiceNotInstalled, VoiceUnavailable
from thai_text.outline import Document as Outline
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules.forms import FormState, Urgency
from webapp.listening.rules.kinds import SOUNDS, FormKind, Variant
from webapp.listening.service import makers, outcomes, outlines, recipes
from webapp.listening.service.narrated import PeoplesReading, peoples_reading
from webapp.listening.service.registry import row_of, shelves
from webapp.shared import clock
from webapp.shared.settings import settings

SLICE_SECONDS = 180.0
# How often a maker looks whether a visitor waits for something else.
_LOOK_EVERY = 2.0

log = logging.getLogger(__name__)


class GiveWay(Exception):
    """The slice is over, or somebody waits for something more urgent; what is spoken is kept."""


@dataclass
class Slice:
    """One turn of a maker: until when it goes on, and the forms that it has put aside."""

    until: float
    aside: set[int]

    @property
    def over(self) -> bool:
        return monotonic() >= self.until


@dataclass(frozen=True)
class Left:
    """What a slice leaves undone: whether somebody waits, whether the shelves are not yet full,
    and after how long a form that failed is tried again."""

    somebody_waits: bool
    not_full: bool
    rest: timedelta | None


def make_waiting(
    seconds: float = SLICE_SECONDS, fill: Callable[[], bool] | None = None
) -> Left | None:
    """Make what waits for about so many seconds, the most urgent first.

    `fill`, where it is given, puts something into the queue when nothing waits, and says whether
    it did. Returns what is left; None where enough other makers are at work.
    """
    turn = Slice(monotonic() + seconds, set())
    for number in range(settings().FORMS_AT_ONCE):
        with shelves().lock(f"maker-{number}") as mine:
            if mine:
                _work(turn, fill)
                break
    else:
        # The others look at the queue again after they have let go.
        return None
    # Only now: what came while this maker was ending found no free place.
    waits = next_waiting(below=Urgency.BACKGROUND) is not None
    return Left(waits, turn.over and (fill is not None or next_waiting() is not None), _rest())


def _rest() -> timedelta | None:
    due = db.session.scalar(
        select(func.min(DocumentForm.not_before)).where(
            DocumentForm.state == FormState.WAITING, DocumentForm.not_before > clock.now()
        )
    )
    db.session.rollback()
    return due - clock.now() if due else None


def _work(turn: Slice, fill: Callable[[], bool] | None) -> None:
    while not turn.over:
        form_id = next_waiting(turn.aside)
        if form_id is not None:
            make_form(form_id, turn)
        elif fill is None or not fill():
            return


def next_waiting(aside: set[int] | None = None, below: int | None = None) -> int | None:
    """The id of the form to be made next; with `below`, only one that is more urgent than it."""
    due = or_(DocumentForm.not_before.is_(None), DocumentForm.not_before <= clock.now())
    query = select(DocumentForm.id).where(DocumentForm.state == FormState.WAITING, due)
    if aside:
        query = query.where(DocumentForm.id.not_in(aside))
    if below is not None:
        query = query.where(DocumentForm.urgency < below)
    # The sounds of one version follow each other: they share what is spoken.
    order = (DocumentForm.urgency, DocumentForm.asked_at, DocumentForm.version_id, DocumentForm.id)
    found = db.session.scalar(query.order_by(*order).limit(1))
    db.session.rollback()
    return found


def make_now(
    version: documents.DocumentVersion,
    kind: FormKind,
    variant: Variant,
    compared_with: documents.DocumentVersion | None = None,
) -> None:
    """Make a form that was asked for while its visitor waits."""
    row = row_of(version, kind, variant, compared_with)
    if row is not None:
        make_form(row.id, Slice(float("inf"), set()))


def make_form(form_id: int, turn: Slice) -> None:
    """Make one form and note what became of it; a form that another maker has in hand is put
    aside. Made twice, it is the same file."""
    try:
        if not _make_in_some_voice(form_id, turn):
            turn.aside.add(form_id)
    except GiveWay:
        db.session.rollback()
    except documents.DocumentNotFound:
        outcomes.forget(form_id)
    except Exception as error:
        # One text that breaks a library must not keep all others waiting.
        log.exception("form %s", form_id)
        db.session.rollback()
        outcomes.note_failure(form_id, error)


def _make_in_some_voice(form_id: int, turn: Slice) -> bool:
    """Speak with the voice that is always there what the chosen one cannot say now; a voice that
    is not installed is no such case, for another try would not help."""
    try:
        return _make(form_id, turn)
    except VoiceNotInstalled:
        raise
    except VoiceUnavailable as reason:
        db.session.rollback()
        if db.session.get_one(DocumentForm, form_id).voice == DEFAULT:
            raise
        log.warning("form %s: %s", form_id, reason)
        return _make(form_id, turn, DEFAULT)


def _make(form_id: int, turn: Slice, voice: str | None = None) -> bool:
    """Make a form, its sound in `voice` where it is given; False where another maker has it."""
    form = db.session.get(DocumentForm, form_id)
    if form is None or form.state is not FormState.WAITING:
        return True
    outline = outlines.outline_of(form)
    kind, urgency = form.kind, form.urgency
    compared = form.compared_with_id is not None
    variant = replace(form.variant, voice=voice or form.voice)
    document_id = documents.version_by_id(form.version_id).document_id
    reading = _reading(document_id, outline, kind, variant)
    by_people = reading.key if reading else ""
    made_with = recipes.recipe(kind, variant.voice, by_people, compared)
    key = recipes.form_key(outline, kind, variant, made_with)
    # What was read must not hold a transaction open for the minutes that speaking takes.
    db.session.rollback()
    shelf = shelves()
    with shelf.lock_key(key) as mine:
        if not mine:
            return False
        tracks = recipes.tracks_key(outline, variant, by_people) if kind in SOUNDS else ""
        if not shelf.path(key, kind).exists():
            task = makers.Task(
                outline,
                kind,
                variant,
                shelf.unfinished(key, kind),
                shelf.tracks(tracks) if tracks else None,
                narration=reading,
                progress=_watch(turn, urgency),
            )
            made = makers.make(task)
            if tracks:
                shelf.keep_notes(key, "about", made.about)
                shelf.keep_notes(key, "said", made.said)
            shelf.keep(task.path, key, kind)
        done = outcomes.note_ready(
            form_id,
            outcomes.MadeFile(
                key, recipes.recipe(kind, variant.voice, compared=compared), variant.voice
            ),
            lambda: _reading(document_id, outline, kind, variant) == reading,
        )
    if tracks and not (done and _others_need_tracks(form_id)):
        shelf.drop_tracks(tracks)
    return True


def _reading(
    document_id: int, outline: Outline, kind: FormKind, variant: Variant
) -> PeoplesReading | None:
    """What people have read of a text that is to be made into a sound."""
    if kind not in SOUNDS:
        return None
    return peoples_reading(document_id, outline, variant.speed)


def _watch(turn: Slice, urgency: int) -> makers.Progress:
    """Looks up from the work now and then. Raises `GiveWay`."""
    looked = monotonic()

    def look(_said: int, _total: int) -> None:
        nonlocal looked
        if turn.over:
            raise GiveWay
        if monotonic() - looked > _LOOK_EVERY:
            looked = monotonic()
            if urgency > Urgency.ASKED and next_waiting(turn.aside, below=urgency) is not None:
                raise GiveWay

    return look


def _others_need_tracks(form_id: int) -> bool:
    form = db.session.get_one(DocumentForm, form_id)
    other = select(DocumentForm.id).where(
        DocumentForm.version_id == form.version_id,
        DocumentForm.compared_with_id == form.compared_with_id,
        DocumentForm.told == form.told,
        DocumentForm.kind.in_(SOUNDS),
        DocumentForm.voice == form.voice,
        DocumentForm.speed == form.speed,
        DocumentForm.state == FormState.WAITING,
    )
    found = db.session.scalar(other.limit(1)) is not None
    db.session.rollback()
    return found
