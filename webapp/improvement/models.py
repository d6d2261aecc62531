"""Tables of the plan of improvements."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.extensions import db
from webapp.improvement.rules import Rank, Source, State, counts
from webapp.shared.columns import UtcDateTime, code
from webapp.shared.quarters import quarter_of


class Improvement(db.Model):
    """One item of the plan: what people said, what the office does about it, and what changed."""

    __tablename__ = "improvements"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    # "ท่านบอก" and "เราทำ": what people said, and what the office does. Both are public.
    asked: Mapped[str]
    work: Mapped[str]
    urgent: Mapped[int]
    important: Mapped[int]
    proposed_on: Mapped[date]
    state: Mapped[State] = mapped_column(code(State), index=True)
    bureau: Mapped[str]
    # What is measured, and its value before and after, in words with its unit.
    measure: Mapped[str] = mapped_column(default="")
    before: Mapped[str] = mapped_column(default="")
    after: Mapped[str] = mapped_column(default="")
    # What the people who asked were told at the end; why not, where it was declined.
    told: Mapped[str] = mapped_column(default="")
    # The same in English; what was told before there were two has none.
    told_en: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")

    moves: Mapped[list["ImprovementMove"]] = relationship(order_by="ImprovementMove.id")
    targets: Mapped[list["ImprovementTarget"]] = relationship(
        order_by="ImprovementTarget.quarter_ends"
    )
    sources: Mapped[list["ImprovementSource"]] = relationship(order_by="ImprovementSource.id")

    @property
    def public_id(self) -> str:
        """The permanent id in addresses: i-12."""
        return f"i-{self.id}"

    def told_in(self, language: str) -> str:
        """What the people who asked were told at the end, in "th" or "en"."""
        return (self.told_en or self.told) if language == "en" else self.told

    @property
    def rank(self) -> Rank:
        return Rank(self.urgent, self.important, self.proposed_on)


class ImprovementMove(db.Model):
    """That an improvement came into a state, when, and by whom."""

    __tablename__ = "improvement_moves"

    id: Mapped[int] = mapped_column(primary_key=True)
    improvement_id: Mapped[int] = mapped_column(ForeignKey("improvements.id"), index=True)
    state: Mapped[State] = mapped_column(code(State))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))


class ImprovementTarget(db.Model):
    """What is to be reached by the end of a quarter, and what was written when it ended.

    Once the quarter has begun, `target` stays as it is: what is changed stands beside it.
    """

    __tablename__ = "improvement_targets"
    __table_args__ = (UniqueConstraint("improvement_id", "quarter_ends"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    improvement_id: Mapped[int] = mapped_column(ForeignKey("improvements.id"))
    quarter_ends: Mapped[date] = mapped_column(index=True)
    target: Mapped[str]
    # The day on which the first words were written; None for those from before it was kept.
    set_on: Mapped[date | None]
    met: Mapped[bool | None]
    follow_up: Mapped[str] = mapped_column(default="")
    written_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))

    changes: Mapped[list["ImprovementTargetChange"]] = relationship(
        order_by="ImprovementTargetChange.id"
    )

    @property
    def counts(self) -> bool:
        """Whether success is counted by it: it was set before its quarter began."""
        return counts(self.target, self.set_on, quarter_of(self.quarter_ends).first_day)


class ImprovementTargetChange(db.Model):
    """What a target was changed to after its quarter had begun, and why; the first one counts."""

    __tablename__ = "improvement_target_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    target_id: Mapped[int] = mapped_column(ForeignKey("improvement_targets.id"), index=True)
    target: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))


class ImprovementSource(db.Model):
    """What an improvement answers: a need, message or root cause by its number, or a
    survey's result."""

    __tablename__ = "improvement_sources"
    __table_args__ = (UniqueConstraint("improvement_id", "source", "ref"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    improvement_id: Mapped[int] = mapped_column(ForeignKey("improvements.id"))
    source: Mapped[Source] = mapped_column(code(Source))
    ref: Mapped[int] = mapped_column(index=True)
