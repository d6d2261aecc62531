"""The whole path of each kind of bill, put together from its parts."""

from webapp.bills.rules.kinds import BillKind
from webapp.bills.rules.paths import assent, decree, house, joint, senate, start
from webapp.bills.rules.paths.move import Move, Whither, stages
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind

_S143 = "constitution s.143"
_AFTER_APPROVAL = stages(Stage.PARLIAMENT_APPROVED, Stage.PM_WAIT)
_HOUSE_EARLY = stages(Stage.SUBMITTED_HOUSE, Stage.MONEY_CHECK, Stage.HOUSE_R1, Stage.HOUSE_R2)
_JOINT_EARLY = stages(Stage.SUBMITTED_PARLIAMENT, Stage.JOINT_R1, Stage.JOINT_R2)
_S139_STAGES = stages(Stage.SUBMITTED_HOUSE, Stage.HOUSE_R1, Stage.HOUSE_R2, Stage.HOUSE_R3)


def _act(certified: bool) -> tuple[Move, ...]:
    return (
        *start.preparing(
            StepKind.SUBMITTED_HOUSE,
            Stage.SUBMITTED_HOUSE,
            "constitution s.133",
            signatures="constitution s.133(3)",
        ),
        *house.MONEY_CHECK,
        *house.readings(certified),
        *senate.READINGS,
        *senate.SETTLING,
        *house.confirming(senate.WITHHELD, "constitution s.138"),
        # While a bill of the same principle is withheld (s.139) the court may let this one fall.
        *assent.court(_S139_STAGES | senate.CONSIDERING, "constitution s.139", partly=False),
        *assent.prime_minister(Stage.PARLIAMENT_APPROVED),
        *assent.court(_AFTER_APPROVAL, "constitution s.148", partly=True),
        *assent.royal_assent(),
        *assent.lapsing(house.HOUSE_STAGES | senate.SENATE_STAGES),
        *start.ending_early(_HOUSE_EARLY, stages(Stage.HOUSE_R1, Stage.HOUSE_R2)),
    )


_BUDGET_HOUSE = stages(Stage.SUBMITTED_HOUSE, Stage.HOUSE_R1, Stage.HOUSE_R2, Stage.HOUSE_R3)
_BUDGET_SENATE = stages(Stage.SENATE_RECEIVED, Stage.SENATE_R1)
_BUDGET_OPEN = (
    _BUDGET_HOUSE | _BUDGET_SENATE | {Stage.HOUSE_APPROVED, Stage.SENATE_REJECTED_WITHHELD}
)

_BUDGET: tuple[Move, ...] = (
    *start.preparing(StepKind.SUBMITTED_HOUSE, Stage.SUBMITTED_HOUSE, _S143, signatures=""),
    *house.readings(certified=False),
    Move(StepKind.HOUSE_DEEMED_APPROVED, _BUDGET_HOUSE, Stage.HOUSE_APPROVED, _S143),
    Move(
        StepKind.SENATE_AGENDA_PLACED,
        stages(Stage.SENATE_RECEIVED),
        Stage.SENATE_R1,
        _S143,
    ),
    Move(StepKind.SENATE_APPROVED, _BUDGET_SENATE, Stage.PARLIAMENT_APPROVED, _S143),
    Move(StepKind.SENATE_REFUSED, _BUDGET_SENATE, Stage.SENATE_REJECTED_WITHHELD, _S143),
    Move(StepKind.SENATE_DEEMED_APPROVED, _BUDGET_SENATE, Stage.PARLIAMENT_APPROVED, _S143),
    *house.confirming(stages(Stage.SENATE_REJECTED_WITHHELD), "constitution s.143, s.138"),
    # A forbidden share in spending loses its effect; the bill itself goes on.
    *assent.court(_BUDGET_HOUSE | _BUDGET_SENATE, "constitution s.144", partly=True, wholly=False),
    *assent.prime_minister(Stage.PARLIAMENT_APPROVED),
    *assent.court(_AFTER_APPROVAL, "constitution s.148", partly=True),
    *assent.royal_assent(),
    *assent.lapsing(_BUDGET_OPEN),
    *start.ending_early(stages(Stage.SUBMITTED_HOUSE, Stage.HOUSE_R1), frozenset()),
)

_ORGANIC: tuple[Move, ...] = (
    *start.preparing(
        StepKind.SUBMITTED_PARLIAMENT,
        Stage.SUBMITTED_PARLIAMENT,
        "constitution s.131, s.132(1)",
        signatures="",
    ),
    *joint.joint_readings("constitution s.132(1)"),
    *joint.ORGANIC_OPINION,
    *assent.prime_minister(Stage.OPINION_SETTLED),
    *assent.court(
        stages(Stage.OPINION_SETTLED, Stage.PM_WAIT), "constitution s.132, s.148", partly=True
    ),
    *assent.royal_assent(),
    *assent.lapsing(joint.JOINT_STAGES),
    *start.ending_early(_JOINT_EARLY, stages(Stage.JOINT_R1, Stage.JOINT_R2)),
)

_AMENDMENT: tuple[Move, ...] = (
    *start.preparing(
        StepKind.SUBMITTED_PARLIAMENT,
        Stage.SUBMITTED_PARLIAMENT,
        "constitution s.256(1)",
        signatures="constitution s.256(1)",
    ),
    *joint.joint_readings("constitution s.256"),
    *joint.REFERENDUM,
    # Against s.255 the amendment falls; of the kind of s.256(8) it goes to a referendum instead,
    # which returning to the approved stage leaves open.
    *assent.court(
        stages(Stage.PARLIAMENT_APPROVED, Stage.REFERENDUM_APPROVED),
        "constitution s.256(9)",
        partly=False,
    ),
    *assent.royal_assent(),
    *assent.lapsing(joint.JOINT_STAGES),
    *start.ending_early(_JOINT_EARLY, stages(Stage.JOINT_R1, Stage.JOINT_R2)),
)

_PATHS: dict[BillKind, tuple[Move, ...]] = {
    BillKind.ORDINARY: _act(certified=False),
    BillKind.MONEY: _act(certified=True),
    BillKind.BUDGET: _BUDGET,
    BillKind.ORGANIC: _ORGANIC,
    BillKind.CONSTITUTION_AMENDMENT: _AMENDMENT,
    BillKind.EMERGENCY_DECREE: decree.DECREE,
    BillKind.TREATY: joint.TREATY,
}


def moves_of(kind: BillKind) -> tuple[Move, ...]:
    """Every move that a bill of this kind can make, in the order of its path."""
    return _PATHS[kind]


def landing_of(kind: BillKind, step: StepKind) -> Stage | Whither | None:
    """Where a step leads when it is recorded out of order; None when this kind never takes it."""
    return next((move.to for move in _PATHS[kind] if move.step == step), None)
