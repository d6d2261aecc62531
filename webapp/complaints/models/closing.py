"""What people say once their message is closed, and four weeks later."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.complaints.rules.closing import AskedAt, Verdict
from webapp.extensions import db
from webapp.shared.columns import EncryptedText, UtcDateTime, code


class ComplaintClosing(db.Model):
    """One closing of a message: a reopened one is closed, and asked about, again."""

    __tablename__ = "complaint_closings"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    closed_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    # The day on which the cap over everything that asks let us ask; None: only who wants is heard.
    asked_on: Mapped[date | None]
    # When the letter of four weeks later went out.
    asked_again_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    answers: Mapped[list["ClosingAnswer"]] = relationship(order_by="ClosingAnswer.id")
    tries: Mapped[list["ClosingTry"]] = relationship(order_by="ClosingTry.id")


class ClosingAnswer(db.Model):
    """What a person answered at one of the two times."""

    __tablename__ = "complaint_closing_answers"
    __table_args__ = (UniqueConstraint("closing_id", "asked_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    closing_id: Mapped[int] = mapped_column(ForeignKey("complaint_closings.id"))
    asked_at: Mapped[AskedAt] = mapped_column(code(AskedAt))
    was_answered: Mapped[Verdict] = mapped_column(code(Verdict))
    was_solved: Mapped[Verdict] = mapped_column(code(Verdict))
    why: Mapped[str] = mapped_column(EncryptedText)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    # The officer who asked by telephone or letter; None: the person alone.
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))


class ClosingTry(db.Model):
    """A day on which an officer called or wrote to put the questions, and nobody answered them."""

    __tablename__ = "complaint_closing_tries"
    __table_args__ = (UniqueConstraint("closing_id", "tried_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    closing_id: Mapped[int] = mapped_column(ForeignKey("complaint_closings.id"))
    asked_at: Mapped[AskedAt] = mapped_column(code(AskedAt))
    tried_on: Mapped[date]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
