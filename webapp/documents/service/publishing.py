"""Drafts become documents, or new versions of documents."""

from thai_text.outline import Document as Outline
from webapp.documents.models import Document, DocumentDraft
from webapp.documents.rules import DraftState, assembled, outlined
from webapp.documents.service.catalogue import bills_of_document
from webapp.documents.service.drafts import open_draft
from webapp.documents.service.keeping import Facts, keep_document
from webapp.documents.service.reading import document_by_id, newest_version
from webapp.shared import audit, clock
from webapp.shared.errors import Refused
from webapp.shared.transaction import transaction


class PagesFlagged(Refused):
    """Pages wait for a person's decision; `numbers` are theirs."""

    def __init__(self, numbers: list[int]) -> None:
        super().__init__(f"pages to look at: {', '.join(map(str, numbers))}")
        self.numbers = numbers


class DraftEmpty(Refused):
    """The draft has no text to publish."""


def outline_of_draft(draft: DocumentDraft) -> Outline:
    """The document that a draft would become, as it stands now."""
    text = assembled((page.text, page.runs_on) for page in draft.pages)
    return outlined(text, draft.kind, draft.title, draft.lang)


def publish_draft(draft_id: int, account_id: int | None) -> Document:
    """Publish a draft; search, the forms and whoever listens hear of it.

    Raises `DraftNotFound`, `DraftClosed`, `PagesFlagged`, `DraftEmpty`, and `DocumentNotFound`
    where the document of which it is a new version has been withdrawn.
    """
    with transaction():
        draft = open_draft(draft_id)
        flagged = [page.number for page in draft.pages_to_look_at]
        if flagged:
            raise PagesFlagged(flagged)
        outline = outline_of_draft(draft)
        if not outline.blocks:
            raise DraftEmpty(f"draft {draft_id}")
        facts, row_hash = _facts(draft)
        document, _outcome = keep_document(facts, outline, row_hash, account_id=account_id)
        version = newest_version(document)
        draft.state, draft.closed_at = DraftState.PUBLISHED, clock.now()
        draft.document_id = document.id
        draft.version_number = version.number if version else None
        audit.record(account_id, "documents.publish_draft", document.public_id)
    return document


def _facts(draft: DocumentDraft) -> tuple[Facts, str]:
    """The facts of the document, and the hash of the record that it came from, if any.

    A new version keeps what is known of its document; an import of the same record later on then
    finds that record unchanged, and leaves the new version alone.
    """
    linked = (draft.bill_id,) if draft.bill_id else ()
    year_be = draft.dated.year + 543 if draft.dated else None
    if draft.document_id is None:
        key = f"file-{draft.file_hash[:24]}-{draft.id}"
        return Facts(
            key, draft.kind, draft.title, draft.lang, draft.dated, year_be, bills=linked
        ), ""
    old = document_by_id(draft.document_id)
    # Found again by its key; whatever has none yet gets one.
    old.source_key = old.source_key or f"document-{old.id}"
    facts = Facts(
        source_key=old.source_key,
        kind=draft.kind,
        title=draft.title,
        lang=draft.lang,
        dated=draft.dated or old.dated,
        year_be=year_be or old.year_be,
        source=old.source,
        source_url=old.source_url,
        work=old.work,
        written_for_service=old.written_for_service,
        bills=(*bills_of_document(old), *linked),
    )
    return facts, old.source_hash
