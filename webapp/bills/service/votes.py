"""Votes: recording one with its counts, and finding the bills it was on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from webapp.bills import events
from webapp.bills.models import Bill, VoteBill, VoteEvent
from webapp.bills.rules.kinds import House
from webapp.bills.rules.stages import StageFamily
from webapp.bills.rules.titles import title_stem
from webapp.bills.service.reading import get_bill
from webapp.extensions import db
from webapp.shared import audit
from webapp.shared.errors import NotFound, Refused
from webapp.shared.importing import Outcome
from webapp.shared.transaction import transaction

_AT_OR_BEYOND_SENATE = (
    StageFamily.SENATE,
    StageFamily.BOTH_HOUSES,
    StageFamily.APPROVED,
    StageFamily.LAW,
)
CHAMBERS = (House.HOUSE, House.SENATE, House.JOINT)


class VoteNotFound(NotFound):
    """There is no such vote."""


class VoteRefused(Refused):
    """A vote that no chamber can have taken: counts below nought, or only some of them told."""


@dataclass(frozen=True)
class VoteFacts:
    """One vote of one chamber. Counts are None where no record tells them; so is `passed`."""

    on: date
    chamber: House
    title: str
    reading: int | None = None
    approve: int | None = None
    disapprove: int | None = None
    abstain: int | None = None
    absent: int | None = None
    passed: bool | None = None
    source: str = ""
    source_url: str = ""


COLUMNS = (
    "on", "chamber", "title", "reading", "approve", "disapprove", "abstain", "absent", "passed",
    "source", "source_url",
)  # fmt: skip


def votes_of(bill: Bill) -> Sequence[VoteEvent]:
    """The votes on a bill, the oldest first."""
    return db.session.scalars(
        select(VoteEvent)
        .join(VoteBill, VoteBill.vote_id == VoteEvent.id)
        .where(VoteBill.bill_id == bill.id)
        .order_by(VoteEvent.on, VoteEvent.reading, VoteEvent.id)
    ).all()


def vote_by_id(vote_id: int) -> VoteEvent:
    """The vote of this database id. Raises VoteNotFound."""
    vote = db.session.get(VoteEvent, vote_id)
    if vote is None:
        raise VoteNotFound(f"no vote {vote_id}")
    return vote


def vote_by_source(source_key: str) -> VoteEvent | None:
    """The vote made from the record of this key, or None."""
    return db.session.scalar(select(VoteEvent).where(VoteEvent.source_key == source_key))


def record_vote(public_id: str, facts: VoteFacts, staff_id: int | None) -> VoteEvent:
    """Add a vote on a bill and tell whoever follows it. Raises BillNotFound and VoteRefused."""
    _check(facts)
    with transaction():
        bill = get_bill(public_id)
        columns = {name: getattr(facts, name) for name in COLUMNS}
        vote = VoteEvent(bills=[bill], stem=title_stem(facts.title), **columns)
        db.session.add(vote)
        db.session.flush()
        audit.record(staff_id, "bills.record_vote", bill.public_id)
        events.vote_recorded.send("bills", bill_id=bill.id, vote_id=vote.id)
    return vote


def keep_vote(source_key: str, facts: VoteFacts) -> Outcome:
    """Take a vote in from a record. No event is sent. Raises VoteRefused."""
    _check(facts)
    with transaction():
        vote = vote_by_source(source_key)
        outcome: Outcome = "unchanged"
        if vote is None:
            vote = VoteEvent(source_key=source_key)
            db.session.add(vote)
            outcome = "new"
        for name in COLUMNS:
            if getattr(vote, name) != getattr(facts, name):
                setattr(vote, name, getattr(facts, name))
                outcome = "new" if outcome == "new" else "changed"
        vote.stem = title_stem(facts.title)
        db.session.flush()
    return outcome


def link_vote(vote: VoteEvent, bill: Bill) -> bool:
    """Say that a vote was on a bill; gives whether that was new."""
    if db.session.get(VoteBill, (vote.id, bill.id)) is not None:
        return False
    db.session.add(VoteBill(vote_id=vote.id, bill_id=bill.id))
    db.session.flush()
    return True


def link_senate_votes(bill: Bill) -> int:
    """Say of the Senate's votes under this bill's name, while it was under way, that they were on
    this bill; only a bill that has come to the Senate or beyond can be meant. Gives how many were
    new."""
    if bill.family not in _AT_OR_BEYOND_SENATE or bill.began_on is None:
        return 0
    stems = {title.stem for title in bill.titles} - {""}
    votes = db.session.scalars(
        select(VoteEvent).where(
            VoteEvent.chamber == House.SENATE,
            VoteEvent.stem.in_(stems),
            VoteEvent.on.between(bill.began_on, bill.moved_on),
        )
    )
    return sum(link_vote(vote, bill) for vote in votes.all())


def _check(facts: VoteFacts) -> None:
    counts = [facts.approve, facts.disapprove, facts.abstain, facts.absent]
    if any(count is not None and count < 0 for count in counts):
        raise VoteRefused("a count of votes is below nought")
    if (facts.approve is None) != (facts.disapprove is None):
        raise VoteRefused("votes in favour and against are told together or not at all")
    if facts.chamber not in CHAMBERS:
        raise VoteRefused(f"{facts.chamber} takes no recorded votes")
