"""The queue of forms to be made: who goes first, how long it is, and what rests meanwhile."""

from datetime import datetime

from sqlalchemy import func, or_, select

from webapp.extensions import db
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules import forms as rules
from webapp.listening.rules.forms import FormState, Urgency
from webapp.shared import clock
from webapp.shared.settings import settings


def queue_seconds(before: DocumentForm | None = None) -> float:
    """About how long the forms that go first take to make: all that visitors wait for and what is
    new, or as far as `before`; not those that rest after a failure."""
    urgency = Urgency.ASKED if before is None else before.urgency
    ahead = select(func.sum(DocumentForm.work_seconds)).where(
        DocumentForm.state == FormState.WAITING,
        DocumentForm.urgency <= urgency,
        or_(DocumentForm.not_before.is_(None), DocumentForm.not_before <= clock.now()),
    )
    if before is not None:
        ahead = ahead.where(DocumentForm.asked_at < before.asked_at)
    return float(db.session.scalar(ahead) or 0.0) / settings().FORMS_AT_ONCE


def wait_seconds(row: DocumentForm | None) -> float:
    """About how long until a form's turn, its rest included; of None as if it came now."""
    due = row.not_before if row is not None else None
    rest = max(0.0, (due - clock.now()).total_seconds()) if due is not None else 0.0
    # While it rests, what goes first is made.
    return max(rest, queue_seconds(row))


def is_stand_in(row: DocumentForm) -> bool:
    """Whether the file of a row is read for a voice that did not answer and may answer now."""
    return rules.is_stand_in(row.voice, row.spoken_by)


def rested_at(row: DocumentForm) -> datetime | None:
    """When the voice that did not answer for a form may be tried again; None where it answered."""
    made_at = row.made_at
    return made_at + rules.VOICE_REST if is_stand_in(row) and made_at is not None else None


def await_again(row: DocumentForm, urgency: Urgency, not_before: datetime | None = None) -> None:
    """Put a form into the queue; one that is there keeps its place, or comes further forward.
    Where `not_before` is given, it is not made earlier, unless it is due already."""
    if row.state is not FormState.WAITING:
        row.state, row.urgency, row.asked_at = FormState.WAITING, urgency, clock.now()
        row.attempts, row.failure, row.failure_detail = 0, None, ""
        row.not_before = not_before
    elif urgency < row.urgency:
        row.urgency, row.asked_at = urgency, clock.now()
        if row.not_before is not None:
            row.not_before = not_before
