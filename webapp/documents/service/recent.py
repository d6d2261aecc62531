"""Versions of documents that came lately."""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import and_, or_, select

from webapp.documents.models import Document, DocumentVersion
from webapp.extensions import db

_BANGKOK = ZoneInfo("Asia/Bangkok")


def versions_since(first: date, most: int) -> Sequence[DocumentVersion]:
    """The versions that came on or after a day, the newest first, at most so many.

    The first version of a dated document came on the document's own day, however late we got it.
    """
    made = DocumentVersion.made_at >= datetime.combine(first, time(), _BANGKOK)
    is_first = DocumentVersion.number == 1
    return db.session.scalars(
        select(DocumentVersion)
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(
            Document.withdrawn_at.is_(None),
            or_(
                and_(is_first, Document.dated >= first),
                and_(or_(~is_first, Document.dated.is_(None)), made),
            ),
        )
        .order_by(DocumentVersion.id.desc())
        .limit(most)
    ).all()
