"""The forms that nobody asked for: which are missing, and how many the disk may hold."""

import shutil
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, false, func, or_, select

from audio.engines import NAMES, VoiceUnavailable
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules.forms import VOICE_REST, Failure, FormState, Urgency
from webapp.listening.rules.kinds import SOUNDS, FormKind
from webapp.listening.service import recipes
from webapp.listening.service.queue import await_again
from webapp.listening.service.registry import (
    default_voice,
    request_standard_forms,
    shelves,
)
from webapp.shared import clock, printing
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

GIGABYTE = 1_000_000_000
# The database, the letters and the log must never find the disk full.
_ALWAYS_FREE = GIGABYTE
# A pause between two slices, so that other work comes in between.
FILL_AGAIN_AFTER = timedelta(seconds=5)


def disk_used() -> int:
    """The bytes of all forms; two documents that say the same share a file."""
    sizes = (
        select(func.max(DocumentForm.bytes).label("size"))
        .where(DocumentForm.key.is_not(None))
        .group_by(DocumentForm.key)
        .subquery()
    )
    return int(db.session.scalar(select(func.sum(sizes.c.size))) or 0)


def has_room() -> bool:
    """Whether the disk may take forms that nobody waits for (FORMS_DISK_GB)."""
    free = shutil.disk_usage(shelves().folder).free
    return free > _ALWAYS_FREE and disk_used() < settings().FORMS_DISK_GB * GIGABYTE


def fill() -> bool:
    """Put into the queue what one version lacks: those written for this service first, then the
    newest; after them what an older recipe made. Returns whether anything was put there."""
    if not has_room():
        return False
    try:
        return _ask_for_missing() or _ask_again()
    finally:
        db.session.rollback()


def _ask_for_missing() -> bool:
    shown = documents.shown_versions()
    kept = (
        select(DocumentForm.version_id, func.count().label("forms"))
        .where(DocumentForm.standard)
        .group_by(DocumentForm.version_id)
        .subquery()
    )
    found = db.session.scalar(
        select(shown.c.version_id)
        .outerjoin(kept, kept.c.version_id == shown.c.version_id)
        .where(func.coalesce(kept.c.forms, 0) < len(FormKind))
        .order_by(shown.c.own.desc(), shown.c.dated.desc(), shown.c.version_id.desc())
        .limit(1)
    )
    if found is None:
        return False
    request_standard_forms(documents.version_by_id(found), Urgency.BACKGROUND)
    return True


def _ask_again() -> bool:
    """What was made with an older recipe, and print that failed where it can be made now; what
    every version has goes before what somebody once asked for."""
    usual = _usual_of_old()
    if printing.unavailable() is None:
        lacked = and_(DocumentForm.state == FormState.FAILED, DocumentForm.failure == Failure.PRINT)
        usual = or_(usual, lacked)
    return _await_some(True, usual) or _await_some(False, _others_of_old())


def _await_some(standard: bool, which: ColumnElement[bool]) -> bool:
    with transaction():
        found = select(DocumentForm).where(DocumentForm.standard == standard, which)
        rows = db.session.scalars(found.limit(len(FormKind))).all()
        for row in rows:
            await_again(row, Urgency.BACKGROUND)
    return bool(rows)


def _usual_of_old() -> ColumnElement[bool]:
    try:
        today = recipes.standard_recipes(default_voice())
    except VoiceUnavailable:
        return false()
    old = _made_otherwise([DocumentForm.kind == kind for kind in today], list(today.values()))
    # What another voice read for the usual one would be made again at once, and again.
    is_own = DocumentForm.spoken_by.in_(("", default_voice()))
    return and_(old, or_(is_own, DocumentForm.made_at <= clock.now() - VOICE_REST))


def _others_of_old() -> ColumnElement[bool]:
    """Every form by the voice that spoke it, "" for what is no sound."""
    which: list[ColumnElement[bool]] = []
    today: list[str] = []
    for kind in FormKind:
        for voice in NAMES if kind in SOUNDS else ("",):
            forms = and_(DocumentForm.kind == kind, DocumentForm.spoken_by == voice)
            try:
                today += [recipes.recipe(kind, voice, compared=told) for told in (False, True)]
            except VoiceUnavailable:
                continue
            older = DocumentForm.compared_with_id
            which += [and_(forms, older.is_(None)), and_(forms, older.is_not(None))]
    return _made_otherwise(which, today)


def _made_otherwise(
    which: Sequence[ColumnElement[bool]], today: Sequence[str]
) -> ColumnElement[bool]:
    """That a form is ready, and made with another recipe than the one of today beside it."""
    stale = [
        and_(forms, DocumentForm.recipe != recipe)
        for forms, recipe in zip(which, today, strict=True)
    ]
    return and_(DocumentForm.state == FormState.READY, or_(false(), *stale))


def sweep() -> int:
    """Remove files that belong to no form and work that was given up; how many were removed."""
    keys = db.session.scalars(select(DocumentForm.key).where(DocumentForm.key.is_not(None)))
    return shelves().sweep(key for key in keys if key)
