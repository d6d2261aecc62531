"""Answered cases for everybody: published once an officer has cleared them of personal data."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Select, func, select

from webapp.complaints.events import case_published, case_unpublished
from webapp.complaints.models import Complaint, PublishedCase
from webapp.complaints.rules.redaction import Found, find, redact
from webapp.complaints.rules.states import State
from webapp.complaints.service.barring import hold, refuse_barred
from webapp.complaints.service.errors import (
    CaseNotFound,
    CaseWithAnother,
    ConsentMissing,
    PersonalDataLeft,
    StepNotAllowed,
)
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


def personal_data_in(complaint: Complaint, text: str) -> list[Found]:
    """What in a text may tell who somebody is; what is known of the sender is looked for too."""
    known = [complaint.name, complaint.email, complaint.contact]
    return find(text, filter(None, known))


def suggested_words(complaint: Complaint) -> tuple[PublicWords, PublicWords]:
    """The words of a message and of its last answer, as they are and without personal data."""
    said = [message.text for message in complaint.messages if message.is_from_office]
    answer = said[-1] if said else ""
    before = PublicWords(complaint.subject, complaint.words, answer)
    after = (
        redact(text, personal_data_in(complaint, text), complaint.language)
        for text in (before.title, before.question, before.answer)
    )
    return before, PublicWords(*after)


def publish_case(
    complaint_id: int, words: PublicWords, account_id: int | None, *, looked_at: bool = False
) -> PublishedCase:
    """Publish an answered message, or other words of one that is public.

    `looked_at`: the officer has looked at what the rules still find in the words, and it is no
    personal data. Raises `ComplaintNotFound`, `CaseWithAnother`, `StepNotAllowed` where it is not
    answered, `ConsentMissing` where its sender has not said that it may be published, or
    `PersonalDataLeft`.
    """
    with transaction():
        complaint = hold(complaint_id, account_id)
        if account_id is None or complaint.handler_id != account_id:
            raise CaseWithAnother
        if State(complaint.state) not in (State.ANSWERED, State.CLOSED):
            raise StepNotAllowed("not answered")
        if not complaint.may_publish:
            raise ConsentMissing
        left = [
            text[one.start : one.end]
            for text in (words.title, words.question, words.answer)
            for one in personal_data_in(complaint, text)
        ]
        if left and not looked_at:
            raise PersonalDataLeft(left)
        case = _of(complaint_id)
        if case is None:
            case = PublishedCase(
                complaint_id=complaint_id,
                kind=complaint.kind,
                language=complaint.language,
                answered_at=complaint.ended_at or clock.now(),
                published_at=clock.now(),
                edition=1,
            )
            db.session.add(case)
        elif case.unpublished_at or words != PublicWords(case.title, case.question, case.answer):
            case.edition += 1
        case.title, case.question, case.answer = words.title, words.question, words.answer
        case.published_by, case.unpublished_at = account_id, None
        db.session.flush()
        audit.record(account_id, "complaints.publish_case", f"complaint {complaint_id}")
        if left:
            kept = f"complaint {complaint_id}: {len(left)} looked at"
            audit.record(account_id, "complaints.keep_words", kept)
        case_published.send("complaints", case_id=case.id)
    return case


def unpublish_case(complaint_id: int, account_id: int | None) -> None:
    """Take a published case back.

    Raises `ComplaintNotFound`, or `CaseNotFound` where it is not public.
    """
    with transaction():
        refuse_barred(complaint_id, account_id)
        if not take_back(complaint_id, account_id):
            raise CaseNotFound
        audit.record(account_id, "complaints.unpublish_case", f"complaint {complaint_id}")


def take_back(complaint_id: int, account_id: int | None) -> bool:
    """Take the public case of a message back inside the caller's transaction; False for none."""
    case = case_of(complaint_id)
    if case is None:
        return False
    case.unpublished_at, case.published_by = clock.now(), account_id
    case.edition += 1
    case_unpublished.send("complaints", case_id=case.id)
    return True


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


def case_edition(case_id: int) -> int:
    """How often a case was published or taken back with a change, 1 for once; 0 for none."""
    case = db.session.get(PublishedCase, case_id)
    return case.edition if case else 0


def case_changed_by(case_id: int) -> int | None:
    """The account that published a case or took it back last; None where nobody is known."""
    case = db.session.get(PublishedCase, case_id)
    return case.published_by if case else None


def public_cases_of(complaint_ids: Collection[int]) -> list[int]:
    """The ids of the public cases among messages."""
    of_these = select(PublishedCase.id).where(PublishedCase.complaint_id.in_(complaint_ids))
    public = of_these.where(PublishedCase.unpublished_at.is_(None))
    return list(db.session.scalars(public.order_by(PublishedCase.id)))


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
