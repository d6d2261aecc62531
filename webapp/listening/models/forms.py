"""The table of forms: what there is of a version of a document beside its page."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.listening.rules.forms import Failure, FormState
from webapp.listening.rules.kinds import FormKind, Variant
from webapp.shared.columns import UtcDateTime, code

_WHICH = ("kind", "voice", "speed", "grade", "layout", "told")


class DocumentForm(db.Model):
    """One form of one version of a document, or of what it changed in an older version, in one
    kind and variant: asked for, ready, or failed with its reason."""

    __tablename__ = "document_forms"
    __table_args__ = (
        # Two indexes, for no two NULLs are the same to a database.
        Index(
            "uq_document_forms_of_version",
            "version_id",
            *_WHICH,
            unique=True,
            sqlite_where=text("compared_with_id IS NULL"),
            postgresql_where=text("compared_with_id IS NULL"),
        ),
        Index(
            "uq_document_forms_of_comparison",
            "version_id",
            "compared_with_id",
            *_WHICH,
            unique=True,
            sqlite_where=text("compared_with_id IS NOT NULL"),
            postgresql_where=text("compared_with_id IS NOT NULL"),
        ),
        Index("ix_document_forms_queue", "state", "urgency", "asked_at"),
        Index("ix_document_forms_listing", "standard", "kind", "state", "version_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("document_versions.id"), index=True)
    # The older version, where this is the form of a comparison.
    compared_with_id: Mapped[int | None] = mapped_column(ForeignKey("document_versions.id"))
    kind: Mapped[FormKind] = mapped_column(code(FormKind))
    voice: Mapped[str] = mapped_column(default="")
    speed: Mapped[int] = mapped_column(default=0)
    grade: Mapped[int] = mapped_column(default=0)
    layout: Mapped[str] = mapped_column(default="")
    # How much of a comparison it tells; "" is the changes, and for what is no comparison.
    told: Mapped[str] = mapped_column(default="")
    # Whether it is the usual variant, which every version has without anybody's asking.
    standard: Mapped[bool] = mapped_column(default=False)

    state: Mapped[FormState] = mapped_column(code(FormState))
    urgency: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime | None] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(default=0)
    # About how many seconds making it takes; the queue's length is their sum.
    work_seconds: Mapped[float] = mapped_column(default=0.0)
    failure: Mapped[Failure | None] = mapped_column(code(Failure))
    # What the failing library said, for officers.
    failure_detail: Mapped[str] = mapped_column(default="")

    made_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Where the file is: the hash of the content and of everything that changes the file. A form
    # that is made anew keeps its old file until the new one is there.
    key: Mapped[str | None] = mapped_column(index=True)
    # The versions of everything that made it; another recipe today means that it is made anew.
    recipe: Mapped[str] = mapped_column(default="")
    # The voice that was there to speak it; "" for what is no sound.
    spoken_by: Mapped[str] = mapped_column(default="")
    bytes: Mapped[int] = mapped_column(default=0)
    seconds: Mapped[float] = mapped_column(default=0.0)
    # How many of the seconds a person reads.
    narrated_seconds: Mapped[float] = mapped_column(default=0.0)

    @property
    def variant(self) -> Variant:
        """Which one of its kind it is."""
        return Variant(self.voice, self.speed, self.grade, self.layout, self.told)
