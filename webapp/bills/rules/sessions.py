"""Sessions of Parliament, and counting days in session or all days, less what stands still."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ONE_DAY = timedelta(days=1)
# An ordinary session lasts 120 days unless a decree extends it (constitution s.121).
ORDINARY_LENGTH = timedelta(days=120)


class SessionKind(StrEnum):
    """A sort of session (constitution s.121-123); FIRST is the one that opens after an election."""

    FIRST = "first"
    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"


@dataclass(frozen=True)
class Session:
    """A session of Parliament. `closes` is its last day, the day before the decree closes it; None
    while nobody knows it."""

    opens: date
    closes: date | None
    kind: SessionKind = SessionKind.ORDINARY

    def surely_until(self, today: date) -> date:
        """The last day that is surely in this session: its last day, or, while that is not known,
        today, but no day beyond the length that the Constitution gives a session."""
        return self.closes or min(today, self.opens + ORDINARY_LENGTH - ONE_DAY)


class Gap(StrEnum):
    """Why a day cannot be told from the sessions that are known."""

    SESSIONS_UNKNOWN = "sessions_unknown"
    SESSION_END_UNKNOWN = "session_end_unknown"
    NEXT_SESSION_UNKNOWN = "next_session_unknown"


@dataclass(frozen=True)
class Span:
    """Days from `begins` up to, not including, `ends`; an open end is None."""

    begins: date
    ends: date | None

    def holds(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return self.begins <= day and (self.ends is None or day < self.ends)


@dataclass(frozen=True)
class Count:
    """The result of counting: the day of the last counted day, or why it is not known, and how many
    days have been counted up to today, today included."""

    due: date | None
    gap: Gap | None
    elapsed: int


def count_days(days: Iterator[date], allowed: int, today: date) -> tuple[date | None, int]:
    """The `allowed`-th of these days, None if they run out, and how many of them, at most
    `allowed`, are not after today."""
    elapsed = 0
    due = None
    for number, day in enumerate(days, start=1):
        if day <= today:
            elapsed = number
        if number == allowed:
            due = day
            break
    return due, elapsed


def calendar_count(start: date, allowed: int, still: Sequence[Span], today: date) -> Count:
    """Count every day from `start`, less the days that stand still."""
    endless = min((span.begins for span in still if span.ends is None), default=None)
    due, elapsed = count_days(_without(_every_day(start, endless), still), allowed, today)
    return Count(due, None, elapsed)


def session_count(
    start: date, allowed: int, still: Sequence[Span], sessions: Sequence[Session], today: date
) -> Count:
    """Count the days in session from `start` (constitution s.136). The newest session, while its
    last day is not known, counts up to today; an older one without a last day ends the count,
    unless the next had begun by `start`."""
    ordered = sorted(sessions, key=lambda session: session.opens)
    if not ordered or start < ordered[0].opens:
        return Count(None, Gap.SESSIONS_UNKNOWN, 0)
    ordered = _without_ended(start, ordered)
    days = _without(_session_days(start, ordered, today), still)
    due, elapsed = count_days(days, allowed, today)
    if due is not None:
        return Count(due, None, elapsed)
    endless = any(session.closes is None for session in ordered)
    return Count(None, Gap.SESSION_END_UNKNOWN if endless else Gap.NEXT_SESSION_UNKNOWN, elapsed)


def _every_day(start: date, before: date | None) -> Iterator[date]:
    day = start
    while before is None or day < before:
        yield day
        day += ONE_DAY


def _session_days(start: date, ordered: Sequence[Session], today: date) -> Iterator[date]:
    """Each day in session once, from `start`, though sessions may overlap in the table; what comes
    after a session without a known end is not known either."""
    day = start
    for session in ordered:
        if session.closes is None and session is not ordered[-1]:
            return
        day = max(day, session.opens)
        while day <= session.surely_until(today):
            yield day
            day += ONE_DAY
        if session.closes is None:
            return


def _without_ended(start: date, ordered: list[Session]) -> list[Session]:
    """The sessions without those whose last day nobody knows but that had ended by `start`, since
    another had begun."""
    begun = [session for session in ordered if session.opens <= start]
    return [s for s in ordered if s.closes is not None or s not in begun[:-1]]


def _without(days: Iterator[date], still: Sequence[Span]) -> Iterator[date]:
    return (day for day in days if not any(span.holds(day) for span in still))
