"""What happened to bills lately, by the day on which it happened."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from webapp.bills.models import Bill, BillStep, VoteEvent
from webapp.bills.models.votes import VoteBill
from webapp.extensions import db


def steps_since(first: date, last: date, bill_id: int | None = None) -> Sequence[BillStep]:
    """The steps of these days, both included, withdrawn ones left out; of one bill, or of all."""
    query = select(BillStep).where(
        BillStep.on >= first, BillStep.on <= last, BillStep.withdrawn_at.is_(None)
    )
    if bill_id is not None:
        query = query.where(BillStep.bill_id == bill_id)
    return db.session.scalars(query.order_by(BillStep.on, BillStep.position)).all()


def last_steps_entered(since: datetime) -> Sequence[BillStep]:
    """The last step of each bill that was known before this moment and was entered after it, on
    whatever day it happened."""
    later = aliased(BillStep)
    newer = exists().where(
        later.bill_id == BillStep.bill_id,
        later.position > BillStep.position,
        later.withdrawn_at.is_(None),
    )
    return db.session.scalars(
        select(BillStep)
        .join(Bill, Bill.id == BillStep.bill_id)
        .where(
            BillStep.entered_at >= since,
            BillStep.withdrawn_at.is_(None),
            Bill.added_at < since,
            ~newer,
        )
        .order_by(BillStep.id)
    ).all()


def votes_since(
    first: date, last: date, bill_id: int | None = None
) -> Sequence[tuple[int, VoteEvent]]:
    """The votes of these days, each with the database id of the bill that it was on."""
    query = (
        select(VoteBill.bill_id, VoteEvent)
        .join(VoteEvent, VoteEvent.id == VoteBill.vote_id)
        .where(VoteEvent.on >= first, VoteEvent.on <= last)
    )
    if bill_id is not None:
        query = query.where(VoteBill.bill_id == bill_id)
    rows = db.session.execute(query.order_by(VoteEvent.on, VoteEvent.id)).all()
    return [(row[0], row[1]) for row in rows]
