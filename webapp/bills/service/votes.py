"""Votes: recording one with its counts, and finding the bills it was on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from webapp.bills import events
from webapp.bills.models import Bill, BillTitle, NamedVote, VoteBill, VoteEvent
from webapp.bills.rules.kinds import House
from webapp.bills.rules.titles import title_stem
from webapp.bills.service.reading import get_bill
from webapp.extensions import db
from webapp.shared import audit
from webapp.shared.errors import NotFound, Refused
from webapp.shared.importing import Outcome
from webapp.shared.transaction import transaction

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
    no_vote: int | None = None
    absent: int | None = None
    passed: bool | None = None
    source: str = ""
    source_url: str = ""


COLUMNS = (
    "on", "chamber", "title", "reading", "approve", "disapprove", "abstain", "no_vote", "absent",
    "passed", "source", "source_url",
)  # fmt: skip

COUNTS = ("approve", "disapprove", "abstain", "no_vote", "absent")


def votes_of(bill: Bill) -> Sequence[VoteEvent]:
    """The votes on a bill, the oldest first."""
    return db.session.scalars(
        select(VoteEvent)
        .join(VoteBill, VoteBill.vote_id == VoteEvent.id)
        .where(VoteBill.bill_id == bill.id)
        .order_by(VoteEvent.on, VoteEvent.reading, VoteEvent.id)
    ).all()


def iter_votes(batch: int = 200) -> Iterator[VoteEvent]:
    """Every vote, a batch at a time, by id."""
    last = 0
    while True:
        found = db.session.scalars(
            select(VoteEvent).where(VoteEvent.id > last).order_by(VoteEvent.id).limit(batch)
        ).all()
        if not found:
            return
        last = found[-1].id
        yield from found


def get_vote(public_id: str) -> VoteEvent:
    """The vote of this public id (`v-12`). Raises VoteNotFound."""
    number = public_id.removeprefix("v-")
    fits = public_id.startswith("v-") and number.isascii() and number.isdigit()
    if not fits or len(number) > 9:
        raise VoteNotFound(f"no vote {public_id}")
    return vote_by_id(int(number))


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
        vote = VoteEvent(bills=[bill], names_bills=True, **columns)
        db.session.add(vote)
        db.session.flush()
        audit.record(staff_id, "bills.record_vote", bill.public_id)
        events.vote_recorded.send("bills", bill_id=bill.id, vote_id=vote.id, by=staff_id)
    return vote


def keep_vote(source_key: str, facts: VoteFacts, bills: Sequence[Bill] | None = None) -> Outcome:
    """Take a vote in from a record that names the bills it was on, or does not (None): then it is
    joined to the bills whose records name it, else to the one bill of its title.

    A vote that is known by a record with its bills is not changed by one without. That counts are
    put right that were told is announced as such. Raises VoteRefused.
    """
    _check(facts)
    with transaction():
        known = vote_by_source(source_key)
        vote = known or VoteEvent(source_key=source_key)
        changed, before = False, counts_of(vote)
        if bills is not None or not vote.names_bills:
            changed = _write(vote, facts)
            vote.names_bills = bills is not None
        db.session.add(vote)
        db.session.flush()
        meant = bills if bills is not None else _meant(vote)
        linked = [bill for bill in meant if _join(vote, bill)]
        if before and before != counts_of(vote):
            events.vote_changed.send("bills", vote_id=vote.id, before=before)
        if known is None or changed:
            events.vote_kept.send("bills", vote_id=vote.id, is_new=known is None)
    if known is None:
        return "new"
    return "changed" if changed or linked else "unchanged"


def counts_of(vote: VoteEvent) -> dict[str, int]:
    """The counts that are known of a vote, by their names; empty where none is."""
    told = {name: getattr(vote, name) for name in COUNTS}
    return {name: count for name, count in told.items() if count is not None}


def name_vote(bill: Bill, vote_key: str) -> bool:
    """Keep that a bill's record names this vote, and join them if the vote is known already; gives
    whether they were joined now."""
    with transaction():
        if db.session.get(NamedVote, (bill.id, vote_key)) is None:
            db.session.add(NamedVote(bill_id=bill.id, vote_key=vote_key))
            db.session.flush()
        vote = vote_by_source(vote_key)
        return vote is not None and _join(vote, bill)


def link_vote(vote: VoteEvent, bill: Bill) -> bool:
    """Say that a vote was on a bill; gives whether that was new."""
    if db.session.get(VoteBill, (vote.id, bill.id)) is not None:
        return False
    db.session.add(VoteBill(vote_id=vote.id, bill_id=bill.id))
    db.session.flush()
    return True


def _join(vote: VoteEvent, bill: Bill) -> bool:
    """The same for what records say, which is announced."""
    is_new = link_vote(vote, bill)
    if is_new:
        events.vote_joined.send("bills", vote_id=vote.id, bill_id=bill.id)
    return is_new


def _write(vote: VoteEvent, facts: VoteFacts) -> bool:
    changed = False
    for name in COLUMNS:
        if getattr(vote, name) != getattr(facts, name):
            setattr(vote, name, getattr(facts, name))
            changed = True
    return changed


def _meant(vote: VoteEvent) -> Sequence[Bill]:
    """The bills whose records name this vote; without any, the one bill of the vote's title that
    was under way on that day, none if several were."""
    named = db.session.scalars(
        select(Bill)
        .join(NamedVote, NamedVote.bill_id == Bill.id)
        .where(NamedVote.vote_key == vote.source_key)
    ).all()
    stem = title_stem(vote.title)
    if named or not stem:
        return named
    titled = db.session.scalars(
        select(Bill)
        .join(BillTitle, BillTitle.bill_id == Bill.id)
        .where(BillTitle.stem == stem, Bill.began_on <= vote.on, Bill.moved_on >= vote.on)
        .distinct()
    ).all()
    return titled if len(titled) == 1 else []


def _check(facts: VoteFacts) -> None:
    counts = [facts.approve, facts.disapprove, facts.abstain, facts.no_vote, facts.absent]
    if any(count is not None and count < 0 for count in counts):
        raise VoteRefused("a count of votes is below nought")
    if (facts.approve is None) != (facts.disapprove is None):
        raise VoteRefused("votes in favour and against are told together or not at all")
    if facts.chamber not in CHAMBERS:
        raise VoteRefused(f"{facts.chamber} takes no recorded votes")
