"""The table of forms: what there is of a version of a document beside its page."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.listening.rules.forms import FormState
from webapp.shared.columns import UtcDateTime, code


class DocumentForm(db.Model):
    """One form of one version of a document: asked for, ready, or failed with its reason."""

    __tablename__ = "document_forms"
    __table_args__ = (UniqueConstraint("version_id", "kind", "engine"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("document_versions.id"), index=True)
    kind: Mapped[str]
    engine: Mapped[str]
    state: Mapped[FormState] = mapped_column(code(FormState))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    made_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Where the file is: the hash of the content and of everything that changes how it sounds.
    key: Mapped[str | None] = mapped_column(index=True)
    bytes: Mapped[int] = mapped_column(default=0)
    seconds: Mapped[float] = mapped_column(default=0.0)
    failure: Mapped[str] = mapped_column(default="")
