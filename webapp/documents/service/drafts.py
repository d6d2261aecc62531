"""Drafts: files taken in, their pages corrected and accepted by officers."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from office_files import ReadFile, read_safely
from office_files.judging import doubts_of
from webapp.documents.models import Document, DocumentDraft, DraftPage
from webapp.documents.rules import (
    DocumentKind,
    DraftState,
    assembled,
    likely_kind,
    likely_title,
    name_of_file,
    outlined,
    title_line,
)
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.errors import NotFound, Refused
from webapp.shared.transaction import transaction


class DraftNotFound(NotFound):
    """There is no such draft, or no such page of it."""


class DraftClosed(Refused):
    """The draft has been published or discarded; its text no longer changes."""


class PageChanged(Refused):
    """Another officer has saved the page since it was opened; `page` is how it is now."""

    def __init__(self, page: DraftPage) -> None:
        super().__init__(f"page {page.number} has revision {page.revision}")
        self.page = page


@dataclass(frozen=True)
class DraftFacts:
    """What a file is to become. An empty title is taken from the file, no kind from its text.

    `document` is the database id of the document of which it is a new version.
    """

    lang: str = "th"
    kind: DocumentKind | None = None
    title: str = ""
    dated: date | None = None
    bill_id: int | None = None
    document: int | None = None


def take_in(
    data: bytes, file_name: str, facts: DraftFacts, account_id: int | None, seconds: int = 40
) -> tuple[DocumentDraft, bool]:
    """Keep a file as a draft; the draft, and whether it is new (False: the same file is here).

    Arguments: `seconds`, the most that reading may take. Raises `office_files.FileRefused`.
    """
    file_hash = hashlib.sha256(data).hexdigest()
    known = _known(file_hash, facts.document)
    if known is not None:
        return known, False
    # Reading may take half a minute: no transaction is open meanwhile.
    db.session.rollback()
    found = read_safely(data, facts.lang, seconds)
    with transaction():
        draft = _draft(found, file_name, facts)
        draft.file_hash, draft.made_by = file_hash, account_id
        db.session.add(draft)
        db.session.flush()
        audit.record(account_id, "documents.take_in_file", f"draft-{draft.id}")
    return draft, True


def _known(file_hash: str, document: int | None) -> DocumentDraft | None:
    """The draft of the same file that waits, or whose document is still shown."""
    found = db.session.scalars(
        select(DocumentDraft)
        .where(DocumentDraft.file_hash == file_hash, DocumentDraft.state != DraftState.DISCARDED)
        .order_by(DocumentDraft.id.desc())
    )
    for draft in found:
        if document is not None and draft.document_id != document:
            continue
        if draft.state is DraftState.WAITING or not _is_withdrawn(draft):
            return draft
    return None


def _is_withdrawn(draft: DocumentDraft) -> bool:
    document = db.session.get(Document, draft.document_id) if draft.document_id else None
    return document is None or document.withdrawn_at is not None


def _draft(found: ReadFile, file_name: str, facts: DraftFacts) -> DocumentDraft:
    text = assembled((page.text, page.runs_on) for page in found.pages)
    kind = facts.kind or likely_kind(text)
    old = db.session.get(Document, facts.document) if facts.document else None
    own = (
        likely_title(found.title)
        or outlined(text, kind, "", facts.lang).title
        or (old.title if old else title_line(text))
    )
    return DocumentDraft(
        file_name=file_name,
        file_type=found.file_type,
        state=DraftState.WAITING,
        kind=kind,
        title=facts.title or own or name_of_file(file_name),
        lang=facts.lang,
        dated=facts.dated,
        bill_id=facts.bill_id,
        document_id=facts.document,
        made_at=clock.now(),
        pages=[
            DraftPage(
                number=number,
                raw=page.raw,
                text=page.text,
                doubts=" ".join(page.doubts),
                runs_on=page.runs_on,
            )
            for number, page in enumerate(found.pages, 1)
        ],
    )


def waiting_drafts() -> Sequence[DocumentDraft]:
    """The drafts that wait for an officer, newest first."""
    return db.session.scalars(
        select(DocumentDraft)
        .where(DocumentDraft.state == DraftState.WAITING)
        .order_by(DocumentDraft.id.desc())
    ).all()


def get_draft(draft_id: int) -> DocumentDraft:
    """The draft of this id. Raises `DraftNotFound`."""
    draft = db.session.get(DocumentDraft, draft_id) if draft_id < 2**31 else None
    if draft is None:
        raise DraftNotFound(str(draft_id))
    return draft


def open_draft(draft_id: int) -> DocumentDraft:
    """The draft of this id, to be changed. Raises `DraftNotFound` and `DraftClosed`."""
    draft = get_draft(draft_id)
    if draft.state is not DraftState.WAITING:
        raise DraftClosed(f"draft {draft_id} is {draft.state}")
    return draft


def get_page(draft: DocumentDraft, number: int) -> DraftPage:
    """A page of a draft by its number, from 1. Raises `DraftNotFound`."""
    page = next((page for page in draft.pages if page.number == number), None)
    if page is None:
        raise DraftNotFound(f"draft {draft.id} page {number}")
    return page


@dataclass(frozen=True)
class PageEntry:
    """What an officer saved of a page; `revision` is the one that was opened."""

    text: str
    revision: int
    runs_on: bool = False
    accepted: bool = False


def save_page(draft_id: int, number: int, entry: PageEntry, account_id: int | None) -> DraftPage:
    """Keep an officer's text of a page; accepted, it no longer waits for a person.

    Raises `DraftNotFound`, `DraftClosed`, and `PageChanged` where another officer was faster.
    """
    with transaction():
        draft = open_draft(draft_id)
        page = get_page(draft, number)
        db.session.refresh(page, with_for_update=True)
        if page.revision != entry.revision:
            raise PageChanged(page)
        text = "\n".join(line.rstrip() for line in entry.text.splitlines()).strip("\n")
        if text != page.text:
            page.text, page.doubts = text, " ".join(_doubts(page, text, draft.lang))
        page.runs_on, page.revision = entry.runs_on, page.revision + 1
        page.accepted_at = clock.now() if entry.accepted else None
        page.accepted_by = account_id if entry.accepted else None
        action = "documents.accept_page" if entry.accepted else "documents.save_page"
        audit.record(account_id, action, f"draft-{draft_id}/{number}")
    return page


def _doubts(page: DraftPage, text: str, lang: str) -> list[str]:
    """A page once doubted stays so until a person accepts it; new text may raise new doubts."""
    return list(dict.fromkeys([*page.doubts.split(), *doubts_of(text, lang)]))


def change_facts(draft_id: int, facts: DraftFacts, account_id: int | None) -> None:
    """Change what a draft is to become; an empty title or kind leaves what is there.

    Raises `DraftNotFound` and `DraftClosed`.
    """
    with transaction():
        draft = open_draft(draft_id)
        draft.kind, draft.title = facts.kind or draft.kind, facts.title or draft.title
        draft.lang, draft.dated, draft.bill_id = facts.lang, facts.dated, facts.bill_id
        audit.record(account_id, "documents.change_facts", f"draft-{draft_id}")


def discard_draft(draft_id: int, account_id: int | None) -> None:
    """Close a draft that is not to be published. Raises `DraftNotFound` and `DraftClosed`."""
    with transaction():
        draft = open_draft(draft_id)
        draft.state, draft.closed_at = DraftState.DISCARDED, clock.now()
        audit.record(account_id, "documents.discard_draft", f"draft-{draft_id}")
