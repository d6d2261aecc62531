"""Tables of Parliament's calendar, which staff edit: sessions and government holidays."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from webapp.bills.rules.sessions import Session, SessionKind
from webapp.extensions import db
from webapp.shared.columns import code


class ParliamentSession(db.Model):
    """A session of Parliament (constitution s.121 to s.123); `closes` is its last day."""

    __tablename__ = "parliament_sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    opens: Mapped[date] = mapped_column(unique=True)
    closes: Mapped[date | None]
    kind: Mapped[SessionKind] = mapped_column(code(SessionKind), default=SessionKind.ORDINARY)
    source: Mapped[str] = mapped_column(default="")
    source_url: Mapped[str] = mapped_column(default="")
    # Whether both days stand in a source.
    certain: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(default="")

    def as_rule(self) -> Session:
        """The session as the clock reads it."""
        return Session(self.opens, self.closes, self.kind)


class GovernmentHoliday(db.Model):
    """A weekday or weekend day on which government offices are closed."""

    __tablename__ = "government_holidays"

    on: Mapped[date] = mapped_column("closed_on", primary_key=True)
    name_th: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    # False for forecasts: days of coming years change by cabinet resolution.
    certain: Mapped[bool] = mapped_column(default=True)
    source: Mapped[str] = mapped_column(default="")


class HouseEnd(db.Model):
    """A day on which the House of Representatives ended or was dissolved (constitution s.147)."""

    __tablename__ = "house_ends"

    on: Mapped[date] = mapped_column("ended_on", primary_key=True)
    source: Mapped[str] = mapped_column(default="")
    source_url: Mapped[str] = mapped_column(default="")
