"""Tables of what is to be: the sittings of the Houses, and the bills on their order papers."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.bills.models.bills import Bill
from webapp.bills.rules.kinds import House
from webapp.extensions import db
from webapp.shared.columns import UtcDateTime, code


class Sitting(db.Model):
    """A dated sitting of a House, or of both together, as it was announced."""

    __tablename__ = "sittings"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_key: Mapped[str | None] = mapped_column(unique=True)
    chamber: Mapped[House] = mapped_column(code(House))
    on: Mapped[date] = mapped_column("sits_on", index=True)
    # In Bangkok; None where the hour is not announced.
    begins: Mapped[time | None]
    cancelled: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str] = mapped_column(default="")
    source_url: Mapped[str] = mapped_column(default="")
    # How often it was changed, and when the last time.
    edition: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    bills: Mapped[list[Bill]] = relationship(secondary="sitting_bills", order_by="Bill.id")


class SittingBill(db.Model):
    """A bill on the order paper of a sitting."""

    __tablename__ = "sitting_bills"

    sitting_id: Mapped[int] = mapped_column(ForeignKey("sittings.id"), primary_key=True)
    bill_id: Mapped[int] = mapped_column(ForeignKey("bills.id"), primary_key=True, index=True)
