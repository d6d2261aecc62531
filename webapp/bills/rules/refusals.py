"""Why a step is refused: reasons as keys, with the section and the facts a sentence needs."""

from datetime import date
from enum import StrEnum

from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind


class Refusal(StrEnum):
    """A reason for refusing a step; `wording` has the sentence for each."""

    NOT_FOR_KIND = "not_for_kind"
    NOT_FROM_STAGE = "not_from_stage"
    ENDED = "ended"
    NOT_FOR_PROPOSER = "not_for_proposer"
    NEEDS_STEP = "needs_step"
    NO_DATE = "no_date"
    IN_FUTURE = "in_future"
    BEFORE_EARLIER_STEP = "before_earlier_step"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    CLOCK_UNKNOWN = "clock_unknown"
    EXTENSION_LENGTH = "extension_length"
    EXTENSION_TOO_LONG = "extension_too_long"


# An exception cannot lift these: the step belongs to another kind of bill, or has not happened yet.
NEVER_LIFTED: frozenset[Refusal] = frozenset(
    {Refusal.NOT_FOR_KIND, Refusal.IN_FUTURE, Refusal.EXTENSION_LENGTH}
)


class StepNotAllowed(Exception):
    """A step that the Constitution does not allow here. `day` is the day that matters: the latest
    earlier step, the first day allowed or the last day that was."""

    def __init__(
        self,
        reason: Refusal,
        *,
        step: StepKind,
        stage: Stage,
        section: str = "",
        day: date | None = None,
        needs: StepKind | None = None,
    ) -> None:
        self.reason = reason
        self.step = step
        self.stage = stage
        self.section = section
        self.day = day
        self.needs = needs
        super().__init__(reason, step, stage, section, day, needs)
