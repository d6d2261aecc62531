"""Tables of trends: what the last look found, rises that were warned of, and notes of policy."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.columns import EncryptedText, UtcDateTime, code
from webapp.trends.rules.seasons import Basis, Verdict, monday, sunday
from webapp.trends.rules.subjects import Way


class HeardAgain(db.Model):
    """That a need which was in the register was heard once more: a search without result."""

    __tablename__ = "needs_heard_again"
    __table_args__ = (UniqueConstraint("need_id", "times"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id", ondelete="CASCADE"))
    times: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class TrendReading(db.Model):
    """How it stands with one aspect or subject by the last look; the same row from look to look."""

    __tablename__ = "trend_readings"
    __table_args__ = (UniqueConstraint("way", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    way: Mapped[Way] = mapped_column(code(Way))
    # An aspect's or topic's key; of words their keyed hash.
    key: Mapped[str]
    # Words that go together, as they stand in needs; "" for what has a name of its own.
    words: Mapped[str] = mapped_column(EncryptedText)
    # Their keyed hashes.
    terms: Mapped[list[int]] = mapped_column(JSON)
    verdict: Mapped[Verdict] = mapped_column(code(Verdict))
    basis: Mapped[Basis] = mapped_column(code(Basis))
    # The last whole week that was looked at.
    last_week: Mapped[int]
    now: Mapped[int]
    # In hundredths; None where only the season speaks.
    usual: Mapped[int | None]
    years: Mapped[int]
    # How likely so many are by chance, corrected for all that was looked at: in millionths.
    chance: Mapped[int]
    # By week, the oldest first: how many, and the mean of the same weeks of earlier years.
    weeks: Mapped[list[list[float]]] = mapped_column(JSON)

    @property
    def since(self) -> date:
        """The first day of the weeks that are looked at."""
        return monday(self.last_week - 3)

    @property
    def until(self) -> date:
        """Their last day."""
        return sunday(self.last_week)


class TrendLook(db.Model):
    """That it was looked, and over which weeks."""

    __tablename__ = "trend_looks"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_week: Mapped[int]


class FastRise(db.Model):
    """That a subject rose fast: warned of once, until it has come to rest."""

    __tablename__ = "trend_rises"
    __table_args__ = (Index("ix_trend_rises_subject", "way", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    way: Mapped[Way] = mapped_column(code(Way))
    key: Mapped[str]
    words: Mapped[str] = mapped_column(EncryptedText)
    began_week: Mapped[int]
    now: Mapped[int]
    usual: Mapped[int | None]
    found_at: Mapped[datetime] = mapped_column(UtcDateTime)
    mailed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)


class SurveyFall(db.Model):
    """That satisfaction in a survey fell from one quarter to the next by more than chance."""

    __tablename__ = "trend_survey_falls"

    survey_id: Mapped[int] = mapped_column(
        ForeignKey("surveys.id"), primary_key=True, autoincrement=False
    )
    # Percentages in hundredths.
    before: Mapped[int]
    after: Mapped[int]
    year_be: Mapped[int]
    quarter: Mapped[int]


class PolicyNote(db.Model):
    """A note of policy: what the issue is, its evidence, what could be done, what was decided."""

    __tablename__ = "policy_notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    issue: Mapped[str] = mapped_column(EncryptedText)
    evidence: Mapped[str] = mapped_column(EncryptedText)
    options: Mapped[str] = mapped_column(EncryptedText)
    decision: Mapped[str] = mapped_column(EncryptedText)
    # The bureau that owns it.
    owner: Mapped[str]
    decided_on: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    made_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    # What it was drawn up from; None for a note of its own.
    way: Mapped[Way | None] = mapped_column(code(Way))
    key: Mapped[str | None]
    terms: Mapped[list[int]] = mapped_column(JSON)
    since: Mapped[date | None]
    until: Mapped[date | None]
    # The item of the plan of improvements that was made of it.
    improvement_id: Mapped[int | None] = mapped_column(ForeignKey("improvements.id"))
