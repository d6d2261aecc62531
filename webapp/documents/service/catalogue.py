"""Which documents there are: lists, translations, the documents of a bill."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select

from thai_text.gazette import GazettePlace
from webapp.documents.models import Document, DocumentBill
from webapp.documents.rules import DocumentKind
from webapp.documents.wording import KIND_NAMES
from webapp.extensions import db


@dataclass(frozen=True)
class Filter:
    """Which documents a list shows; empty fields ask for nothing."""

    lang: str = "th"
    kind: DocumentKind | None = None
    year_be: int | None = None
    words: str = ""


def list_documents(wanted: Filter, page: int, per_page: int) -> tuple[Sequence[Document], int]:
    """One page of the catalogue, newest first, and how many there are in all."""
    query = _listing(wanted)
    total = db.session.scalar(select(func.count()).select_from(query.subquery())) or 0
    found = db.session.scalars(
        query.order_by(
            Document.written_for_service.desc(), Document.dated.desc(), Document.id.desc()
        )
        .limit(per_page)
        .offset((page - 1) * per_page)
    )
    return found.all(), total


def _listing(wanted: Filter) -> Select[Document]:
    query = select(Document).where(Document.withdrawn_at.is_(None))
    if wanted.lang == "en":
        # In English a text is listed in English where it has been written so, else in Thai.
        english = select(Document.work).where(
            Document.lang == "en", Document.work.is_not(None), Document.withdrawn_at.is_(None)
        )
        query = query.where(
            (Document.lang == "en") | Document.work.is_(None) | Document.work.not_in(english)
        )
    else:
        query = query.where(Document.lang == wanted.lang)
    if wanted.kind is not None:
        query = query.where(Document.kind == wanted.kind)
    if wanted.year_be is not None:
        query = query.where(Document.year_be == wanted.year_be)
    if wanted.words:
        query = query.where(_titled(wanted.words))
    return query


def documents_in_gazette(place: GazettePlace) -> list[Document]:
    """The documents that were printed in this volume and part of the Royal Gazette; those of the
    very part and page first, then in the order of its pages."""
    rows = db.session.scalars(
        select(Document).where(
            Document.gazette_volume == place.volume, Document.withdrawn_at.is_(None)
        )
    )
    found = [row for row in rows if place.is_in_part(row.gazette_part)]
    return sorted(
        found,
        key=lambda row: (
            row.gazette_part != place.part,
            row.gazette_page != place.page,
            int(row.gazette_page or 0),
            row.id,
        ),
    )


def kinds_in_use() -> list[DocumentKind]:
    """The kinds that the catalogue now has, in the order of `DocumentKind`."""
    found = set(db.session.scalars(select(Document.kind).distinct()))
    return [kind for kind in DocumentKind if kind in found]


def translation(document: Document, lang: str) -> Document | None:
    """The same work in another language, where it has been written."""
    if not document.work:
        return None
    return db.session.scalar(
        select(Document).where(
            Document.work == document.work, Document.lang == lang, Document.withdrawn_at.is_(None)
        )
    )


def documents_of_bill(bill_id: int, lang: str = "th") -> list[Document]:
    """The documents about a bill, in `lang` where they exist in it."""
    found = db.session.scalars(
        select(Document)
        .join(DocumentBill)
        .where(DocumentBill.bill_id == bill_id, Document.withdrawn_at.is_(None))
        .order_by(Document.kind, Document.id)
    ).all()
    in_lang = {document.work for document in found if document.work and document.lang == lang}
    return [d for d in found if d.lang == lang or not d.work or d.work not in in_lang]


def bills_of_document(document: Document) -> list[int]:
    """The database ids of the bills that a document is about."""
    return list(
        db.session.scalars(
            select(DocumentBill.bill_id).where(DocumentBill.document_id == document.id)
        )
    )


def iter_published(batch: int = 100) -> Iterator[Document]:
    """Every document that is shown, a batch at a time, by id."""
    last = 0
    while True:
        found = db.session.scalars(
            select(Document)
            .where(Document.id > last, Document.withdrawn_at.is_(None))
            .order_by(Document.id)
            .limit(batch)
        ).all()
        if not found:
            return
        yield from found
        last = found[-1].id


def published_among(
    ids: Select[int], inside: bool, words: str, page: int, per_page: int
) -> tuple[Sequence[Document], int]:
    """One page of the documents shown whose id is among `ids` (or, unless `inside`, is not) and
    whose title holds `words`, by id, in every language; and how many there are in all. `ids`
    yields no NULL."""
    among = Document.id.in_(ids) if inside else Document.id.not_in(ids)
    query = select(Document).where(Document.withdrawn_at.is_(None), among)
    if words:
        query = query.where(_titled(words))
    total = db.session.scalar(select(func.count()).select_from(query.subquery())) or 0
    found = db.session.scalars(
        query.order_by(Document.id).limit(per_page).offset((page - 1) * per_page)
    )
    return found.all(), total


def count_published(ids: Select[int] | None = None) -> int:
    """How many documents are shown; with `ids`, how many of these."""
    shown = select(func.count(Document.id)).where(Document.withdrawn_at.is_(None))
    if ids is not None:
        shown = shown.where(Document.id.in_(ids))
    return db.session.scalar(shown) or 0


def _titled(words: str) -> ColumnElement[bool]:
    return Document.title.contains(words, autoescape=True)


def kind_name(kind: str) -> str:
    """What a kind of document is called, in the language in force; the key for an unknown one."""
    return str(KIND_NAMES[DocumentKind(kind)]) if kind in list(DocumentKind) else kind
