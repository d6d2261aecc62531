"""The House of Representatives: money check, three readings, and what may be confirmed later."""

from webapp.bills.rules.kinds import ProposerKind
from webapp.bills.rules.paths.move import Move, Whither, stages
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind

HOUSE_STAGES = stages(
    Stage.SUBMITTED_HOUSE, Stage.HOUSE_R1, Stage.HOUSE_R2, Stage.HOUSE_R3, Stage.MONEY_CHECK
)
_NOT_CABINET = frozenset({ProposerKind.MPS, ProposerKind.CITIZENS})
_CHECK = stages(Stage.MONEY_CHECK)
_SUBMITTED = stages(Stage.SUBMITTED_HOUSE)
_UNDER_WAY = stages(Stage.HOUSE_R2, Stage.HOUSE_R3)

MONEY_CHECK: tuple[Move, ...] = (
    Move(
        StepKind.MONEY_CHECK_ASKED,
        _SUBMITTED,
        Stage.MONEY_CHECK,
        "constitution s.133, s.134",
    ),
    Move(
        StepKind.MONEY_CHECK_ASKED,
        _UNDER_WAY,
        Stage.MONEY_CHECK,
        "constitution s.135",
        proposers=_NOT_CABINET,
    ),
    Move(StepKind.MONEY_BILL_FOUND, _CHECK, Whither.STAY, "constitution s.134"),
    Move(StepKind.MONEY_BILL_NOT_FOUND, _CHECK, Whither.RETURN, "constitution s.134"),
    Move(StepKind.PM_CERTIFIED, _CHECK, Whither.RETURN, "constitution s.133, s.135"),
    Move(StepKind.PM_CERTIFIED, _SUBMITTED, Whither.STAY, "constitution s.133"),
    Move(
        StepKind.PM_REFUSED,
        _CHECK,
        Stage.LAPSED_PM_REFUSED,
        "constitution s.133",
        came_from=_SUBMITTED,
    ),
    Move(StepKind.PM_REFUSED, _SUBMITTED, Stage.LAPSED_PM_REFUSED, "constitution s.133"),
    # The House's own amendment made it a money bill: the House must undo that, the bill lives on.
    Move(
        StepKind.PM_REFUSED,
        _CHECK,
        Stage.HOUSE_R2,
        "constitution s.135",
        came_from=_UNDER_WAY,
    ),
)


def readings(certified: bool) -> tuple[Move, ...]:
    """The House's three readings; `certified` bills of members or voters wait for the Prime
    Minister's certificate before the agenda (s.133)."""
    needs = StepKind.PM_CERTIFIED if certified else None
    section = "constitution s.133, s.136"
    return (
        Move(
            StepKind.HOUSE_AGENDA_PLACED,
            _SUBMITTED,
            Stage.HOUSE_R1,
            "constitution s.133",
            needs=needs,
            needs_from=_NOT_CABINET,
        ),
        Move(StepKind.HOUSE_R1_ACCEPTED, stages(Stage.HOUSE_R1), Stage.HOUSE_R2, section),
        Move(StepKind.HOUSE_R1_REJECTED, stages(Stage.HOUSE_R1), Stage.REJECTED, section),
        Move(StepKind.HOUSE_COMMITTEE_REPORTED, stages(Stage.HOUSE_R2), Whither.STAY, section),
        Move(StepKind.HOUSE_R2_DONE, stages(Stage.HOUSE_R2), Stage.HOUSE_R3, section),
        Move(StepKind.HOUSE_R3_APPROVED, stages(Stage.HOUSE_R3), Stage.HOUSE_APPROVED, section),
        Move(StepKind.HOUSE_R3_REJECTED, stages(Stage.HOUSE_R3), Stage.REJECTED, section),
        Move(
            StepKind.SENATE_RECEIVED,
            stages(Stage.HOUSE_APPROVED),
            Stage.SENATE_RECEIVED,
            "constitution s.136",
        ),
    )


def confirming(withheld: frozenset[Stage], section: str) -> tuple[Move, ...]:
    """The House takes up a withheld bill again (s.138, s.143). The Constitution says what follows
    when more than half confirm; it names no consequence otherwise, so the bill stays withheld."""
    return (
        Move(StepKind.HOUSE_CONFIRMED, withheld, Stage.PARLIAMENT_APPROVED, section),
        Move(StepKind.HOUSE_NOT_CONFIRMED, withheld, Whither.STAY, section),
    )
