"""The Senate on an ordinary or money bill, and the two Houses settling a difference (s.136-138)."""

from webapp.bills.rules.paths.move import Move, Whither, stages
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind

CONSIDERING = stages(Stage.SENATE_RECEIVED, Stage.SENATE_R1, Stage.SENATE_R2, Stage.SENATE_R3)
# Decided but perhaps not yet sent back: without the return in time the Senate has approved (s.137).
DECIDED = stages(Stage.SENATE_REJECTED_WITHHELD, Stage.SENATE_AMENDED)
WITHHELD = stages(Stage.SENATE_REJECTED_WITHHELD, Stage.WITHHELD)
SENATE_STAGES = (
    CONSIDERING | DECIDED | {Stage.HOUSE_APPROVED, Stage.JOINT_COMMITTEE, Stage.WITHHELD}
)

_BEFORE_R1 = stages(Stage.SENATE_RECEIVED, Stage.SENATE_R1)
_R2, _R3 = stages(Stage.SENATE_R2), stages(Stage.SENATE_R3)
_AMENDED = stages(Stage.SENATE_AMENDED)
_JOINT = stages(Stage.JOINT_COMMITTEE)
_S136, _S137, _S137_2, _S137_3 = (
    "constitution s.136",
    "constitution s.137",
    "constitution s.137(2)",
    "constitution s.137(3)",
)

READINGS: tuple[Move, ...] = (
    Move(StepKind.SENATE_AGENDA_PLACED, stages(Stage.SENATE_RECEIVED), Stage.SENATE_R1, _S136),
    Move(StepKind.SENATE_TIME_EXTENDED, CONSIDERING, Whither.STAY, _S136),
    Move(StepKind.SENATE_R1_ACCEPTED, _BEFORE_R1, Stage.SENATE_R2, _S136),
    Move(StepKind.SENATE_R1_REJECTED, _BEFORE_R1, Stage.SENATE_REJECTED_WITHHELD, _S137_2),
    Move(StepKind.SENATE_COMMITTEE_REPORTED, _R2, Whither.STAY, _S136),
    Move(StepKind.SENATE_R2_DONE, _R2, Stage.SENATE_R3, _S136),
    Move(StepKind.SENATE_R3_APPROVED, _R3, Stage.PARLIAMENT_APPROVED, "constitution s.137(1)"),
    Move(StepKind.SENATE_R3_AMENDED, _R3, Stage.SENATE_AMENDED, _S137_3),
    Move(StepKind.SENATE_R3_REJECTED, _R3, Stage.SENATE_REJECTED_WITHHELD, _S137_2),
    Move(
        StepKind.SENATE_DEEMED_APPROVED,
        CONSIDERING | DECIDED,
        Stage.PARLIAMENT_APPROVED,
        "constitution s.136, s.137",
    ),
    Move(StepKind.RETURNED_TO_HOUSE, DECIDED, Whither.STAY, _S137),
)

SETTLING: tuple[Move, ...] = (
    Move(StepKind.HOUSE_AGREED_AMENDMENTS, _AMENDED, Stage.PARLIAMENT_APPROVED, _S137_3),
    Move(StepKind.HOUSE_REFUSED_AMENDMENTS, _AMENDED, Stage.JOINT_COMMITTEE, _S137_3),
    Move(StepKind.JOINT_COMMITTEE_REPORTED, _JOINT, Whither.STAY, _S137_3),
    Move(
        StepKind.HOUSE_APPROVED_JOINT_REPORT,
        _JOINT,
        Whither.BOTH_HOUSES,
        _S137_3,
        needs=StepKind.JOINT_COMMITTEE_REPORTED,
    ),
    Move(
        StepKind.SENATE_APPROVED_JOINT_REPORT,
        _JOINT,
        Whither.BOTH_HOUSES,
        _S137_3,
        needs=StepKind.JOINT_COMMITTEE_REPORTED,
    ),
    Move(
        StepKind.HOUSE_REJECTED_JOINT_REPORT,
        _JOINT,
        Stage.WITHHELD,
        _S137_3,
        needs=StepKind.JOINT_COMMITTEE_REPORTED,
    ),
    Move(
        StepKind.SENATE_REJECTED_JOINT_REPORT,
        _JOINT,
        Stage.WITHHELD,
        _S137_3,
        needs=StepKind.JOINT_COMMITTEE_REPORTED,
    ),
)
