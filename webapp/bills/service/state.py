"""Where a bill is today: derived from its log, Parliament's sessions and the date."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from webapp.bills.models import Bill, BillStep
from webapp.bills.rules.clock import Calendar, Deadline, deadline_of
from webapp.bills.rules.limits.limit import Effect
from webapp.bills.rules.machine import NextStep, allowed_steps
from webapp.bills.rules.stages import FINAL_STAGES, Stage, StageFamily, family_of
from webapp.bills.rules.steps import StepKind
from webapp.bills.rules.trail import follow
from webapp.bills.service.calendar import known_sessions
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.settings import settings

# Ways out of the ordinary course: possible for long stretches, so not what comes next.
SIDE_STEPS: frozenset[StepKind] = frozenset(
    {
        StepKind.WITHDRAWN,
        StepKind.STRUCK_OUT,
        StepKind.MERGED,
        StepKind.LAPSED,
        StepKind.COURT_REFERRED,
        StepKind.MONEY_CHECK_ASKED,
        StepKind.HEARING_OPENED,
    }
)

# Where the limits run that are told of: before the Senate, and from there to the Gazette.
LIMITED_FAMILIES = (StageFamily.SENATE, StageFamily.BOTH_HOUSES, StageFamily.APPROVED)


@dataclass(frozen=True)
class BillState:
    """A bill's place today. `since` is the day it came to its stage and `elapsed_days` how many
    calendar days ago that was, both None where no record tells the day."""

    stage: Stage
    family: StageFamily
    is_final: bool
    since: date | None
    elapsed_days: int | None
    last_step: BillStep | None
    deadline: Deadline | None
    next_steps: tuple[NextStep, ...]
    today: date

    @property
    def usual_steps(self) -> tuple[NextStep, ...]:
        """What comes next in the ordinary course."""
        return tuple(step for step in self.next_steps if step.kind not in SIDE_STEPS)

    @property
    def other_steps(self) -> tuple[NextStep, ...]:
        """What else may happen."""
        return tuple(step for step in self.next_steps if step.kind in SIDE_STEPS)

    @property
    def deemed_approved_on(self) -> date | None:
        """The day since which silence has counted as approval, once it has come."""
        deadline = self.deadline
        if deadline is None or deadline.due is None or deadline.due >= self.today:
            return None
        over = deadline.effect is Effect.DEEMED_APPROVED
        return deadline.due + timedelta(days=1) if over else None


def bill_state(bill: Bill) -> BillState:
    """Where a bill is, what may come next and by when."""
    today = clock.today()
    calendar = Calendar(known_sessions(), today, settings().FIRST_DAY_COUNTS)
    trail = follow(bill.kind, bill.log())
    since = _since(bill)
    counting = [step for step in bill.steps if step.withdrawn_at is None]
    return BillState(
        stage=trail.stage,
        family=family_of(trail.stage),
        is_final=trail.stage in FINAL_STAGES,
        since=since,
        elapsed_days=(today - since).days if since else None,
        last_step=counting[-1] if counting else None,
        deadline=deadline_of(trail, calendar),
        next_steps=tuple(allowed_steps(bill.kind, bill.log(), bill.proposer_kind, calendar)),
        today=today,
    )


def families_around(step: BillStep) -> tuple[StageFamily, StageFamily]:
    """Where a bill was before a step and where it was after it; of a withdrawn step, where the bill
    is."""
    if step.withdrawn_at is not None:
        return step.bill.family, step.bill.family
    counting = [one for one in step.bill.steps if one.withdrawn_at is None]
    mark = follow(step.bill.kind, step.bill.log()).marks[counting.index(step)]
    return family_of(mark.before), family_of(mark.after)


def _since(bill: Bill) -> date | None:
    """The day of the step that led to the present stage."""
    for mark in reversed(follow(bill.kind, bill.log()).marks):
        if mark.before != mark.after:
            return mark.step.on
    return None


def running_limits(most: int = 30) -> list[tuple[Bill, BillState]]:
    """The bills before the Senate or on the way to the Gazette for which a limit runs, the one that
    ends first at the top, those whose last day is not known at the end."""
    waiting = db.session.scalars(select(Bill).where(Bill.family.in_(LIMITED_FAMILIES)))
    states = [(bill, bill_state(bill)) for bill in waiting]
    running = [(bill, state) for bill, state in states if state.deadline is not None]
    running.sort(key=lambda pair: (_due(pair[1]) or date.max, pair[0].id))
    return running[:most]


def _due(state: BillState) -> date | None:
    return state.deadline.due if state.deadline else None
