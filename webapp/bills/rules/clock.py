"""The clock: when a bill's present time limit ends, counted in session days or calendar days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.bills.rules.kinds import BillKind
from webapp.bills.rules.limits.by_kind import limits_at
from webapp.bills.rules.limits.limit import EXTENSION_AT_MOST, Effect, Limit, Unit
from webapp.bills.rules.sessions import (
    ONE_DAY,
    Count,
    Gap,
    Session,
    SessionKind,
    Span,
    calendar_count,
    session_count,
)
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import Step, StepKind
from webapp.bills.rules.trail import Trail, find_move, follow


class Unknown(StrEnum):
    """Why the last day of a limit is not known."""

    START_NOT_RECORDED = "start_not_recorded"
    DATES_MISSING = "dates_missing"
    SESSIONS_UNKNOWN = "sessions_unknown"
    SESSION_END_UNKNOWN = "session_end_unknown"
    NEXT_SESSION_UNKNOWN = "next_session_unknown"
    STANDS_STILL = "stands_still"
    FIRST_OPPORTUNITY = "first_opportunity"
    NO_FIRST_SITTING = "no_first_sitting"


@dataclass(frozen=True)
class Deadline:
    """A running limit. `due` is its last day; where it is None, `unknown_because` says why.

    `not_before` is the first day on which what waits for the limit may happen. Days are in `unit`;
    `days_elapsed` includes today and `days_left` is what then remains, both None while the first
    day is not known.
    """

    due: date | None
    basis: str
    effect: Effect
    unit: Unit
    days_allowed: int
    days_elapsed: int | None = None
    days_left: int | None = None
    starts_on: date | None = None
    not_before: date | None = None
    unknown_because: Unknown | None = None


@dataclass(frozen=True)
class Calendar:
    """What the clock reads: the sessions that are known, today, and whether the day on which a
    limit begins is its day 1. The Constitution's text leaves that open, so it is a setting."""

    sessions: tuple[Session, ...]
    today: date
    first_day_counts: bool = True


def deadline(
    kind: BillKind,
    steps: Iterable[Step],
    sessions: Sequence[Session],
    *,
    today: date,
    first_day_counts: bool = True,
) -> Deadline | None:
    """The limit that runs for a bill with this log, or None where the Constitution sets none (s.132
    to s.147, s.172, s.178, s.256). Raises StepNotAllowed for a broken log."""
    return deadline_of(follow(kind, steps), Calendar(tuple(sessions), today, first_day_counts))


def deemed_approved_on(
    kind: BillKind,
    steps: Iterable[Step],
    sessions: Sequence[Session],
    *,
    today: date,
    first_day_counts: bool = True,
) -> date | None:
    """The day from which silence counts as approval: the day after the last day (constitution
    s.132, s.136, s.137, s.143, s.178); None if no such limit runs or its end is not known."""
    found = deadline(kind, steps, sessions, today=today, first_day_counts=first_day_counts)
    if found is None or found.effect is not Effect.DEEMED_APPROVED or found.due is None:
        return None
    return found.due + ONE_DAY


def deadline_of(trail: Trail, calendar: Calendar) -> Deadline | None:
    """The limit that runs for a replayed log, or None."""
    limit = running_limit(trail)
    if limit is not None:
        return _measure(trail, limit, calendar)
    interrupted = trail.back.get(trail.stage)
    if trail.stage is not Stage.CONSTITUTIONAL_COURT or interrupted is None:
        return None
    paused = _applying(trail, interrupted)
    if paused is None or trail.stage not in paused.still:
        return None
    return _measure(trail, paused, calendar)


def running_limit(trail: Trail) -> Limit | None:
    """The limit that applies at the bill's present stage, or None."""
    return _applying(trail, trail.stage)


def _applying(trail: Trail, stage: Stage) -> Limit | None:
    fitting = (limit for limit in limits_at(trail.kind, stage) if _applies(trail, limit))
    return next(fitting, None)


def _applies(trail: Trail, limit: Limit) -> bool:
    if limit.came_from is not None and trail.back.get(trail.stage) not in limit.came_from:
        return False
    if limit.effect is Effect.MAY_ASK_AGAIN:
        return find_move(trail, StepKind.RESUMPTION_ASKED) is not None
    return not _over(trail, limit)


def _over(trail: Trail, limit: Limit) -> bool:
    """Whether a step that ends the limit stands in the log after its start."""
    for mark in reversed(trail.marks):
        if mark.step.kind in limit.until:
            return True
        if mark.step.kind in limit.starts:
            return False
    return False


def _measure(trail: Trail, limit: Limit, calendar: Calendar) -> Deadline:
    allowed = limit.days + _extension(trail, limit)
    if limit.effect is Effect.FIRST_OPPORTUNITY:
        return _unknown(limit, allowed, Unknown.FIRST_OPPORTUNITY)
    start, missing = _start(trail, limit, calendar)
    if start is None:
        return _unknown(limit, allowed, missing)
    still = _still(trail, limit)
    if still is None:
        return _unknown(limit, allowed, Unknown.DATES_MISSING, start)
    first = start if calendar.first_day_counts else start + ONE_DAY
    count = _count(limit, first, allowed, still, calendar)
    unknown = Unknown(count.gap.value) if count.gap else None
    if any(span.ends is None for span in still):
        unknown, count = Unknown.STANDS_STILL, Count(None, None, count.elapsed)
    counted = count.gap is not Gap.SESSIONS_UNKNOWN
    return Deadline(
        due=count.due,
        basis=limit.section,
        effect=limit.effect,
        unit=limit.unit,
        days_allowed=allowed,
        days_elapsed=count.elapsed if counted else None,
        days_left=allowed - count.elapsed if counted else None,
        starts_on=start,
        not_before=_gate(limit, first, count, still, calendar),
        unknown_because=unknown,
    )


def _extension(trail: Trail, limit: Limit) -> int:
    """Session days added by the Senate's resolutions since the limit began, never more than s.136
    allows whatever the log says."""
    if limit.extended_by is None:
        return 0
    added = 0
    for mark in reversed(trail.marks):
        if mark.step.kind in limit.starts:
            break
        if mark.step.kind is limit.extended_by:
            added += mark.step.days or 0
    return min(added, EXTENSION_AT_MOST)


def _start(trail: Trail, limit: Limit, calendar: Calendar) -> tuple[date | None, Unknown]:
    if limit.effect is Effect.MAY_ASK_AGAIN:
        return _first_sitting(trail, calendar), Unknown.NO_FIRST_SITTING
    step = trail.last(*limit.starts)
    return (step.on if step else None), Unknown.START_NOT_RECORDED


def _first_sitting(trail: Trail, calendar: Calendar) -> date | None:
    lapse = trail.last(StepKind.LAPSED)
    if lapse is None or lapse.on is None:
        return None
    sittings = (
        session.opens
        for session in calendar.sessions
        if session.kind is SessionKind.FIRST and session.opens >= lapse.on
    )
    return min(sittings, default=None)


def _still(trail: Trail, limit: Limit) -> tuple[Span, ...] | None:
    """The spans in which the limit stands still, the last perhaps without an end; None if the log
    does not tell a day that matters. The day of a ruling counts again."""
    spans: list[Span] = []
    for mark in trail.marks:
        entering = mark.after in limit.still and mark.before not in limit.still
        leaving = mark.before in limit.still and mark.after not in limit.still
        if (entering or leaving) and mark.step.on is None:
            return None
        if entering and mark.step.on:
            spans.append(Span(mark.step.on, None))
        if leaving and spans:
            spans[-1] = Span(spans[-1].begins, mark.step.on)
    return tuple(spans)


def _count(
    limit: Limit, first: date, allowed: int, still: Sequence[Span], calendar: Calendar
) -> Count:
    if limit.unit is Unit.SESSION_DAYS:
        return session_count(first, allowed, still, calendar.sessions, calendar.today)
    return calendar_count(first, allowed, still, calendar.today)


def _gate(
    limit: Limit, first: date, count: Count, still: Sequence[Span], calendar: Calendar
) -> date | None:
    """The first day on which a step that the limit opens may be taken."""
    if not limit.opens:
        return None
    last = _count(limit, first, limit.wait, still, calendar).due if limit.wait else count.due
    return last + ONE_DAY if last else None


def _unknown(limit: Limit, allowed: int, why: Unknown, start: date | None = None) -> Deadline:
    return Deadline(
        due=None,
        basis=limit.section,
        effect=limit.effect,
        unit=limit.unit,
        days_allowed=allowed,
        starts_on=start,
        unknown_because=why,
    )
