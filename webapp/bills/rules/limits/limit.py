"""What a time limit is: how many days, counted from which step, and what its end brings about."""

from dataclasses import dataclass
from enum import StrEnum

from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind

# The Senate may extend its time "as a special case" by no more than this (constitution s.136).
EXTENSION_AT_MOST = 30


class Unit(StrEnum):
    """What is counted: days in session, or all days."""

    SESSION_DAYS = "session_days"
    CALENDAR_DAYS = "calendar_days"


class Effect(StrEnum):
    """What the end of a limit brings."""

    DEEMED_APPROVED = "deemed_approved"
    MUST_DECIDE = "must_decide"
    MAY_CONFIRM = "may_confirm"
    MAY_VOTE = "may_vote"
    MUST_PRESENT = "must_present"
    MAY_PRESENT = "may_present"
    PARLIAMENT_RECONSIDERS = "parliament_reconsiders"
    AS_IF_SIGNED = "as_if_signed"
    NO_OBJECTION = "no_objection"
    MUST_SEND = "must_send"
    MAY_ASK_AGAIN = "may_ask_again"
    FIRST_OPPORTUNITY = "first_opportunity"


@dataclass(frozen=True)
class Limit:
    """One limit. It holds in `stages`, from the latest of `starts` (with no starts: from the first
    sitting after an election), until a step of `until` stands in the log after that.

    `days` 0 means that the Constitution names no number. `opens` steps are allowed only after the
    last day, `closes` steps only up to it. Days while the bill was in `still` stages do not count.
    `wait` is an earlier gate: `opens` steps wait only so many days. `came_from` narrows a
    limit at the court to bills that came there from these stages.
    """

    stages: frozenset[Stage]
    days: int
    unit: Unit
    starts: frozenset[StepKind]
    section: str
    effect: Effect
    until: frozenset[StepKind] = frozenset()
    opens: frozenset[StepKind] = frozenset()
    closes: frozenset[StepKind] = frozenset()
    still: frozenset[Stage] = frozenset()
    extended_by: StepKind | None = None
    wait: int = 0
    came_from: frozenset[Stage] | None = None


def kinds(*names: StepKind) -> frozenset[StepKind]:
    """A set of kinds of step, for writing the tables."""
    return frozenset(names)


def at_court(days: int, section: str, came_from: frozenset[Stage] | None = None) -> Limit:
    """The days that the Constitutional Court has for its ruling."""
    return Limit(
        frozenset({Stage.CONSTITUTIONAL_COURT}),
        days,
        Unit.CALENDAR_DAYS,
        kinds(StepKind.COURT_REFERRED),
        section,
        Effect.MUST_DECIDE,
        came_from=came_from,
    )
