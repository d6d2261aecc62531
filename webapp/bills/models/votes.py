"""Tables of votes: how many voted how, and on which bills."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.bills.models.bills import Bill
from webapp.bills.rules.kinds import House
from webapp.extensions import db
from webapp.shared.columns import code


class VoteEvent(db.Model):
    """One vote of one chamber with its counts; one vote may decide on several bills."""

    __tablename__ = "vote_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_key: Mapped[str | None] = mapped_column(unique=True)
    on: Mapped[date] = mapped_column("voted_on", index=True)
    chamber: Mapped[House] = mapped_column(code(House))
    reading: Mapped[int | None]
    title: Mapped[str]
    # None where the record gives no counts.
    approve: Mapped[int | None]
    disapprove: Mapped[int | None]
    abstain: Mapped[int | None]
    # Present without pressing a button, and not there at all; many records tell only one of them.
    no_vote: Mapped[int | None]
    absent: Mapped[int | None]
    # None where the record does not tell, or tells what its own counts contradict.
    passed: Mapped[bool | None]
    # Whether its record names the bills that it was on; one that does not changes nothing of it.
    names_bills: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str] = mapped_column(default="")
    source_url: Mapped[str] = mapped_column(default="")
    bills: Mapped[list[Bill]] = relationship(secondary="vote_bills", order_by=Bill.id)

    @property
    def public_id(self) -> str:
        """The permanent id in addresses: v-12."""
        return f"v-{self.id}"

    @property
    def has_counts(self) -> bool:
        """Whether the record tells how many voted how."""
        return self.approve is not None and self.disapprove is not None


class VoteBill(db.Model):
    """That a vote was on a bill."""

    __tablename__ = "vote_bills"

    vote_id: Mapped[int] = mapped_column(ForeignKey("vote_events.id"), primary_key=True)
    bill_id: Mapped[int] = mapped_column(ForeignKey("bills.id"), primary_key=True, index=True)


class NamedVote(db.Model):
    """That a bill's record names a vote by its key; the vote itself may come later."""

    __tablename__ = "named_votes"

    bill_id: Mapped[int] = mapped_column(ForeignKey("bills.id"), primary_key=True)
    vote_key: Mapped[str] = mapped_column(primary_key=True, index=True)
