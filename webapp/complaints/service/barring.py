"""Who may not see a message: to this person it is as one that does not exist."""

from collections.abc import Sequence

from sqlalchemy import select

from webapp.accounts import service as accounts
from webapp.complaints.models import Bar, Complaint
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
    """Keep away whom a new message names by the whole name, inside the caller's transaction.

    A compliment is to reach the person whom it praises.
    """
    if complaint.kind == Kind.COMPLIMENT:
        return
    for account_id, sure in _named(complaint).items():
        if sure is Named.WHOLE:
            _bar(complaint, account_id, None)


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
    text = "\n".join([complaint.subject, complaint.words, *said])
    return who_is_named(text, accounts.staff_names())


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
