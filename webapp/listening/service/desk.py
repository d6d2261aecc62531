"""The officers' view of the forms: what waits, what failed and why, and how full the disk is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select

from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules.forms import FormState, Urgency
from webapp.listening.rules.kinds import FormKind
from webapp.listening.service.missing import GIGABYTE, disk_used, has_room
from webapp.listening.service.possible import is_possible
from webapp.listening.service.queue import await_again
from webapp.listening.service.registry import file_of
from webapp.shared import audit
from webapp.shared.errors import NotFound, Refused
from webapp.shared.outbox import enqueue_once
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction


class FormNotFound(NotFound):
    """There is no such row in the registry."""


class FormImpossible(Refused):
    """This machine cannot make a form of this kind."""


@dataclass(frozen=True)
class Figures:
    """How the making of forms stands."""

    ready: int
    waiting: int
    failed: int
    # Of those that failed, how many this machine can try again.
    failed_possible: int
    asked: int
    work_seconds: float
    disk_bytes: int
    budget_bytes: int
    has_room: bool


@dataclass(frozen=True)
class Entry:
    """A form of the queue or of the failures, with its document."""

    form: DocumentForm
    document: documents.Document | None


def figures() -> Figures:
    """How many forms are ready, wait and failed, what visitors wait for, and the disk."""
    count = select(DocumentForm.state, func.count().label("number")).group_by(DocumentForm.state)
    by_state = {row.state: row.number for row in db.session.execute(count)}
    waits = DocumentForm.state == FormState.WAITING
    asked = select(func.count()).where(waits, DocumentForm.urgency == Urgency.ASKED)
    work = select(func.sum(DocumentForm.work_seconds)).where(waits)
    return Figures(
        by_state.get(FormState.READY, 0),
        by_state.get(FormState.WAITING, 0),
        by_state.get(FormState.FAILED, 0),
        db.session.scalar(select(func.count()).where(*_failed_possible())) or 0,
        db.session.scalar(asked) or 0,
        db.session.scalar(work) or 0.0,
        disk_used(),
        settings().FORMS_DISK_GB * GIGABYTE,
        has_room(),
    )


def list_rows(state: FormState, page: int, per_page: int) -> tuple[list[Entry], int]:
    """One page of the forms in a state: the queue in its order, failures the latest first."""
    in_state = DocumentForm.state == state
    total = db.session.scalar(select(func.count(DocumentForm.id)).where(in_state)) or 0
    order: list[Any] = [DocumentForm.asked_at.desc(), DocumentForm.id.desc()]
    if state is FormState.WAITING:
        order = [DocumentForm.urgency.asc(), DocumentForm.asked_at.asc(), DocumentForm.id.asc()]
    rows = db.session.scalars(
        select(DocumentForm)
        .where(in_state)
        .order_by(*order)
        .limit(per_page)
        .offset((page - 1) * per_page)
    )
    return _with_documents(rows.all()), total


def _with_documents(rows: Sequence[DocumentForm]) -> list[Entry]:
    return [Entry(row, _document(row)) for row in rows]


def _document(row: DocumentForm) -> documents.Document | None:
    try:
        return documents.document_by_id(documents.version_by_id(row.version_id).document_id)
    except documents.DocumentNotFound:
        return None


def make_again(form_id: int, officer_id: int | None) -> None:
    """Make one form again, as if a visitor had asked. Raises `FormNotFound`, `FormImpossible`."""
    with transaction():
        row = db.session.get(DocumentForm, form_id)
        if row is None:
            raise FormNotFound(str(form_id))
        if not is_possible(row.kind):
            raise FormImpossible(row.kind)
        await_again(row, Urgency.ASKED)
        enqueue_once("listening.make_forms")
        audit.record(officer_id, "listening.make_again", f"form {form_id}")


def make_all_again(officer_id: int | None) -> int:
    """Make everything again that failed and can be made here; how many forms that is."""
    with transaction():
        rows = db.session.scalars(select(DocumentForm).where(*_failed_possible())).all()
        for row in rows:
            await_again(row, Urgency.NEW)
        if rows:
            enqueue_once("listening.make_forms")
        audit.record(officer_id, "listening.make_all_again", f"{len(rows)} forms")
    return len(rows)


def _failed_possible() -> tuple[ColumnElement[bool], ...]:
    kinds = [kind for kind in FormKind if is_possible(kind)]
    return DocumentForm.state == FormState.FAILED, DocumentForm.kind.in_(kinds)


def forget_lost_files() -> int:
    """Note of every form whose file is gone (after a restore, say) that it is missing; how many.

    Rows of what nobody asked for go, so that they are made by themselves again.
    """
    lost = 0
    last = 0
    while True:
        batch = select(DocumentForm).where(DocumentForm.id > last, DocumentForm.key.is_not(None))
        rows = db.session.scalars(batch.order_by(DocumentForm.id).limit(500)).all()
        if not rows:
            break
        last = rows[-1].id
        gone = [row for row in rows if file_of(row) is None]
        with transaction():
            for row in gone:
                db.session.delete(row)
        lost += len(gone)
    with transaction():
        enqueue_once("listening.fill_shelves")
    return lost
