"""What officers do: look through the queue, take up, answer, refer, close. All of it is audited."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, func, select

from webapp.complaints.events import complaint_answered, complaint_referred
from webapp.complaints.models import Attachment, Complaint
from webapp.complaints.rules.states import OWED, Move, State
from webapp.complaints.service.errors import CaseWithAnother, ComplaintNotFound
from webapp.complaints.service.steps import lock, say, step
from webapp.complaints.service.uploads import Vault
from webapp.extensions import db
from webapp.shared import audit
from webapp.shared.pagination import Page
from webapp.shared.transaction import transaction

PER_PAGE = 25
ALL = "all"


@dataclass(frozen=True)
class QueueFilter:
    """Which messages to list: a state, "all", or "" for all that are owed; a kind or "" for all."""

    state: str = ""
    kind: str = ""


def queue(wanted: QueueFilter, number: int) -> Page[Complaint]:
    """One page of the queue, `number` from 1.

    First what is owed, by due day and, of one day, the earliest received; then the rest, the
    newest first.
    """
    total = db.session.scalar(_wanted(select(func.count(Complaint.id)), wanted)) or 0
    owed = Complaint.state.in_(OWED)
    ordered = _wanted(select(Complaint), wanted).order_by(
        case((owed, 0), else_=1),
        case((owed, Complaint.due_on)),
        case((owed, Complaint.received_at)),
        case((owed, Complaint.id)),
        Complaint.id.desc(),
    )
    found = db.session.scalars(ordered.limit(PER_PAGE).offset((number - 1) * PER_PAGE))
    return Page(found.all(), number, PER_PAGE, total)


def _wanted(listed: Select[Any], wanted: QueueFilter) -> Select[Any]:
    if not wanted.state:
        listed = listed.where(Complaint.state.in_(OWED))
    elif wanted.state != ALL:
        listed = listed.where(Complaint.state == wanted.state)
    return listed.where(Complaint.kind == wanted.kind) if wanted.kind else listed


def complaint_by_id(complaint_id: int) -> Complaint:
    """One message. Raises `ComplaintNotFound`."""
    complaint = db.session.get(Complaint, complaint_id)
    if complaint is None:
        raise ComplaintNotFound
    return complaint


def open_case(complaint_id: int, account_id: int | None) -> Complaint:
    """One message as an officer reads it; that it was read is audited. Raises `ComplaintNotFound`.

    Official Information Act B.E. 2540 s.24: who saw personal information can be told later.
    """
    with transaction():
        complaint = complaint_by_id(complaint_id)
        _audit(account_id, "complaints.read", complaint_id)
    return complaint


def take_up(complaint_id: int, account_id: int | None) -> None:
    """Take a message in hand, or over from a colleague; from then on this officer sees who wrote.

    Raises `ComplaintNotFound`.
    """
    with transaction():
        complaint = lock(complaint_id)
        if State(complaint.state) in (State.ACKNOWLEDGED, State.REOPENED):
            step(complaint, Move.TAKE_UP, account_id)
        complaint.handler_id = account_id
        _audit(account_id, "complaints.take_up", complaint_id)


def answer(complaint_id: int, account_id: int | None, text: str) -> None:
    """Answer a message. Raises `ComplaintNotFound`, `CaseWithAnother` or `StepNotAllowed`."""

    def make(complaint: Complaint) -> None:
        step(complaint, Move.ANSWER, account_id)
        say(complaint, text, account_id)
        complaint_answered.send("complaints", complaint_id=complaint.id)

    _act(complaint_id, account_id, "complaints.answer", make)


def refer(complaint_id: int, account_id: int | None, to: str, text: str) -> None:
    """Send a message on to those who can decide it; `text` tells the citizen why and what follows.

    Raises `ComplaintNotFound`, `CaseWithAnother` or `StepNotAllowed`.
    """

    def make(complaint: Complaint) -> None:
        step(complaint, Move.REFER, account_id, referred_to=to)
        say(complaint, text, account_id)
        complaint_referred.send("complaints", complaint_id=complaint.id)

    _act(complaint_id, account_id, "complaints.refer", make)


def close(complaint_id: int, account_id: int | None) -> None:
    """Close an answered or referred message.

    Raises `ComplaintNotFound`, `CaseWithAnother` or `StepNotAllowed`.
    """
    _act(complaint_id, account_id, "complaints.close", lambda c: step(c, Move.CLOSE, account_id))


def attachment_content(
    complaint_id: int, attachment_id: int, account_id: int | None, vault: Vault
) -> tuple[Attachment, bytes]:
    """A file and its content, for an officer; audited. Raises `ComplaintNotFound`."""
    with transaction():
        file = db.session.get(Attachment, attachment_id)
        if file is None or file.complaint_id != complaint_id:
            raise ComplaintNotFound
        _audit(account_id, "complaints.open_attachment", complaint_id)
        return file, vault.read(file.stored_as)


def _act(
    complaint_id: int, account_id: int | None, action: str, make: Callable[[Complaint], None]
) -> None:
    """Do what only the officer may do who has the message in hand."""
    with transaction():
        complaint = lock(complaint_id)
        if account_id is None or complaint.handler_id != account_id:
            raise CaseWithAnother
        make(complaint)
        _audit(account_id, action, complaint_id)


def _audit(account_id: int | None, action: str, complaint_id: int) -> None:
    audit.record(account_id, action, f"complaint {complaint_id}")
