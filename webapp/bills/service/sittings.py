"""The agenda: sittings that are announced, the bills on their order papers, what changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select

from webapp.bills import events
from webapp.bills.models import Bill, Sitting, SittingBill
from webapp.bills.rules.kinds import House
from webapp.bills.service.reading import bill_by_id
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.errors import NotFound, Refused
from webapp.shared.importing import Outcome
from webapp.shared.transaction import transaction

CHAMBERS_THAT_SIT = (House.HOUSE, House.SENATE, House.JOINT)


class SittingNotFound(NotFound):
    """There is no such sitting."""


class SittingRefused(Refused):
    """A sitting of a body that holds none."""


@dataclass(frozen=True)
class SittingFacts:
    """What was announced of a sitting; `begins` is in Bangkok, None while it is not announced.
    `bill_ids` are the database ids of the bills on its order paper."""

    chamber: House
    on: date
    begins: time | None = None
    bill_ids: frozenset[int] = frozenset()
    source: str = ""
    source_url: str = ""
    cancelled: bool = False


_COLUMNS = ("chamber", "on", "begins", "source", "source_url", "cancelled")


def get_sitting(sitting_id: int) -> Sitting:
    """The sitting of this database id. Raises SittingNotFound."""
    found = db.session.get(Sitting, sitting_id)
    if found is None:
        raise SittingNotFound(f"no sitting {sitting_id}")
    return found


def list_sittings(most: int = 200) -> Sequence[Sitting]:
    """Sittings, the latest day first."""
    return db.session.scalars(
        select(Sitting).order_by(Sitting.on.desc(), Sitting.id.desc()).limit(most)
    ).all()


def sittings_on(bill: Bill, first: date, coming: bool = True) -> Sequence[Sitting]:
    """The sittings from a day on that have a bill on their order paper, the next first; with those
    that are cancelled unless only what is coming is asked for."""
    query = (
        select(Sitting)
        .join(SittingBill, SittingBill.sitting_id == Sitting.id)
        .where(SittingBill.bill_id == bill.id, Sitting.on >= first)
    )
    if coming:
        query = query.where(Sitting.cancelled.is_(False))
    return db.session.scalars(query.order_by(Sitting.on, Sitting.begins, Sitting.id)).all()


def save_sitting(
    facts: SittingFacts, staff_id: int | None, sitting_id: int | None = None
) -> Sitting:
    """Add a sitting, or change the one of this id, and announce what it means for its bills.

    Raises SittingNotFound, SittingRefused and BillNotFound.
    """
    with transaction():
        sitting = get_sitting(sitting_id) if sitting_id else Sitting(edition=0)
        if _write(sitting, facts, staff_id):
            audit.record(staff_id, "bills.save_sitting", f"sitting {sitting.id}")
    return sitting


def keep_sitting(source_key: str, facts: SittingFacts) -> Outcome:
    """Take a sitting in from a record of this key. Raises SittingRefused and BillNotFound."""
    with transaction():
        found = db.session.scalar(select(Sitting).where(Sitting.source_key == source_key))
        changed = _write(found or Sitting(source_key=source_key, edition=0), facts, None)
    if found is None:
        return "new"
    return "changed" if changed else "unchanged"


def _write(sitting: Sitting, facts: SittingFacts, staff_id: int | None) -> bool:
    """Keep what was announced; gives whether anything is new."""
    if facts.chamber not in CHAMBERS_THAT_SIT:
        raise SittingRefused(f"{facts.chamber} holds no sittings")
    before = {bill.id for bill in sitting.bills}
    told = {name: getattr(facts, name) for name in _COLUMNS}
    moved = any(getattr(sitting, name) != told[name] for name in ("chamber", "on", "begins"))
    moved |= bool(sitting.cancelled) != facts.cancelled
    if not moved and before == facts.bill_ids and sitting.source == facts.source:
        return False
    for name, value in told.items():
        setattr(sitting, name, value)
    sitting.bills = [bill_by_id(bill_id) for bill_id in sorted(facts.bill_ids)]
    sitting.edition += 1
    sitting.changed_at = clock.now()
    db.session.add(sitting)
    db.session.flush()
    concerned = before | facts.bill_ids if moved else before ^ facts.bill_ids
    if concerned and facts.on >= clock.today():
        events.sitting_changed.send(
            "bills", sitting_id=sitting.id, bill_ids=sorted(concerned), by=staff_id
        )
    return True
