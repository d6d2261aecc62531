"""Every version that is shown, as a table that other features may join their own tables to."""

from sqlalchemy import ColumnElement, Subquery, func, select
from sqlalchemy.orm import aliased

from webapp.documents.models import Document, DocumentVersion


def shown_versions(newest_only: bool = False) -> Subquery:
    """The versions of documents that are not withdrawn: `version_id`, `document_id`, `number`,
    `characters`, `made_at`, and of the document `title`, `kind`, `lang`, `dated`, `own` (written
    for this service). With `newest_only`, one version of each document.
    """
    wanted: list[ColumnElement[bool]] = [Document.withdrawn_at.is_(None)]
    if newest_only:
        # Asked for each version by its index: a list of all newest ones is searched from end to end
        # for each document where a database has no statistics.
        same = aliased(DocumentVersion)
        newest = select(func.max(same.number)).where(
            same.document_id == DocumentVersion.document_id
        )
        wanted.append(DocumentVersion.number == newest.scalar_subquery())
    return (
        select(
            DocumentVersion.id.label("version_id"),
            DocumentVersion.document_id,
            DocumentVersion.number,
            DocumentVersion.characters,
            DocumentVersion.made_at,
            Document.title,
            Document.kind,
            Document.lang,
            Document.dated,
            Document.written_for_service.label("own"),
        )
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(*wanted)
        .subquery("shown")
    )
