"""Internal notes: words of officers to officers, read at the desk and nowhere else."""

from collections.abc import Sequence

from sqlalchemy import select

from webapp.complaints.models import InternalNote
from webapp.complaints.service.barring import bar_named, hold
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.transaction import transaction


def notes_of(complaint_id: int) -> Sequence[InternalNote]:
    """The notes of a message, the oldest first."""
    return db.session.scalars(
        select(InternalNote)
        .where(InternalNote.complaint_id == complaint_id)
        .order_by(InternalNote.id)
    ).all()


def add_note(complaint_id: int, account_id: int | None, text: str) -> None:
    """Write a note for colleagues. Raises `ComplaintNotFound`."""
    with transaction():
        complaint = hold(complaint_id, account_id)
        note = InternalNote(
            complaint_id=complaint_id, text=text, at=clock.now(), account_id=account_id
        )
        db.session.add(note)
        bar_named(complaint)
        audit.record(account_id, "complaints.add_note", f"complaint {complaint_id}")
