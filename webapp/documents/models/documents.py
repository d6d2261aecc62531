"""Tables of documents."""

import json
import zlib
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from thai_text.outline import Document as Outline
from thai_text.outline import canonical_json
from webapp.documents.rules import DocumentKind
from webapp.extensions import db
from webapp.shared.columns import UtcDateTime, code


class Document(db.Model):
    """A text that people read, hear and follow; what it says is in its versions."""

    __tablename__ = "documents"
    __table_args__ = (
        Index("ix_documents_listing", "withdrawn_at", "lang", "kind", "dated"),
        Index("ix_documents_gazette", "gazette_volume", "gazette_part"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # The id in the records that it came from; unique, so that importing twice does no harm.
    source_key: Mapped[str | None] = mapped_column(unique=True)
    # Hash of the row it was made from, so that an unchanged row is not read again.
    source_hash: Mapped[str] = mapped_column(default="")
    # What its translations have in common; two documents with one `work` say the same.
    work: Mapped[str | None] = mapped_column(index=True)
    kind: Mapped[DocumentKind] = mapped_column(code(DocumentKind))
    title: Mapped[str]
    lang: Mapped[str] = mapped_column(default="th")
    dated: Mapped[date | None]
    year_be: Mapped[int | None]
    source: Mapped[str] = mapped_column(default="")
    source_url: Mapped[str] = mapped_column(default="")
    # Where it was printed in the Royal Gazette, as its source or the end of its text says.
    gazette_volume: Mapped[str] = mapped_column(default="")
    gazette_part: Mapped[str] = mapped_column(default="")
    gazette_page: Mapped[str] = mapped_column(default="")
    written_for_service: Mapped[bool] = mapped_column(default=False)
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    versions: Mapped[list["DocumentVersion"]] = relationship(
        order_by="DocumentVersion.number", cascade="all, delete-orphan"
    )

    @property
    def public_id(self) -> str:
        """The permanent id in addresses: d-1234."""
        return f"d-{self.id}"


class DocumentVersion(db.Model):
    """What a document said from one day on; a version never changes."""

    __tablename__ = "document_versions"
    __table_args__ = (UniqueConstraint("document_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    number: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    content_hash: Mapped[str] = mapped_column(index=True)
    characters: Mapped[int]
    section_count: Mapped[int]
    part_count: Mapped[int]
    # The canonical Document JSON, compressed; every form is made from it alone.
    packed_outline: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    # [[anchor, label, heading, depth, kind, part], …] in reading order.
    packed_contents: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    document: Mapped[Document] = relationship(overlaps="versions")

    def keep_outline(self, outline: Outline) -> None:
        self.packed_outline = zlib.compress(canonical_json(outline), 6)

    @property
    def outline(self) -> Outline:
        return Outline.from_json(json.loads(zlib.decompress(self.packed_outline)))

    def keep_contents(self, contents: list[list[Any]]) -> None:
        text = json.dumps(contents, ensure_ascii=False, separators=(",", ":"))
        self.packed_contents = zlib.compress(text.encode(), 6)

    @property
    def contents(self) -> list[list[Any]]:
        found: list[list[Any]] = json.loads(zlib.decompress(self.packed_contents))
        return found


class DocumentPart(db.Model):
    """One page of a version: its headings and sections, ready to show."""

    __tablename__ = "document_parts"
    __table_args__ = (UniqueConstraint("version_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("document_versions.id"), index=True)
    number: Mapped[int]
    label: Mapped[str]
    # [[depth, Block JSON], …]
    units: Mapped[str] = mapped_column(Text)


class DocumentBill(db.Model):
    """That a document is about a bill."""

    __tablename__ = "document_bills"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    bill_id: Mapped[int] = mapped_column(ForeignKey("bills.id"), primary_key=True, index=True)
