"""The door of documents: keep, list, open, withdraw."""

from webapp.documents.models import Document, DocumentDraft, DocumentVersion, DraftPage
from webapp.documents.rules import READER_VERSION, DocumentKind, Part, Unit
from webapp.documents.service.catalogue import (
    Filter,
    bills_of_document,
    count_published,
    documents_in_gazette,
    documents_of_bill,
    iter_published,
    kind_name,
    kinds_in_use,
    list_documents,
    published_among,
    translation,
)
from webapp.documents.service.comparing import (
    Pair,
    SameVersion,
    comparable_pairs,
    comparison_of,
    comparison_outline,
    first_with_last,
    in_order,
    list_versions,
    name_beside,
    version_named,
    versions_to_choose,
    versions_to_compare,
)
from webapp.documents.service.drafts import (
    DraftClosed,
    DraftFacts,
    PageChanged,
    PageEntry,
    change_facts,
    discard_draft,
    get_draft,
    get_page,
    save_page,
    take_in,
    waiting_drafts,
)
from webapp.documents.service.keeping import (
    Facts,
    has_later_version,
    is_unchanged,
    keep_document,
    kept_kind,
    source_hash,
    withdraw_document,
)
from webapp.documents.service.publishing import (
    DraftEmpty,
    PagesFlagged,
    outline_of_draft,
    publish_draft,
)
from webapp.documents.service.reading import (
    DocumentNotFound,
    all_units,
    document_by_id,
    find_anchor,
    get_document,
    get_kept_document,
    get_part,
    get_version,
    kept_document_by_id,
    newest_version,
    outline_of,
    part_labels,
    section_anchor,
    version_by_id,
)
from webapp.documents.service.recent import Arrival, arrivals_since, came_on
from webapp.documents.service.shown import shown_versions

__all__ = [
    "Arrival", "Document", "DocumentDraft", "DocumentKind", "DocumentNotFound",
    "DocumentVersion", "DraftClosed", "DraftEmpty", "DraftFacts", "DraftPage", "Facts",
    "Filter", "PageChanged", "PageEntry", "PagesFlagged", "Pair", "Part", "READER_VERSION",
    "SameVersion", "Unit", "all_units", "arrivals_since", "bills_of_document", "came_on",
    "change_facts", "comparable_pairs", "comparison_of", "comparison_outline",
    "count_published", "discard_draft", "document_by_id", "documents_in_gazette",
    "get_kept_document", "kept_document_by_id",
    "documents_of_bill", "find_anchor", "first_with_last", "get_document", "get_draft",
    "get_page", "get_part", "get_version", "has_later_version", "in_order", "is_unchanged",
    "iter_published", "keep_document", "kept_kind", "kind_name", "kinds_in_use",
    "list_documents", "list_versions", "name_beside", "newest_version", "outline_of",
    "outline_of_draft", "part_labels", "publish_draft", "published_among", "save_page",
    "section_anchor",
    "shown_versions", "source_hash", "take_in", "translation", "version_by_id", "version_named",
    "versions_to_choose", "versions_to_compare", "waiting_drafts", "withdraw_document",
]  # fmt: skip
