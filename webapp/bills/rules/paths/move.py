"""One line of a path: a step, the stages it may be taken from, where it leads, and why."""

from dataclasses import dataclass
from enum import Enum, auto

from webapp.bills.rules.kinds import ProposerKind
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind


class Whither(Enum):
    """Targets that depend on the log."""

    STAY = auto()
    RETURN = auto()
    BOTH_HOUSES = auto()


@dataclass(frozen=True)
class Move:
    """A step that the Constitution allows from some stages.

    `came_from`: only if the present interruption (court, money check, lapse) began in one of
    these. `needs`: a step that must stand in the log, since the bill came to its stage, or anywhere
    where `needs_from` limits this to bills of some proposers.
    `proposers`: only bills of these proposers take this step.
    """

    step: StepKind
    sources: frozenset[Stage]
    to: Stage | Whither
    section: str
    came_from: frozenset[Stage] | None = None
    needs: StepKind | None = None
    needs_from: frozenset[ProposerKind] | None = None
    proposers: frozenset[ProposerKind] | None = None


def stages(*names: Stage) -> frozenset[Stage]:
    """A set of stages, for writing the tables."""
    return frozenset(names)
