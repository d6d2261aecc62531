"""Tables of documents that came in as files and wait for a person's word."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from office_files import FileType
from webapp.documents.rules import DocumentKind, DraftState, name_of_file
from webapp.extensions import db
from webapp.shared.columns import UtcDateTime, code


class DocumentDraft(db.Model):
    """A file that was taken in: what it is to become, and its pages, kept after publication too."""

    __tablename__ = "document_drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    file_name: Mapped[str]
    # SHA-256 of the file, so that the same file is not taken in twice.
    file_hash: Mapped[str] = mapped_column(index=True)
    file_type: Mapped[FileType] = mapped_column(code(FileType))
    state: Mapped[DraftState] = mapped_column(code(DraftState), index=True)
    kind: Mapped[DocumentKind] = mapped_column(code(DocumentKind))
    title: Mapped[str]
    lang: Mapped[str]
    dated: Mapped[date | None]
    bill_id: Mapped[int | None] = mapped_column(ForeignKey("bills.id"))
    # The document of which it is a new version, or which it became.
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"), index=True)
    version_number: Mapped[int | None]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    pages: Mapped[list["DraftPage"]] = relationship(
        order_by="DraftPage.number", cascade="all, delete-orphan"
    )

    @property
    def is_named_after_file(self) -> bool:
        """Whether nobody told a title, and the text tells none."""
        return self.title == name_of_file(self.file_name)

    @property
    def pages_to_look_at(self) -> list["DraftPage"]:
        """The pages that a person must still accept before it can be published."""
        return [page for page in self.pages if page.is_flagged]


class DraftPage(db.Model):
    """One page of a file: its raw text for ever, and the clean text that officers may change."""

    __tablename__ = "document_draft_pages"
    __table_args__ = (UniqueConstraint("draft_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("document_drafts.id"), index=True)
    number: Mapped[int]
    raw: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    # Keys of thai_text.trust.Doubt and office_files' PageDoubt, separated by spaces.
    doubts: Mapped[str] = mapped_column(default="")
    # Whether its last paragraph goes on on the next page.
    runs_on: Mapped[bool] = mapped_column(default=False)
    # Grows with every change, so that two officers do not overwrite each other.
    revision: Mapped[int] = mapped_column(default=1)
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    accepted_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))

    @property
    def is_flagged(self) -> bool:
        """Whether a person must look at it."""
        return bool(self.doubts) and self.accepted_at is None
