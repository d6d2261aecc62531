"""Versions of documents that came lately."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from sqlalchemy import and_, or_, select

from webapp.documents.models import Document, DocumentBill, DocumentVersion
from webapp.documents.rules import DocumentKind
from webapp.extensions import db
from webapp.shared.clock import BANGKOK


class Arrival(NamedTuple):
    """That a version of a document came: its database ids, its number, the day in Bangkok, and
    when we got it."""

    version_id: int
    document_id: int
    number: int
    on: date
    made_at: datetime


def arrivals_since(
    first: date,
    last: date,
    kind: DocumentKind | None = None,
    bill_id: int | None = None,
) -> Sequence[Arrival]:
    """All versions that came on these days, both included, the newest first; of documents of one
    kind or about one bill, where that is asked for. See `came_on` for the day."""
    made = DocumentVersion.made_at >= datetime.combine(first, time(), BANGKOK)
    is_first = DocumentVersion.number == 1
    query = (
        select(
            DocumentVersion.id,
            DocumentVersion.document_id,
            DocumentVersion.number,
            DocumentVersion.made_at,
            Document.dated,
        )
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(
            Document.withdrawn_at.is_(None),
            or_(
                and_(is_first, Document.dated >= first),
                and_(or_(~is_first, Document.dated.is_(None)), made),
            ),
        )
    )
    if kind is not None:
        query = query.where(Document.kind == kind)
    if bill_id is not None:
        about = select(DocumentBill.document_id).where(DocumentBill.bill_id == bill_id)
        query = query.where(Document.id.in_(about))
    found = [
        Arrival(row.id, row.document_id, row.number, _day(*row[2:]), row.made_at)
        for row in db.session.execute(query.order_by(DocumentVersion.id.desc()))
    ]
    return [arrival for arrival in found if arrival.on <= last]


def came_on(version: DocumentVersion) -> date:
    """The day on which a version came: the first of a dated document on the document's own day,
    however late we got it, any other on the day in Bangkok on which we got it."""
    return _day(version.number, version.made_at, version.document.dated)


def _day(number: int, made_at: datetime, dated: date | None) -> date:
    return dated if number == 1 and dated else made_at.astimezone(BANGKOK).date()
