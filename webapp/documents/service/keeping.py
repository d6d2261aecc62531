"""Taking documents in, version by version, and withdrawing them."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import delete, select

from thai_text.gazette import GazettePlace, place_in, place_of_law
from thai_text.outline import Document as Outline
from thai_text.outline import content_hash
from webapp.documents import events
from webapp.documents.contents import contents_of, part_label
from webapp.documents.models import Document, DocumentBill, DocumentPart, DocumentVersion
from webapp.documents.rules import PRINTED, READER_VERSION, DocumentKind, parts_of
from webapp.documents.service.reading import get_document, newest_version
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.transaction import transaction

Outcome = Literal["new", "changed", "unchanged"]


@dataclass(frozen=True)
class Facts:
    """What is known of a document beside its text. `bills` are database ids."""

    source_key: str
    kind: DocumentKind
    title: str
    lang: str = "th"
    dated: date | None = None
    year_be: int | None = None
    source: str = ""
    source_url: str = ""
    work: str | None = None
    written_for_service: bool = False
    bills: tuple[int, ...] = ()


FACT_COLUMNS = (
    "kind", "title", "lang", "dated", "year_be", "source", "source_url", "work",
    "written_for_service",
)  # fmt: skip


def source_hash(row: object) -> str:
    """The hash of a record as it came, and of the version of the reader that cuts its text."""
    text = json.dumps(row, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(f"{READER_VERSION}\n{text}".encode()).hexdigest()


def is_unchanged(key: str, row_hash: str) -> bool:
    """Whether the document of this record was already made from this very row."""
    kept = db.session.scalar(select(Document.source_hash).where(Document.source_key == key))
    return kept == row_hash


def has_later_version(key: str, number: int) -> bool:
    """Whether the document of this record has a version after this number already."""
    later = (
        select(DocumentVersion.id)
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(Document.source_key == key, DocumentVersion.number > number)
    )
    return db.session.scalar(later.limit(1)) is not None


def kept_kind(key: str) -> DocumentKind | None:
    """The kind of the document made from this record; None where there is none yet."""
    return db.session.scalar(select(Document.kind).where(Document.source_key == key))


def keep_document(
    facts: Facts,
    outline: Outline,
    row_hash: str = "",
    announce: bool = True,
    account_id: int | None = None,
) -> tuple[Document, Outcome]:
    """Add a document, or a new version where its text has changed; `account_id` is whose act it is.

    `announce=False` is for bulk imports, which announce themselves once at their end; only that
    there is a new version is told at once.
    """
    with transaction():
        document = db.session.scalar(
            select(Document).where(Document.source_key == facts.source_key)
        )
        outcome: Outcome = "unchanged"
        if document is None:
            document = Document(source_key=facts.source_key, published_at=clock.now())
            db.session.add(document)
            outcome = "new"
        for name in FACT_COLUMNS:
            if getattr(document, name) != getattr(facts, name):
                setattr(document, name, getattr(facts, name))
                outcome = "new" if outcome == "new" else "changed"
        document.source_hash = row_hash
        _note_place(document, facts, outline)
        db.session.flush()
        _link_bills(document, facts.bills)
        version = newest_version(document)
        if version is None or version.content_hash != content_hash(outline):
            version = _add_version(document, outline, (version.number if version else 0) + 1)
            outcome = "new" if outcome == "new" else "changed"
            if not announce:
                events.version_imported.send("documents", version_id=version.id)
        if announce and outcome != "unchanged":
            events.document_published.send(
                "documents", document_id=document.id, version_id=version.id, by=account_id
            )
    return document, outcome


def _note_place(document: Document, facts: Facts, outline: Outline) -> None:
    """Note where it was printed in the Royal Gazette, so that it is found by that."""
    place = place_in(facts.source) if facts.source else None
    if place is None and facts.kind in PRINTED:
        place = place_of_law(outline.plain_text())
    place = place or GazettePlace("", "")
    document.gazette_volume, document.gazette_part = place.volume, place.part
    document.gazette_page = place.page


def _link_bills(document: Document, bills: Iterable[int]) -> None:
    db.session.execute(delete(DocumentBill).where(DocumentBill.document_id == document.id))
    for bill_id in dict.fromkeys(bills):
        db.session.add(DocumentBill(document_id=document.id, bill_id=bill_id))


def _add_version(document: Document, outline: Outline, number: int) -> DocumentVersion:
    parts = parts_of(outline)
    version = DocumentVersion(
        document_id=document.id,
        number=number,
        made_at=clock.now(),
        content_hash=content_hash(outline),
        characters=sum(part.size for part in parts),
        section_count=len(outline.sections()),
        part_count=len(parts),
    )
    version.keep_outline(outline)
    version.keep_contents(contents_of(parts, outline.lang))
    db.session.add(version)
    db.session.flush()
    for place, part in enumerate(parts, 1):
        units = [[unit.depth, unit.block.to_json()] for unit in part.units]
        db.session.add(
            DocumentPart(
                version_id=version.id,
                number=place,
                label=part_label(part, outline.lang),
                units=json.dumps(units, ensure_ascii=False, separators=(",", ":")),
            )
        )
    return version


def withdraw_document(public_id: str, account_id: int | None = None) -> None:
    """Take a document out of the catalogue, the search and the feeds; its rows are kept."""
    with transaction():
        document = get_document(public_id)
        document.withdrawn_at = clock.now()
        events.document_withdrawn.send("documents", document_id=document.id)
        audit.record(account_id, "documents.withdraw_document", public_id)
