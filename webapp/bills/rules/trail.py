"""The trail of a bill: its log replayed step by step, and the stage it has led to."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from webapp.bills.rules.kinds import BillKind, ProposerKind
from webapp.bills.rules.paths.by_kind import landing_of, moves_of
from webapp.bills.rules.paths.move import Move, Whither
from webapp.bills.rules.refusals import Refusal, StepNotAllowed
from webapp.bills.rules.stages import FINAL_STAGES, INTERRUPTIONS, Stage
from webapp.bills.rules.steps import Step, StepKind, effective


@dataclass(frozen=True)
class Mark:
    """One replayed step with the stage before it, the stage after it and the section that allows it
    (empty for an exception)."""

    step: Step
    before: Stage
    after: Stage
    section: str


@dataclass(frozen=True)
class Trail:
    """A replayed log. `back` remembers, for each interruption, the stage that it interrupted."""

    kind: BillKind
    marks: tuple[Mark, ...] = ()
    back: dict[Stage, Stage] = field(default_factory=dict)

    @property
    def stage(self) -> Stage:
        """The stage reached."""
        return self.marks[-1].after if self.marks else Stage.NO_STEP

    @property
    def last_on(self) -> date | None:
        """The latest day that the log tells."""
        return max((mark.step.on for mark in self.marks if mark.step.on), default=None)

    def last(self, *kinds: StepKind) -> Step | None:
        """The latest step of one of these kinds, or None."""
        found = (mark.step for mark in reversed(self.marks) if mark.step.kind in kinds)
        return next(found, None)

    def since_entry(self) -> tuple[Step, ...]:
        """The steps recorded since the bill came to its present stage."""
        inside: list[Step] = []
        for mark in reversed(self.marks):
            if mark.before != self.stage:
                break
            inside.append(mark.step)
        return tuple(reversed(inside))


_BOTH = (StepKind.HOUSE_APPROVED_JOINT_REPORT, StepKind.SENATE_APPROVED_JOINT_REPORT)


def follow(kind: BillKind, steps: Iterable[Step]) -> Trail:
    """Replay a log. Raises StepNotAllowed for the first step that neither the path of this kind nor
    an exception explains, or whose day lies before an earlier step's."""
    trail = Trail(kind)
    for step in effective(steps):
        trail = advance(trail, step)
    return trail


def stage_after(kind: BillKind, steps: Iterable[Step]) -> Stage:
    """The stage that a log has led to; withdrawn steps count for nothing. Raises StepNotAllowed if
    the log breaks the path without an exception."""
    return follow(kind, steps).stage


def explain_gaps(kind: BillKind, steps: Iterable[Step], reason: str) -> list[Step]:
    """The same steps, with the reason given to those that the path does not explain: histories from
    outside often lack steps in between. Raises StepNotAllowed for a step that this kind of bill
    never takes, or whose day lies before an earlier step's."""
    trail = Trail(kind)
    explained: list[Step] = []
    for step in steps:
        if not step.withdrawn:
            needs_reason = find_move(trail, step.kind) is None or step.on is None
            if needs_reason and not step.exception_reason:
                step = replace(step, exception_reason=reason)
            trail = advance(trail, step)
        explained.append(step)
    return explained


def advance(trail: Trail, step: Step, proposer: ProposerKind | None = None) -> Trail:
    """The trail with one more step. Raises StepNotAllowed; days that depend on a clock are not
    looked at here."""
    if landing_of(trail.kind, step.kind) is None:
        raise StepNotAllowed(Refusal.NOT_FOR_KIND, step=step.kind, stage=trail.stage)
    if trail.last_on and step.on and step.on < trail.last_on:
        raise StepNotAllowed(
            Refusal.BEFORE_EARLIER_STEP, step=step.kind, stage=trail.stage, day=trail.last_on
        )
    if step.on is None and not step.exception_reason:
        raise StepNotAllowed(Refusal.NO_DATE, step=step.kind, stage=trail.stage)
    move = find_move(trail, step.kind, proposer)
    if move is None and not step.exception_reason:
        raise _why_not(trail, step.kind, proposer)
    whither = move.to if move else landing_of(trail.kind, step.kind)
    after = _resolve(trail, step.kind, whither)
    mark = Mark(step, trail.stage, after, move.section if move else "")
    back = dict(trail.back)
    if after in INTERRUPTIONS and after != trail.stage and whither is not Whither.RETURN:
        back[after] = _interrupted(trail)
    return Trail(trail.kind, (*trail.marks, mark), back)


def _interrupted(trail: Trail) -> Stage:
    """Where a bill goes back to from an interruption that begins now: one that waits for the new
    cabinet or for Parliament's answer to it goes back to where it was before it lapsed."""
    if trail.stage in (Stage.LAPSED, Stage.RESUMPTION):
        return trail.back.get(trail.stage, trail.stage)
    return trail.stage


def find_move(trail: Trail, step: StepKind, proposer: ProposerKind | None = None) -> Move | None:
    """The move that allows this step from the bill's present stage, or None."""
    fitting = (
        move
        for move in moves_of(trail.kind)
        if move.step == step and _fits(move, trail) and not _lacking(move, trail, proposer)
    )
    return next(fitting, None)


def open_moves(trail: Trail, proposer: ProposerKind | None = None) -> tuple[Move, ...]:
    """Every move that the log so far leaves open, in the order of the path."""
    return tuple(
        move
        for move in moves_of(trail.kind)
        if _fits(move, trail) and not _lacking(move, trail, proposer)
    )


def _fits(move: Move, trail: Trail) -> bool:
    if trail.stage not in move.sources:
        return False
    if move.came_from is not None and trail.back.get(trail.stage) not in move.came_from:
        return False
    if move.to is not Whither.BOTH_HOUSES:
        return True
    return all(step.kind != move.step for step in trail.since_entry())


def _lacking(move: Move, trail: Trail, proposer: ProposerKind | None) -> bool:
    """Whether the move waits for a step, or is for bills of other proposers. What is only asked of
    some proposers is not asked of a bill whose proposer is not told."""
    if move.proposers is not None and proposer is not None and proposer not in move.proposers:
        return True
    if move.needs is None or (move.needs_from is not None and proposer not in move.needs_from):
        return False
    if move.needs_from is not None:
        return trail.last(move.needs) is None
    return all(step.kind != move.needs for step in trail.since_entry())


def _resolve(trail: Trail, step: StepKind, whither: Stage | Whither | None) -> Stage:
    if isinstance(whither, Stage):
        return whither
    if whither is Whither.RETURN:
        return trail.back.get(trail.stage, trail.stage)
    if whither is Whither.BOTH_HOUSES:
        other = _BOTH[1 - _BOTH.index(step)]
        agreed = any(past.kind == other for past in trail.since_entry())
        return Stage.PARLIAMENT_APPROVED if agreed else trail.stage
    return trail.stage


def _why_not(trail: Trail, step: StepKind, proposer: ProposerKind | None) -> StepNotAllowed:
    """The reason for refusing a step that no move allows, with the section it belongs to."""
    moves = [move for move in moves_of(trail.kind) if move.step == step]
    here = [move for move in moves if _fits(move, trail)]
    if not here:
        reason = Refusal.ENDED if trail.stage in FINAL_STAGES else Refusal.NOT_FROM_STAGE
        return StepNotAllowed(reason, step=step, stage=trail.stage, section=moves[0].section)
    move = here[0]
    if move.proposers is not None and proposer not in move.proposers:
        return StepNotAllowed(
            Refusal.NOT_FOR_PROPOSER, step=step, stage=trail.stage, section=move.section
        )
    return StepNotAllowed(
        Refusal.NEEDS_STEP, step=step, stage=trail.stage, section=move.section, needs=move.needs
    )
