"""Emergency decrees: in force first, then each House approves or not (s.172-174)."""

from webapp.bills.rules.paths.assent import court
from webapp.bills.rules.paths.move import Move, stages
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind

_S172 = "constitution s.172"
_BEFORE_APPROVAL = stages(Stage.DECREE_IN_FORCE, Stage.DECREE_HOUSE, Stage.DECREE_SENATE)

DECREE: tuple[Move, ...] = (
    Move(
        StepKind.DECREE_GAZETTED,
        stages(Stage.NO_STEP),
        Stage.DECREE_IN_FORCE,
        "constitution s.172, s.174",
    ),
    Move(
        StepKind.DECREE_SUBMITTED,
        stages(Stage.DECREE_IN_FORCE),
        Stage.DECREE_HOUSE,
        "constitution s.172, s.174",
    ),
    Move(
        StepKind.DECREE_HOUSE_APPROVED,
        stages(Stage.DECREE_HOUSE),
        Stage.DECREE_SENATE,
        _S172,
    ),
    Move(
        StepKind.DECREE_HOUSE_REFUSED,
        stages(Stage.DECREE_HOUSE),
        Stage.REJECTED,
        _S172,
    ),
    Move(
        StepKind.DECREE_SENATE_APPROVED,
        stages(Stage.DECREE_SENATE),
        Stage.PARLIAMENT_APPROVED,
        _S172,
    ),
    Move(
        StepKind.DECREE_SENATE_REFUSED,
        stages(Stage.DECREE_SENATE),
        Stage.DECREE_HOUSE_AGAIN,
        _S172,
    ),
    Move(
        StepKind.DECREE_HOUSE_CONFIRMED,
        stages(Stage.DECREE_HOUSE_AGAIN),
        Stage.PARLIAMENT_APPROVED,
        _S172,
    ),
    Move(
        StepKind.DECREE_HOUSE_NOT_CONFIRMED,
        stages(Stage.DECREE_HOUSE_AGAIN),
        Stage.REJECTED,
        _S172,
    ),
    Move(
        StepKind.GAZETTED,
        stages(Stage.PARLIAMENT_APPROVED),
        Stage.GAZETTED,
        _S172,
    ),
    *court(_BEFORE_APPROVAL, "constitution s.173", partly=False),
)
