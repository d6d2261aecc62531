"""Tables of documents, and of the drafts that become documents."""

from webapp.documents.models.documents import (
    Document,
    DocumentBill,
    DocumentPart,
    DocumentVersion,
)
from webapp.documents.models.drafts import DocumentDraft, DraftPage

__all__ = [
    "Document", "DocumentBill", "DocumentDraft", "DocumentPart", "DocumentVersion", "DraftPage",
]  # fmt: skip
