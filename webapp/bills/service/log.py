"""The log of a bill: recording steps, withdrawing them, and what follows for the bill."""

from dataclasses import dataclass
from datetime import date

from webapp.bills import events
from webapp.bills.models import Bill, BillStep
from webapp.bills.rules.machine import check_step
from webapp.bills.rules.refusals import StepNotAllowed
from webapp.bills.rules.stages import family_of
from webapp.bills.rules.steps import Step, StepKind
from webapp.bills.rules.trail import follow
from webapp.bills.service.calendar import known_sessions
from webapp.bills.service.reading import get_bill
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.errors import NotFound, Refused
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction


class StepRefused(Refused):
    """The Constitution does not allow the step here; `why` has the reason and the section."""

    def __init__(self, why: StepNotAllowed) -> None:
        self.why = why
        super().__init__(str(why))


class StepNotFound(NotFound):
    """The bill has no such step, or it is withdrawn already."""


@dataclass(frozen=True)
class StepEntry:
    """A step as somebody enters it. An exception reason lets a step stand that the order of the
    Constitution would refuse; `days` is the length of an extension."""

    kind: StepKind
    on: date | None
    source: str = ""
    source_url: str = ""
    note: str = ""
    exception_reason: str = ""
    days: int | None = None

    def as_rule(self) -> Step:
        """The entry as the rules read it."""
        return Step(self.kind, self.on, self.exception_reason, days=self.days)


def record_step(public_id: str, entry: StepEntry, staff_id: int | None) -> BillStep:
    """Add a step to a bill's log and tell whoever follows it.

    An exception may lie before later steps and is put in its place among them. Raises BillNotFound
    and StepRefused.
    """
    with transaction():
        bill = _locked(public_id)
        place = place_of(bill, entry.on) if entry.exception_reason else len(bill.steps)
        try:
            _check(bill, entry, place)
        except StepNotAllowed as why:
            raise StepRefused(why) from why
        step = insert_step(bill, entry, place, staff_id)
        derive(bill)
        audit.record(staff_id, "bills.record_step", bill.public_id)
        events.step_recorded.send("bills", bill_id=bill.id, step_id=step.id)
    return step


def withdraw_step(public_id: str, step_id: int, why: str, staff_id: int | None) -> BillStep:
    """Withdraw a wrong step; it stays in the log, marked, and counts for nothing any more.

    Raises BillNotFound, StepNotFound, and StepRefused where later steps stand on this one.
    """
    with transaction():
        bill = _locked(public_id)
        step = get_step(bill, step_id)
        left = [other.as_rule() for other in bill.steps if other is not step]
        try:
            follow(bill.kind, left)
        except StepNotAllowed as broken:
            raise StepRefused(broken) from broken
        step.withdrawn_at = clock.now()
        step.withdrawn_by = staff_id
        step.withdrawn_why = why
        derive(bill)
        audit.record(staff_id, "bills.withdraw_step", bill.public_id)
        events.step_withdrawn.send("bills", bill_id=bill.id, step_id=step.id)
    return step


def get_step(bill: Bill, step_id: int) -> BillStep:
    """A step of this bill that is not withdrawn. Raises StepNotFound."""
    for step in bill.steps:
        if step.id == step_id and step.withdrawn_at is None:
            return step
    raise StepNotFound(f"{bill.public_id} has no step {step_id}")


def step_by_id(step_id: int) -> BillStep:
    """The step of this database id, withdrawn or not. Raises StepNotFound."""
    step = db.session.get(BillStep, step_id)
    if step is None:
        raise StepNotFound(f"no step {step_id}")
    return step


def insert_step(
    bill: Bill, entry: StepEntry, place: int, staff_id: int | None = None, record: str = ""
) -> BillStep:
    """Put a step at a place in the log, 0 the first, within the caller's transaction: by staff or
    from a record. The rules are asked by the caller."""
    step = BillStep(
        kind=entry.kind,
        on=entry.on,
        days=entry.days,
        exception_reason=entry.exception_reason,
        source=entry.source,
        source_url=entry.source_url,
        note=entry.note,
        record=record,
        entered_by=staff_id,
        entered_at=clock.now(),
        position=place,
    )
    bill.steps.insert(place, step)
    for position, row in enumerate(bill.steps):
        row.position = position
    db.session.flush()
    return step


def derive(bill: Bill) -> None:
    """Write what lists are filtered and sorted by, from the log, in the caller's transaction."""
    trail = follow(bill.kind, bill.log())
    days = [mark.step.on for mark in trail.marks if mark.step.on]
    bill.stage = trail.stage
    bill.family = family_of(trail.stage)
    bill.began_on = min(days, default=None)
    bill.moved_on = max(days, default=None)
    bill.changed_at = clock.now()
    db.session.flush()


def _locked(public_id: str) -> Bill:
    """The bill as it is now, held until the transaction ends: two people may record at once."""
    bill = get_bill(public_id)
    db.session.expire(bill)
    db.session.refresh(bill, with_for_update=True)
    return bill


def place_of(bill: Bill, on: date | None) -> int:
    """Where a step of this day belongs among the others: after those of its day and before; a step
    without a day comes last."""
    if on is None:
        return len(bill.steps)
    later = (
        place
        for place, step in enumerate(bill.steps)
        if step.withdrawn_at is None and step.on is not None and step.on > on
    )
    return next(later, len(bill.steps))


def _check(bill: Bill, entry: StepEntry, place: int) -> None:
    log = bill.log()
    check_step(
        bill.kind,
        log[:place],
        entry.as_rule(),
        today=clock.today(),
        sessions=known_sessions(),
        proposer=bill.proposer_kind,
        first_day_counts=settings().FIRST_DAY_COUNTS,
    )
    if place < len(log):
        follow(bill.kind, [*log[:place], entry.as_rule(), *log[place:]])
