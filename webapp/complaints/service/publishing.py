"""Answered cases for everybody: published once an officer has cleared them of personal data."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Select, func, select

from webapp.complaints.events import case_published, case_unpublished
from webapp.complaints.models import PublishedCase
from webapp.complaints.rules.states import State
from webapp.complaints.service.errors import CaseNotFound, CaseWithAnother, StepNotAllowed
from webapp.complaints.service.steps import lock
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.pagination import Page
from webapp.shared.transaction import transaction

PER_PAGE = 25


@dataclass(frozen=True)
class PublicWords:
    """What everybody reads of a case, without what tells who wrote."""

    title: str
    question: str
    answer: str


def publish_case(complaint_id: int, words: PublicWords, account_id: int | None) -> PublishedCase:
    """Publish an answered message, or other words of one that is public.

    Raises `ComplaintNotFound`, `CaseWithAnother`, or `StepNotAllowed` where it is not answered.
    """
    with transaction():
        complaint = lock(complaint_id)
        if account_id is None or complaint.handler_id != account_id:
            raise CaseWithAnother
        if State(complaint.state) not in (State.ANSWERED, State.CLOSED):
            raise StepNotAllowed("not answered")
        case = _of(complaint_id)
        if case is None:
            case = PublishedCase(
                complaint_id=complaint_id,
                kind=complaint.kind,
                language=complaint.language,
                answered_at=complaint.ended_at or clock.now(),
                published_at=clock.now(),
            )
            db.session.add(case)
        case.title, case.question, case.answer = words.title, words.question, words.answer
        case.published_by, case.unpublished_at = account_id, None
        db.session.flush()
        audit.record(account_id, "complaints.publish_case", f"complaint {complaint_id}")
        case_published.send("complaints", case_id=case.id)
    return case


def unpublish_case(complaint_id: int, account_id: int | None) -> None:
    """Take a published case back. Raises `CaseNotFound` where it is not public."""
    with transaction():
        case = _of(complaint_id)
        if case is None or case.unpublished_at is not None:
            raise CaseNotFound
        case.unpublished_at = clock.now()
        audit.record(account_id, "complaints.unpublish_case", f"complaint {complaint_id}")
        case_unpublished.send("complaints", case_id=case.id)


def published_cases() -> Iterator[PublishedCase]:
    """Every case that is public now, the oldest first; what search indexes."""
    yield from db.session.scalars(_public().order_by(PublishedCase.id))


def list_published(number: int) -> Page[PublishedCase]:
    """One page of the public cases, the newest answer first."""
    total = db.session.scalar(select(func.count()).select_from(_public().subquery())) or 0
    newest = _public().order_by(PublishedCase.answered_at.desc(), PublishedCase.id.desc())
    found = db.session.scalars(newest.limit(PER_PAGE).offset((number - 1) * PER_PAGE))
    return Page(found.all(), number, PER_PAGE, total)


def published_case(case_id: int) -> PublishedCase:
    """One public case. Raises `CaseNotFound`, also where it was taken back."""
    case = db.session.get(PublishedCase, case_id)
    if case is None or case.unpublished_at is not None:
        raise CaseNotFound
    return case


def case_of(complaint_id: int) -> PublishedCase | None:
    """The public case of a message; None where it is not public."""
    case = _of(complaint_id)
    return None if case is None or case.unpublished_at is not None else case


def _of(complaint_id: int) -> PublishedCase | None:
    return db.session.scalar(
        select(PublishedCase).where(PublishedCase.complaint_id == complaint_id)
    )


def _public() -> Select[PublishedCase]:
    return select(PublishedCase).where(PublishedCase.unpublished_at.is_(None))
