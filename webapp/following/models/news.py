"""The table of news."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.following.rules.wishes import NewsKind
from webapp.shared.columns import UtcDateTime, code


class News(db.Model):
    """One event as those hear of it who follow what it concerns."""

    __tablename__ = "news"

    id: Mapped[int] = mapped_column(primary_key=True)
    # What happened, "step:12", "vote:4:9": the same event is news once.
    fact: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[NewsKind] = mapped_column(code(NewsKind))
    # The keys of everything that it concerns, saved searches not among them.
    keys: Mapped[list[str]] = mapped_column(JSON)
    happened_on: Mapped[date | None]
    # When it was entered here; it is announced as soon as a worker comes to it.
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    announced_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    # When all who follow it had been found.
    matched_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    # Whose action it was: nobody hears of his own.
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    bill_id: Mapped[int | None] = mapped_column(ForeignKey("bills.id"), index=True)
    step_id: Mapped[int | None] = mapped_column(ForeignKey("bill_steps.id"), index=True)
    vote_id: Mapped[int | None] = mapped_column(ForeignKey("vote_events.id"), index=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"))
    version_id: Mapped[int | None] = mapped_column(ForeignKey("document_versions.id"))
    complaint_id: Mapped[int | None]
    # The news that this one corrects.
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("news.id"), index=True)
    # When it turned out wrong; nobody is told of it from then on.
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # What more there is to say: the last day of a limit, the kind of a new form.
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
