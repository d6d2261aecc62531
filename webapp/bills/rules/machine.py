"""The stage machine: which steps may come next, and whether a step may be recorded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from webapp.bills.rules.clock import Calendar, Deadline, deadline_of, running_limit
from webapp.bills.rules.kinds import BillKind, ProposerKind
from webapp.bills.rules.limits.by_kind import limits_at
from webapp.bills.rules.limits.limit import EXTENSION_AT_MOST
from webapp.bills.rules.refusals import Refusal, StepNotAllowed
from webapp.bills.rules.sessions import Session
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import Step, StepKind
from webapp.bills.rules.trail import Trail, advance, follow, open_moves, stage_after


@dataclass(frozen=True)
class NextStep:
    """A step that may come next, the section that allows it, and the days it may be dated; a None
    day is open. `clock_unknown`: it waits for a limit whose end is not known."""

    kind: StepKind
    section: str
    not_before: date | None = None
    not_after: date | None = None
    clock_unknown: bool = False


def allowed_steps(
    kind: BillKind,
    steps: Iterable[Step],
    proposer: ProposerKind | None = None,
    calendar: Calendar | None = None,
) -> list[NextStep]:
    """The steps that may come next by the Constitution, in the order of the path, each with its
    section; with a calendar also the days that a limit leaves for it. Raises StepNotAllowed for a
    broken log."""
    trail = follow(kind, steps)
    running = deadline_of(trail, calendar) if calendar else None
    found: dict[StepKind, NextStep] = {}
    for move in open_moves(trail, proposer):
        gated = calendar is not None and _waits(trail, move.step)
        opens = _opened_on(trail, move.step, running) if gated else None
        found.setdefault(
            move.step,
            NextStep(
                move.step,
                move.section,
                not_before=opens,
                not_after=_closed_after(trail, move.step, running),
                clock_unknown=gated and opens is None,
            ),
        )
    return list(found.values())


def check_step(
    kind: BillKind,
    steps: Iterable[Step],
    step: Step,
    *,
    today: date,
    sessions: Sequence[Session] = (),
    proposer: ProposerKind | None = None,
    first_day_counts: bool = True,
) -> Stage:
    """The stage after recording one more step at the log's end. Raises StepNotAllowed with the
    reason and the section if the Constitution does not allow it; a step with an exception reason is
    let through, unless its kind of bill never takes it, its day is to come, or it lies before an
    earlier step."""
    if step.on is not None and step.on > today:
        raise StepNotAllowed(Refusal.IN_FUTURE, step=step.kind, stage=stage_after(kind, steps))
    trail = follow(kind, steps)
    after = advance(trail, step, proposer)
    if step.kind is StepKind.SENATE_TIME_EXTENDED:
        _check_extension(trail, step)
    if not step.exception_reason:
        _check_clock(trail, step, Calendar(tuple(sessions), today, first_day_counts))
    return after.stage


def _check_extension(trail: Trail, step: Step) -> None:
    if step.days is None or not 1 <= step.days <= EXTENSION_AT_MOST:
        raise StepNotAllowed(
            Refusal.EXTENSION_LENGTH,
            step=step.kind,
            stage=trail.stage,
            section="constitution s.136",
        )
    before = sum(mark.step.days or 0 for mark in trail.marks if mark.step.kind is step.kind)
    if before + step.days > EXTENSION_AT_MOST and not step.exception_reason:
        raise StepNotAllowed(
            Refusal.EXTENSION_TOO_LONG,
            step=step.kind,
            stage=trail.stage,
            section="constitution s.136",
        )


def _check_clock(trail: Trail, step: Step, calendar: Calendar) -> None:
    running = deadline_of(trail, calendar)
    if step.on is None:
        return
    if _waits(trail, step.kind):
        opens = _opened_on(trail, step.kind, running)
        if opens is None:
            raise StepNotAllowed(
                Refusal.CLOCK_UNKNOWN, step=step.kind, stage=trail.stage, section=_basis(running)
            )
        if step.on < opens:
            raise StepNotAllowed(
                Refusal.TOO_EARLY,
                step=step.kind,
                stage=trail.stage,
                section=_basis(running),
                day=opens,
            )
    last = _closed_after(trail, step.kind, running)
    if last is not None and step.on > last:
        raise StepNotAllowed(
            Refusal.TOO_LATE, step=step.kind, stage=trail.stage, section=_basis(running), day=last
        )


def _waits(trail: Trail, step: StepKind) -> bool:
    """Whether at this stage the step waits for a limit to end."""
    return any(step in limit.opens for limit in limits_at(trail.kind, trail.stage))


def _opened_on(trail: Trail, step: StepKind, running: Deadline | None) -> date | None:
    limit = running_limit(trail)
    if running is None or limit is None or step not in limit.opens:
        return None
    return running.not_before


def _closed_after(trail: Trail, step: StepKind, running: Deadline | None) -> date | None:
    limit = running_limit(trail)
    if running is None or limit is None or step not in limit.closes:
        return None
    return running.due


def _basis(running: Deadline | None) -> str:
    return running.basis if running else ""
