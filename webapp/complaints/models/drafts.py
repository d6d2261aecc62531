"""Drafts of messages: no complaint, seen by no officer, and tied to nothing that is sent later."""

import secrets
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.extensions import db
from webapp.shared.columns import EncryptedText, UtcDateTime
from webapp.shared.uploads.kept import KeptFile


def _any_number() -> int:
    return secrets.randbits(62)


class ComplaintDraft(db.Model):
    """What one person typed into the form and has not sent."""

    __tablename__ = "complaint_drafts"

    # Drawn, not counted: a browser that may see a draft must never see the next one that gets a
    # number given up, and numbers in a row would tell who wrote after whom.
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, default=_any_number)
    # Its code is nowhere: see shared.receipt.fingerprint.
    code_fingerprint: Mapped[str] = mapped_column(unique=True)
    # The fields of the form by their names, as JSON.
    content: Mapped[str] = mapped_column(EncryptedText)
    # Whether the person asked to have it kept; else it only carries words from page to page.
    is_kept: Mapped[bool] = mapped_column(default=False)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)

    files: Mapped[list["ComplaintDraftFile"]] = relationship(
        order_by="ComplaintDraftFile.id", cascade="all, delete-orphan"
    )


class ComplaintDraftFile(KeptFile, db.Model):
    """A file of a draft."""

    __tablename__ = "complaint_draft_files"

    draft_id: Mapped[int] = mapped_column(ForeignKey("complaint_drafts.id"), index=True)
