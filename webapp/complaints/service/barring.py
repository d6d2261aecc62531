"""Who may not see a message: to this person it is as one that does not exist."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from webapp.accounts import service as accounts
from webapp.complaints.models import Bar, Complaint, InternalNote
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.naming import Named, who_is_named
from webapp.complaints.service.errors import ComplaintNotFound, StaffNotFound
from webapp.complaints.service.leading import with_merged
from webapp.complaints.service.steps import lock
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.transaction import transaction


def barred_ids(account_id: int | None) -> frozenset[int]:
    """The messages that an officer may neither see nor handle.

    Those merged with one of them are among these: they are about the same.
    """
    if account_id is None:
        return frozenset()
    mine = select(Bar.complaint_id).where(Bar.account_id == account_id, Bar.lifted_at.is_(None))
    ids = db.session.scalars(mine).all()
    return with_merged(ids) if ids else frozenset()


def refuse_barred(complaint_id: int, account_id: int | None) -> None:
    """Raise `ComplaintNotFound` where the officer may not see this message."""
    if complaint_id in barred_ids(account_id):
        raise ComplaintNotFound


def hold(complaint_id: int, account_id: int | None) -> Complaint:
    """The message, held against other writers, for an officer who may see it.

    Raises `ComplaintNotFound`.
    """
    complaint = lock(complaint_id)
    refuse_barred(complaint_id, account_id)
    return complaint


def bars_of(complaint_id: int) -> Sequence[Bar]:
    """Every bar of a message, lifted ones among them, the oldest first."""
    return db.session.scalars(
        select(Bar).where(Bar.complaint_id == complaint_id).order_by(Bar.id)
    ).all()


def bar(complaint_id: int, barred_id: int, account_id: int | None) -> None:
    """Keep a member of staff away from a message, and take it out of this person's hands.

    Raises `ComplaintNotFound`, or `StaffNotFound` where there is no such member of staff.
    """
    with transaction():
        complaint = hold(complaint_id, account_id)
        if barred_id not in accounts.staff_names():
            raise StaffNotFound
        _bar(complaint, barred_id, account_id)


def bar_named(complaint: Complaint) -> None:
    """Keep away whom a message names by the whole name, inside the caller's transaction.

    Read are the person's words, what staff wrote down of files, and officers' notes but those of
    whom they name. A compliment, and thanks after the end, are to reach the person praised. Whose
    bar an officer lifted is not kept away again by itself.
    """
    db.session.flush()
    for account_id in _to_be_barred(complaint, accounts.staff_names()):
        _bar(complaint, account_id, None)


def bar_all_named() -> None:
    """The same for every message: nightly, and once somebody new, or of another name, is staff."""
    names = accounts.staff_names()
    kept = select(Complaint.id).where(Complaint.erased_at.is_(None))
    for complaint_id in db.session.scalars(kept.order_by(Complaint.id)).all():
        complaint = db.session.get(Complaint, complaint_id)
        if complaint is not None and _to_be_barred(complaint, names):
            with transaction():
                bar_named(lock(complaint_id))


def lift_bar(complaint_id: int, bar_id: int, account_id: int | None) -> None:
    """Let a member of staff see a message again.

    Raises `ComplaintNotFound`, also where the bar is not of this message.
    """
    with transaction():
        hold(complaint_id, account_id)
        kept = db.session.get(Bar, bar_id)
        if kept is None or kept.complaint_id != complaint_id:
            raise ComplaintNotFound
        if kept.lifted_at is None:
            kept.lifted_at, kept.lifted_by = clock.now(), account_id
            _audit(account_id, "complaints.lift_bar", kept)


def suggested_bars(complaint: Complaint) -> dict[int, Named]:
    """The members of staff whom a message's words may name and who are not kept away yet."""
    away = {bar.account_id for bar in bars_of(complaint.id) if bar.lifted_at is None}
    return {key: sure for key, sure in _named(complaint).items() if key not in away}


def _named(complaint: Complaint) -> dict[int, Named]:
    said = [message.text for message in complaint.messages if not message.is_from_office]
    return who_is_named(_read(complaint, said), accounts.staff_names())


def _to_be_barred(complaint: Complaint, names: Mapping[int, str]) -> list[int]:
    """Whom a message names by the whole name and nobody has kept away, or let in again, yet."""
    if complaint.kind == Kind.COMPLIMENT:
        return []
    thanks = complaint.thanks
    said = [
        message.text
        for message in complaint.messages
        if not message.is_from_office and message not in thanks
    ]
    named = _whole(_read(complaint, said), names)
    of_message = select(InternalNote).where(InternalNote.complaint_id == complaint.id)
    for note in db.session.scalars(of_message):
        named |= _whole(note.text, names) - {note.account_id}
    return sorted(named - {bar.account_id for bar in bars_of(complaint.id)}) if named else []


def _read(complaint: Complaint, said: Sequence[str]) -> str:
    """What the person said first and later, and what staff wrote down of every file."""
    written = [file.transcript for file in complaint.attachments if file.transcript]
    return "\n".join([complaint.subject, complaint.message, *said, *written])


def _whole(text: str, names: Mapping[int, str]) -> set[int]:
    return {key for key, sure in who_is_named(text, names).items() if sure is Named.WHOLE}


def _bar(complaint: Complaint, barred_id: int, account_id: int | None) -> None:
    if any(b.account_id == barred_id and b.lifted_at is None for b in bars_of(complaint.id)):
        return
    kept = Bar(
        complaint_id=complaint.id, account_id=barred_id, at=clock.now(), barred_by=account_id
    )
    db.session.add(kept)
    db.session.flush()
    for complaint_id in with_merged([complaint.id]):
        merged = lock(complaint_id)
        if merged.handler_id == barred_id:
            merged.handler_id = None
    _audit(account_id, "complaints.bar", kept)


def _audit(account_id: int | None, action: str, kept: Bar) -> None:
    audit.record(account_id, action, f"complaint {kept.complaint_id}: account {kept.account_id}")
