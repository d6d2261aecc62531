"""What opens an anonymous message. The codename itself is nowhere."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db


class ComplaintCodename(db.Model):
    """A hash of one message's codename, in two parts: the first finds it, the second proves it."""

    __tablename__ = "complaint_codenames"

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), primary_key=True)
    selector: Mapped[str] = mapped_column(index=True)
    verifier: Mapped[str]
