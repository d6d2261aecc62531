"""Words of the office that are used again: templates, every version of each kept."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.complaints.rules.templates import Use
from webapp.extensions import db
from webapp.shared.columns import UtcDateTime, code


class Template(db.Model):
    """A text with fields that officers fill in; retired ones are offered no more."""

    __tablename__ = "complaint_templates"

    id: Mapped[int] = mapped_column(primary_key=True)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    versions: Mapped[list["TemplateVersion"]] = relationship(order_by="TemplateVersion.version")

    @property
    def newest(self) -> "TemplateVersion":
        """The version that is offered."""
        return self.versions[-1]


class TemplateVersion(db.Model):
    """What a template says from one moment until the next version. None changes."""

    __tablename__ = "complaint_template_versions"
    __table_args__ = (UniqueConstraint("template_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    template_id: Mapped[int] = mapped_column(ForeignKey("complaint_templates.id"))
    version: Mapped[int]
    name: Mapped[str]
    use: Mapped[Use] = mapped_column(code(Use))
    # The kind of message it is for; "" for every kind.
    kind: Mapped[str]
    # Words of the subject it is for; "" for every subject.
    subject: Mapped[str]
    language: Mapped[str]
    text: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
