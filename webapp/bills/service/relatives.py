"""Bills that belong together: what followed a bill, what went before, what was merged with it."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from webapp.bills.models import Bill, BillTitle, TitleKind
from webapp.extensions import db

# By which a bill names another, of which it is a part or which it takes up again.
RELATIONS = ("merged_into", "predecessor")
# Every year has its budget bill: the nearest say enough.
_MOST = 10


@dataclass(frozen=True)
class Relatives:
    """Other bills on the same law, and those merged into the same bill as this one.

    `earlier` and `later` hold bills whose names differ from this one's in issue and year alone: a
    lapsed bill that was proposed again, or an Act and the bills that amend it.
    """

    earlier: list[Bill] = field(default_factory=list)
    later: list[Bill] = field(default_factory=list)
    together: list[Bill] = field(default_factory=list)


def relatives_of(bill: Bill) -> Relatives:
    """The relatives of a bill, each once; what its page names already is left out."""
    named = {bill.id, bill.predecessor_id, bill.merged_into_id}
    together = [other for other in _merged_with(bill) if other.id not in named]
    named |= {other.id for other in together}
    same_name = (other for other in _of_same_name(bill) if other.id not in named)
    # Those merged into this bill have a list of their own.
    found = [other for other in same_name if other.merged_into_id != bill.id]
    followers = set(db.session.scalars(select(Bill.id).where(Bill.predecessor_id == bill.id)))
    later = [other for other in found if other.id in followers or _age(other) > _age(bill)]
    missing = followers - {other.id for other in later}
    later += [other for other_id in sorted(missing) if (other := db.session.get(Bill, other_id))]
    earlier = [other for other in found if other not in later]
    return Relatives(earlier[-_MOST:], later[:_MOST], together)


def leads_to(bill: Bill, other: Bill, relation: str) -> bool:
    """Whether a bill is another, or names it by a relation, or names one that does, and so on."""
    seen: set[int] = set()
    now: Bill | None = bill
    while now is not None and now.id not in seen:
        if now.id == other.id:
            return True
        seen.add(now.id)
        now = getattr(now, relation)
    return False


def _age(bill: Bill) -> tuple[date, int]:
    return bill.began_on or date.max, bill.id


def _merged_with(bill: Bill) -> list[Bill]:
    if bill.merged_into_id is None:
        return []
    into = Bill.merged_into_id == bill.merged_into_id
    return list(db.session.scalars(select(Bill).where(into, Bill.id != bill.id).order_by(Bill.id)))


def _of_same_name(bill: Bill) -> list[Bill]:
    """Bills one of whose names has the stem of one of this bill's, the oldest first."""
    stems = {
        title.stem for title in bill.titles if title.stem and title.kind is not TitleKind.NICKNAME
    }
    if not stems:
        return []
    found = db.session.scalars(
        select(Bill)
        .join(BillTitle, BillTitle.bill_id == Bill.id)
        .where(BillTitle.stem.in_(stems), BillTitle.kind != TitleKind.NICKNAME)
        .distinct()
    )
    return sorted(found, key=_age)
