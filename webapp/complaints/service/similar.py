"""Published cases like what a person is about to ask, found by the words that both have."""

from collections.abc import Sequence

from sqlalchemy import delete, func, select

from webapp.complaints.models import CaseWord, PublishedCase
from webapp.complaints.rules.similarity import most_alike, telling_words
from webapp.complaints.service.publishing import published_cases
from webapp.extensions import db
from webapp.shared.transaction import transaction


def similar_cases(subject: str, message: str) -> Sequence[PublishedCase]:
    """The public cases most like a message, the likest first; none for what is like none."""
    asked = telling_words(f"{subject}\n{message}")
    if not asked:
        return []
    shared: dict[int, set[str]] = {}
    holders: dict[str, int] = {}
    # Only words of public cases are kept, so every row counts.
    for case_id, word in db.session.execute(
        select(CaseWord.case_id, CaseWord.word).where(CaseWord.word.in_(asked))
    ):
        shared.setdefault(case_id, set()).add(word)
        holders[word] = holders.get(word, 0) + 1
    if not shared:
        return []
    total = db.session.scalar(select(func.count(CaseWord.case_id.distinct()))) or 0
    counted = select(CaseWord.case_id, func.count()).where(CaseWord.case_id.in_(shared))
    sizes = dict(db.session.execute(counted.group_by(CaseWord.case_id)).all())
    ids = most_alike(asked, shared, sizes, holders, total)
    found = {
        case.id: case
        for case in db.session.scalars(
            select(PublishedCase).where(
                PublishedCase.id.in_(ids), PublishedCase.unpublished_at.is_(None)
            )
        )
    }
    return [found[one] for one in ids if one in found]


def index_case(case_id: int) -> None:
    """Keep the words of a case as it stands now; none of one that is not public."""
    with transaction():
        case = db.session.get(PublishedCase, case_id)
        db.session.execute(delete(CaseWord).where(CaseWord.case_id == case_id))
        if case is not None and case.unpublished_at is None:
            _keep(case)


def index_missing_cases() -> None:
    """Keep the words of public cases of which none are kept: those published before there were
    any."""
    have = set(db.session.scalars(select(CaseWord.case_id).distinct()))
    missing = [case.id for case in published_cases() if case.id not in have]
    for case_id in missing:
        index_case(case_id)


def _keep(case: PublishedCase) -> None:
    for word in telling_words(f"{case.title}\n{case.question}"):
        db.session.add(CaseWord(case_id=case.id, word=word))
