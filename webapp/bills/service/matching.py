"""Matching a bill's log with a record that tells its steps, without losing what else is known."""

from webapp.bills.models import RECORD_INCOMPLETE, Bill, BillStep
from webapp.bills.rules.trail import explain_gaps
from webapp.bills.service.log import StepEntry, insert_step, place_of
from webapp.extensions import db
from webapp.shared import clock

# Records that tell every step, and records that tell only the stage reached.
STEPS, STAGES = "steps", "stages"
# Facts that staff changed: a record only adds to them what is missing.
STAFF = "staff"
# Kept as the reason of a withdrawal; `saying` has its sentence.
RECORD_CHANGED = "record changed"


def match_steps(bill: Bill, entries: list[StepEntry], record: str) -> bool:
    """Bring the log in line with what a record of this name tells; gives whether anything changed.
    A record that tells only the stage says nothing new of a bill whose steps are told; one that
    tells the steps takes its place. Raises StepNotAllowed for a step that a bill of this kind never
    takes."""
    if record == STAGES and any(_is_fuller(step) for step in bill.steps):
        return False
    gone = _gone(bill, entries, record)
    for step in gone:
        step.withdrawn_at = clock.now()
        step.withdrawn_why = RECORD_CHANGED
    added = _add_untold(bill, entries, record)
    if gone or added:
        _explain(bill)
    return bool(gone or added)


def _add_untold(bill: Bill, entries: list[StepEntry], record: str) -> int:
    """Put in the steps that the log does not have; gives how many. One without a day comes after
    the step that the record tells before it."""
    added = after = 0
    for entry in entries:
        step = _told(bill, entry)
        if step is None:
            place = after if entry.on is None else place_of(bill, entry.on)
            step = insert_step(bill, entry, place, record=record)
            added += 1
        after = bill.steps.index(step) + 1
    return added


def _gone(bill: Bill, entries: list[StepEntry], record: str) -> list[BillStep]:
    """The steps that this record told before and tells no more."""
    told = {(entry.kind, entry.on) for entry in entries}
    return [
        step
        for step in bill.steps
        if step.record in (record, STAGES)
        and not step.withdrawn_at
        and (step.kind, step.on) not in told
    ]


def _is_fuller(step: BillStep) -> bool:
    return step.withdrawn_at is None and (step.record == STEPS or step.entered_by is not None)


def _told(bill: Bill, entry: StepEntry) -> BillStep | None:
    """The step as the log has it; one without a day is the same as any of its kind."""
    same = (
        step
        for step in bill.steps
        if step.withdrawn_at is None
        and step.kind is entry.kind
        and (step.on == entry.on or entry.on is None)
    )
    return next(same, None)


def _explain(bill: Bill) -> None:
    """Mark anew which imported steps have a gap before them: the gap may have been filled."""
    for step in bill.steps:
        if step.exception_reason == RECORD_INCOMPLETE:
            step.exception_reason = ""
    explained = explain_gaps(bill.kind, bill.log(), RECORD_INCOMPLETE)
    for step, rule in zip(bill.steps, explained, strict=True):
        step.exception_reason = rule.exception_reason
    db.session.flush()
