"""The end of a House of Representatives, with which what Parliament has not approved lapses."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from webapp.bills import events
from webapp.bills.models import Bill, HouseEnd
from webapp.bills.rules.stages import FINAL_STAGES
from webapp.bills.rules.steps import StepKind
from webapp.bills.rules.trail import find_move, follow
from webapp.bills.service.log import StepEntry, derive, insert_step
from webapp.extensions import db
from webapp.shared import audit
from webapp.shared.importing import Outcome
from webapp.shared.transaction import transaction

# The record that lapses with a House come from; the step's source names the decree.
RECORD = "house end"


def list_house_ends() -> Sequence[HouseEnd]:
    """Every day on which a House ended or was dissolved, the newest first."""
    return db.session.scalars(select(HouseEnd).order_by(HouseEnd.on.desc())).all()


def end_house(on: date, source: str, source_url: str, staff_id: int | None) -> int:
    """Record that the House ended on a day: every bill that Parliament had not approved by then
    lapses (constitution s.147) and its followers are told. Gives how many bills lapsed."""
    with transaction():
        end = _keep(on, source, source_url)
        audit.record(staff_id, "bills.end_house", f"house end {on.isoformat()}")
        lapsed = 0
        for bill in _unfinished():
            step_id = _lapse(bill, end)
            if step_id is not None:
                lapsed += 1
                events.step_recorded.send("bills", bill_id=bill.id, step_id=step_id)
    return lapsed


def keep_house_end(on: date, source: str, source_url: str) -> Outcome:
    """Take the end of a House in from a record; nobody is told bill by bill."""
    with transaction():
        known = db.session.get(HouseEnd, on)
        told = (source, source_url)
        changed = known is not None and (known.source, known.source_url) != told
        end = _keep(on, source, source_url)
        lapsed = [bill for bill in _unfinished() if _lapse(bill, end) is not None]
    if known is None:
        return "new"
    return "changed" if changed or lapsed else "unchanged"


def lapse_with_houses(bill: Bill) -> bool:
    """Let a bill that was taken in late lapse with the House that it was before, in the caller's
    transaction; gives whether it did."""
    return any(_lapse(bill, end) is not None for end in reversed(list_house_ends()))


def _keep(on: date, source: str, source_url: str) -> HouseEnd:
    end = db.session.get(HouseEnd, on) or HouseEnd(on=on)
    end.source, end.source_url = source, source_url
    db.session.add(end)
    db.session.flush()
    return end


def _unfinished() -> Sequence[Bill]:
    return db.session.scalars(select(Bill).where(Bill.stage.not_in(list(FINAL_STAGES)))).all()


def _lapse(bill: Bill, end: HouseEnd) -> int | None:
    """Record the lapse where the Constitution has it; gives the step's id. A bill that began or
    moved after that day was not before that House any more."""
    trail = follow(bill.kind, bill.log())
    if trail.last_on is None or trail.last_on > end.on:
        return None
    if find_move(trail, StepKind.LAPSED) is None:
        return None
    entry = StepEntry(StepKind.LAPSED, end.on, source=end.source, source_url=end.source_url)
    step = insert_step(bill, entry, len(bill.steps), record=RECORD)
    derive(bill)
    return step.id
