"""The versions of the standard, and who is told when it is about to be missed, or is."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.complaints.rules.channels import Unreached
from webapp.complaints.rules.standard import PublishedStandard
from webapp.extensions import db
from webapp.shared.columns import UtcDateTime, code


class StandardVersion(db.Model):
    """A published version of the standard after the first, which is in the rules. None changes."""

    __tablename__ = "complaint_standards"

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    in_force_from: Mapped[date] = mapped_column(unique=True)
    decide_within: Mapped[int]
    answer_within: Mapped[int]
    very_late_after: Mapped[int]
    remind_before: Mapped[int]
    wait_for_citizen: Mapped[int]
    close_after: Mapped[int]
    hear_within: Mapped[int]
    cut_off: Mapped[time]
    tell_within: Mapped[int] = mapped_column(default=1)
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    published_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))

    def as_rule(self) -> PublishedStandard:
        """The version as the clock reads it."""
        names = PublishedStandard.__dataclass_fields__
        return PublishedStandard(**{name: getattr(self, name) for name in names})


class ComplaintAlert(db.Model):
    """A reminder or an escalation of one due day of one message: noted once, told once."""

    __tablename__ = "complaint_alerts"
    __table_args__ = (UniqueConstraint("complaint_id", "level", "due_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"))
    level: Mapped[str]
    due_on: Mapped[date]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    # When its letters were given to the outbox.
    mailed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ReturnedAlert(db.Model):
    """An alert whose letter did not reach an address of staff: whose, since when, and who hears of
    it instead."""

    __tablename__ = "complaint_returned_alerts"
    __table_args__ = (UniqueConstraint("alert_id", "whom", "letter_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    alert_id: Mapped[int] = mapped_column(ForeignKey("complaint_alerts.id"))
    # The key of an address (rules.alerts), and the address itself at that time.
    whom: Mapped[str]
    email: Mapped[str] = mapped_column(index=True)
    # The alert's own moment: told anew, it is another letter.
    letter_at: Mapped[datetime] = mapped_column(UtcDateTime)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    why: Mapped[Unreached] = mapped_column(code(Unreached))
    # The mail server took the letter, and sent it back later: that it takes another proves nothing.
    came_back: Mapped[bool] = mapped_column(default=False)
    # The next one up whom a letter went to; None where there is nobody.
    passed_to: Mapped[str | None]
    # A letter reached the address, another address was written, or an officer said that it works.
    over_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DeskAddress(db.Model):
    """Where letters to the desk go: `whom` is a bureau's key, or one above the bureaux."""

    __tablename__ = "complaint_desk_addresses"

    whom: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str]
