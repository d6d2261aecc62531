"""Notes of policy: drawn up from a trend or by themselves, and made into an improvement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from webapp.extensions import db
from webapp.improvement import service as improvement
from webapp.shared import audit, clock
from webapp.shared.bureaux import Bureau
from webapp.shared.errors import NotFound, Refused
from webapp.shared.transaction import transaction
from webapp.trends.models import PolicyNote, TrendReading
from webapp.trends.service.readings import all_evidence_of

MOST_TITLE = 200


class NoteNotFound(NotFound):
    """There is no such note."""


class PlannedAlready(Refused):
    """An improvement was made of the note already, or nothing is decided yet."""


@dataclass(frozen=True)
class NoteFacts:
    """What an officer writes: the issue, its evidence, the options, what was decided and when."""

    issue: str
    evidence: str
    options: str
    decision: str
    owner: Bureau
    decided_on: date | None


def write_note(
    facts: NoteFacts, reading: TrendReading | None, account_id: int | None
) -> PolicyNote:
    """Keep a new note; of one drawn up from a trend it is kept what the trend was of, and when."""
    with transaction():
        note = PolicyNote(made_at=clock.now(), made_by=account_id, terms=[])
        if reading is not None:
            note.way, note.key, note.terms = reading.way, reading.key, list(reading.terms)
            note.since, note.until = reading.since, reading.until
        _write(note, facts)
        db.session.add(note)
        db.session.flush()
        audit.record(account_id, "trends.write_note", f"note {note.id}")
    return note


def change_note(note_id: int, facts: NoteFacts, account_id: int | None) -> None:
    """Write a note anew. Raises `NoteNotFound`."""
    with transaction():
        _write(note_by_id(note_id), facts)
        audit.record(account_id, "trends.change_note", f"note {note_id}")


def _write(note: PolicyNote, facts: NoteFacts) -> None:
    note.issue, note.evidence = facts.issue, facts.evidence
    note.options, note.decision = facts.options, facts.decision
    note.owner, note.decided_on = facts.owner.value, facts.decided_on


def list_notes() -> Sequence[PolicyNote]:
    """Every note, the newest first."""
    return db.session.scalars(select(PolicyNote).order_by(PolicyNote.id.desc())).all()


def note_by_id(note_id: int) -> PolicyNote:
    """One note. Raises `NoteNotFound`."""
    note = db.session.get(PolicyNote, note_id)
    if note is None:
        raise NoteNotFound
    return note


def make_improvement(
    note_id: int, urgent: int, important: int, account_id: int | None
) -> improvement.Improvement:
    """Propose what a note decides as an improvement; what showed the trend becomes its sources, so
    that the people behind it are told what became of their words.

    Raises `NoteNotFound`, `PlannedAlready`, and `ValueError` for a rank outside the scale.
    """
    with transaction():
        note = note_by_id(note_id)
        if note.improvement_id is not None or not note.decision:
            raise PlannedAlready
        facts = improvement.Facts(
            title=note.issue.splitlines()[0][:MOST_TITLE],
            asked=note.issue,
            work=note.decision,
            urgent=urgent,
            important=important,
            bureau=Bureau(note.owner),
        )
        made = improvement.propose(facts, account_id)
        # Everybody's, however many; what the officer may not see the improvement's page keeps back.
        found = all_evidence_of(note)
        improvement.note_evidence(made.id, found.needs, found.messages, account_id)
        note.improvement_id = made.id
        audit.record(account_id, "trends.make_improvement", f"note {note_id}")
    return made
