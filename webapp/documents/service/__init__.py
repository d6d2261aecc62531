"""The door of documents: keep, list, open, withdraw."""

from webapp.documents.models import Document, DocumentVersion
from webapp.documents.rules import READER_VERSION, DocumentKind, Part, Unit
from webapp.documents.service.catalogue import (
    Filter,
    bills_of_document,
    count_published,
    documents_of_bill,
    iter_published,
    kind_name,
    kinds_in_use,
    list_documents,
    translation,
)
from webapp.documents.service.keeping import (
    Facts,
    is_unchanged,
    keep_document,
    kept_kind,
    source_hash,
    withdraw_document,
)
from webapp.documents.service.reading import (
    DocumentNotFound,
    all_units,
    document_by_id,
    find_anchor,
    get_document,
    get_part,
    get_version,
    newest_version,
    outline_of,
    part_labels,
    section_anchor,
    version_by_id,
)
from webapp.documents.service.shown import shown_versions

__all__ = [
    "Document", "DocumentKind", "DocumentNotFound", "DocumentVersion", "Facts", "Filter",
    "Part", "READER_VERSION", "Unit", "all_units", "bills_of_document", "count_published",
    "document_by_id", "documents_of_bill", "find_anchor", "get_document", "get_part",
    "get_version", "is_unchanged", "iter_published", "keep_document", "kept_kind", "kind_name",
    "kinds_in_use", "list_documents", "newest_version", "outline_of", "part_labels",
    "section_anchor", "shown_versions", "source_hash", "translation", "version_by_id",
    "withdraw_document",
]  # fmt: skip
