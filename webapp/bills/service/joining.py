"""Which bill a vote was on, where no record says it: the one of its title that may have come to it.

Records often leave out days, so a log without the day of its end does not rule a vote out.
"""

from sqlalchemy import select

from webapp.bills.models import Bill, BillTitle, VoteEvent
from webapp.bills.rules.stages import FINAL_STAGES
from webapp.bills.rules.steps import StepKind
from webapp.bills.rules.titles import title_stem
from webapp.bills.service.votes import link_vote
from webapp.extensions import db
from webapp.shared.transaction import transaction

# What may happen to a bill on which no House has voted yet, and what may end such a bill.
BEFORE_ANY_VOTE = frozenset(
    {
        StepKind.HEARING_OPENED,
        StepKind.HEARING_CLOSED,
        StepKind.HEARING_REPORTED,
        StepKind.SIGNATURES_OPENED,
        StepKind.SIGNATURES_VERIFIED,
        StepKind.PREPARATION_STARTED,
        StepKind.SUBMITTED_HOUSE,
        StepKind.SUBMITTED_PARLIAMENT,
        StepKind.MONEY_CHECK_ASKED,
        StepKind.MONEY_BILL_FOUND,
        StepKind.MONEY_BILL_NOT_FOUND,
        StepKind.PM_CERTIFIED,
        StepKind.PM_REFUSED,
        StepKind.HOUSE_AGENDA_PLACED,
        StepKind.JOINT_AGENDA_PLACED,
        StepKind.WITHDRAWN,
        StepKind.STRUCK_OUT,
        StepKind.LAPSED,
    }
)


def join_by_title(vote: VoteEvent) -> bool:
    """Join a vote that is on no bill yet to the one bill of its title that may have come to it by
    that day; none if several may. Gives whether it was joined now."""
    stem = title_stem(vote.title)
    if vote.bills or not stem:
        return False
    titled = db.session.scalars(
        select(Bill)
        .join(BillTitle, BillTitle.bill_id == Bill.id)
        .where(BillTitle.stem == stem, Bill.began_on <= vote.on)
        .distinct()
    ).all()
    meant = [bill for bill in titled if _may_have_come_to(bill, vote)]
    if len(meant) != 1:
        return False
    with transaction():
        return link_vote(vote, meant[0])


def _may_have_come_to(bill: Bill, vote: VoteEvent) -> bool:
    steps = [step for step in bill.steps if step.withdrawn_at is None]
    if all(step.kind in BEFORE_ANY_VOTE for step in steps):
        return False
    goes_on = bill.stage not in FINAL_STAGES or any(step.on is None for step in steps)
    return goes_on or (bill.moved_on is not None and bill.moved_on >= vote.on)
