"""Erasing what tells who wrote, and what was written; what remains are figures.

Whatever identifies a person is kept in columns of the type EncryptedText. So erasing follows the
foreign keys from the message and empties every such column, of tables made later too; the few
other traces are named below. Copies that other features keep go by the event.
"""

import secrets
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import partial

from sqlalchemy import ColumnElement, Table, delete, or_, select, update

from webapp.accounts import service as accounts
from webapp.complaints.events import case_erased, complaint_erased
from webapp.complaints.models import (
    Attachment,
    CaseFinding,
    Complaint,
    ComplaintCodename,
    ComplaintStep,
    PublishedCase,
)
from webapp.complaints.rules.keeping import KEPT_FOR, OVER
from webapp.complaints.rules.repeats import sealed_place
from webapp.complaints.rules.states import Move
from webapp.complaints.service.barring import hold
from webapp.complaints.service.errors import CaseWithAnother
from webapp.complaints.service.letters_in import part_from_letters
from webapp.complaints.service.line import forget_case
from webapp.complaints.service.steps import lock, step
from webapp.complaints.service.topics import decisions_of
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.columns import EncryptedText
from webapp.shared.outbox import OutboxRow, enqueue_once
from webapp.shared.settings import settings
from webapp.shared.transaction import after_commit, transaction
from webapp.shared.uploads.kept import KeptFile
from webapp.shared.uploads.vault import Vault

# The classifier of topics holds words of what officers decided on.
FORGET_LEARNED = "complaints.forget_learned"
# A file that no row names is of a filing that was killed, or of an erasure that was.
_ORPHAN_AFTER = timedelta(hours=1)


def erase(complaint_id: int, vault: Vault) -> None:
    """Erase a message as the person wishes; what is still owed is taken back with it.

    Its published case goes too. Raises `ComplaintNotFound`.
    """
    with transaction():
        complaint = lock(complaint_id)
        if complaint.is_owed:
            step(complaint, Move.WITHDRAW, announced=False)
        _unpublish(complaint_id)
        _erase(complaint, vault)


def erase_at_request(complaint_id: int, account_id: int | None, vault: Vault) -> None:
    """The same by the officer who has it in hand, for a person who asked; audited without a word
    of what it was. Raises `ComplaintNotFound` or `CaseWithAnother`."""
    with transaction():
        if account_id is None or hold(complaint_id, account_id).handler_id != account_id:
            raise CaseWithAnother
        erase(complaint_id, vault)
        audit.record(account_id, "complaints.erase", f"complaint {complaint_id}")


def erase_old(vault: Vault) -> int:
    """Erase what has been over for longer than the published time; how many there were.

    Published cases stay: an officer cleared them of what tells who wrote.
    """
    last = select(ComplaintStep.complaint_id).where(ComplaintStep.at > clock.now() - KEPT_FOR)
    old = select(Complaint.id).where(
        Complaint.state.in_(OVER), Complaint.erased_at.is_(None), Complaint.id.not_in(last)
    )
    found = db.session.scalars(old).all()
    for complaint_id in found:
        with transaction():
            _erase(lock(complaint_id), vault)
    return len(found)


def _erase(complaint: Complaint, vault: Vault) -> None:
    if complaint.erased_at is not None:
        return
    _empty(complaint.id)
    _drop_files(complaint.id, vault)
    forget_case(complaint.id)
    part_from_letters(complaint.id)
    _forget_failures(complaint.id)
    _forget_place(complaint.id)
    accounts.forget_unsent_about(f"/staff/complaints/{complaint.id}")
    # Nothing may be found by the receipt, nor the same form or letter be known again.
    complaint.receipt_fingerprint = f"erased:{secrets.token_hex(16)}"
    complaint.source_key = None
    for said in complaint.messages:
        said.source_key = None
    # Nobody can be asked about it any more.
    complaint.hear_by = complaint.unreached_at = complaint.unreached_why = None
    of_message = ComplaintCodename.complaint_id == complaint.id
    db.session.execute(delete(ComplaintCodename).where(of_message))
    if decisions_of(complaint.id):
        enqueue_once(FORGET_LEARNED)
    complaint.erased_at = clock.now()
    db.session.flush()
    db.session.expire_all()
    complaint_erased.send("complaints", complaint_id=complaint.id)


def _empty(complaint_id: int) -> None:
    """Empty every encrypted column of the message and of all that hangs on it."""
    for table, of_message in hanging_on(Complaint.__table__, complaint_id):
        sealed = [column for column in table.c if isinstance(column.type, EncryptedText)]
        if sealed:
            emptied = {column.name: None if column.nullable else "" for column in sealed}
            db.session.execute(update(table).where(of_message).values(emptied))


def hanging_on(root: Table, complaint_id: int) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Each table with the condition for its rows of this message, nearest first."""
    yield root, root.c.id == complaint_id
    known = {root.name}
    near = [(root, select(root.c.id).where(root.c.id == complaint_id))]
    while near:
        parent, ids = near.pop(0)
        for table in db.metadata.sorted_tables:
            keys = [
                key.parent
                for key in table.foreign_keys
                if key.column.table is parent and key.column.name == "id"
            ]
            if not keys or table.name in known:
                continue
            known.add(table.name)
            of_message = or_(*(key.in_(ids) for key in keys))
            yield table, of_message
            if "id" in table.c:
                near.append((table, select(table.c.id).where(of_message)))


def _drop_files(complaint_id: int, vault: Vault) -> None:
    """Take the files away once the change is kept; `sweep_files` finds those left by a crash."""
    of_message = Attachment.complaint_id == complaint_id
    names = db.session.scalars(select(Attachment.stored_as).where(of_message)).all()
    db.session.execute(delete(Attachment).where(of_message))
    for name in names:
        after_commit(partial(vault.discard, name))


def _forget_failures(complaint_id: int) -> None:
    """What a mail server said of a letter that failed may hold the address."""
    failed = select(OutboxRow).where(OutboxRow.failure.is_not(None))
    for row in db.session.scalars(failed):
        if row.payload.get("complaint_id") == complaint_id:
            row.failure = None


def _forget_place(complaint_id: int) -> None:
    """Where it happened tells of the person; that it happened there again is a figure."""
    finding = db.session.get(CaseFinding, complaint_id)
    if finding is not None:
        finding.place = ""
        finding.place_key = sealed_place(finding.place_key, settings().SECRET_KEY)


def _unpublish(complaint_id: int) -> None:
    of_message = PublishedCase.complaint_id == complaint_id
    case = db.session.scalar(select(PublishedCase).where(of_message))
    if case is None:
        return
    case.title = case.question = case.answer = ""
    case.unpublished_at = case.unpublished_at or clock.now()
    case_erased.send("complaints", case_id=case.id)


def sweep_files(vault: Vault) -> int:
    """Remove the files that no row of any feature names; how many there were."""
    named = {name for table in KeptFile.__subclasses__() for name in _named_in(table)}
    oldest = clock.now() - _ORPHAN_AFTER
    orphans = [name for name in vault.older_than(oldest) if name not in named]
    for name in orphans:
        vault.discard(name)
    return len(orphans)


def _named_in(table: type[KeptFile]) -> Iterable[str]:
    return db.session.scalars(select(table.stored_as))


def wipe_traces() -> None:
    """Have SQLite write its log of changes into the database, where what was erased is written
    over (secure_delete), and empty the log. PostgreSQL vacuums by itself.

    Raises `TracesLeft` where somebody reads at this moment: to be done again later.
    """
    if db.engine.dialect.name != "sqlite":
        return
    db.session.rollback()
    with db.engine.connect() as connection:
        row = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    if row[0]:
        raise TracesLeft


class TracesLeft(RuntimeError):
    """The log of changes could not be emptied just now."""
