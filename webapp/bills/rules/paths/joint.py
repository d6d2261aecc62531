"""Bills that both Houses consider sitting together: organic bills, amendments, treaties."""

from webapp.bills.rules.paths.move import Move, Whither, stages
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind

JOINT_READINGS = stages(Stage.JOINT_R1, Stage.JOINT_R2, Stage.JOINT_R3)
JOINT_STAGES = JOINT_READINGS | {Stage.SUBMITTED_PARLIAMENT}
TREATY_STAGES = stages(Stage.SUBMITTED_PARLIAMENT, Stage.JOINT_SITTING)

_S132_2, _S132_3 = "constitution s.132(2)", "constitution s.132(3)"
_OPINION = stages(Stage.BODY_OPINION)
_APPROVED = stages(Stage.PARLIAMENT_APPROVED)
_S178 = "constitution s.178"


def joint_readings(section: str) -> tuple[Move, ...]:
    """Three readings in a joint sitting (s.132(1), s.256(2)-(6))."""
    return (
        Move(
            StepKind.JOINT_AGENDA_PLACED,
            stages(Stage.SUBMITTED_PARLIAMENT),
            Stage.JOINT_R1,
            section,
        ),
        Move(StepKind.JOINT_R1_ACCEPTED, stages(Stage.JOINT_R1), Stage.JOINT_R2, section),
        Move(StepKind.JOINT_R1_REJECTED, stages(Stage.JOINT_R1), Stage.REJECTED, section),
        Move(StepKind.JOINT_R2_DONE, stages(Stage.JOINT_R2), Stage.JOINT_R3, section),
        Move(
            StepKind.JOINT_R3_APPROVED,
            stages(Stage.JOINT_R3),
            Stage.PARLIAMENT_APPROVED,
            section,
        ),
        Move(StepKind.JOINT_R3_REJECTED, stages(Stage.JOINT_R3), Stage.REJECTED, section),
    )


ORGANIC_OPINION: tuple[Move, ...] = (
    Move(
        StepKind.PARLIAMENT_DEEMED_APPROVED,
        JOINT_READINGS,
        Stage.PARLIAMENT_APPROVED,
        "constitution s.132(1)",
    ),
    Move(StepKind.SENT_FOR_OPINION, _APPROVED, Stage.BODY_OPINION, _S132_2),
    Move(StepKind.OPINION_NO_OBJECTION, _OPINION, Stage.OPINION_SETTLED, _S132_2),
    Move(StepKind.OPINION_SILENCE, _OPINION, Stage.OPINION_SETTLED, _S132_2),
    Move(StepKind.OPINION_OBJECTION, _OPINION, Stage.JOINT_RECONSIDERATION, _S132_3),
    Move(
        StepKind.JOINT_RECONSIDERED,
        stages(Stage.JOINT_RECONSIDERATION),
        Stage.OPINION_SETTLED,
        _S132_3,
    ),
)

REFERENDUM: tuple[Move, ...] = (
    Move(
        StepKind.REFERENDUM_CALLED,
        _APPROVED,
        Stage.REFERENDUM,
        "constitution s.256(8)",
    ),
    Move(
        StepKind.REFERENDUM_APPROVED,
        stages(Stage.REFERENDUM),
        Stage.REFERENDUM_APPROVED,
        "constitution s.256(8)",
    ),
    Move(
        StepKind.REFERENDUM_REJECTED,
        stages(Stage.REFERENDUM),
        Stage.REJECTED,
        "constitution s.256(8)",
    ),
    Move(
        StepKind.PRESENTED,
        stages(Stage.PARLIAMENT_APPROVED, Stage.REFERENDUM_APPROVED),
        Stage.ROYAL_ASSENT,
        "constitution s.256(7)",
    ),
)

TREATY: tuple[Move, ...] = (
    Move(
        StepKind.SUBMITTED_PARLIAMENT,
        stages(Stage.NO_STEP),
        Stage.SUBMITTED_PARLIAMENT,
        _S178,
    ),
    Move(
        StepKind.JOINT_AGENDA_PLACED,
        stages(Stage.SUBMITTED_PARLIAMENT),
        Stage.JOINT_SITTING,
        _S178,
    ),
    Move(
        StepKind.TREATY_APPROVED,
        stages(Stage.JOINT_SITTING),
        Stage.PARLIAMENT_APPROVED,
        _S178,
    ),
    Move(StepKind.TREATY_REFUSED, stages(Stage.JOINT_SITTING), Stage.REJECTED, _S178),
    Move(
        StepKind.PARLIAMENT_DEEMED_APPROVED,
        TREATY_STAGES,
        Stage.PARLIAMENT_APPROVED,
        _S178,
    ),
    Move(StepKind.TREATY_BOUND, _APPROVED, Stage.TREATY_CONCLUDED, _S178),
    Move(StepKind.WITHDRAWN, TREATY_STAGES, Stage.WITHDRAWN, _S178),
    # The cabinet may ask the court whether the treaty needs approval at all.
    Move(StepKind.COURT_REFERRED, TREATY_STAGES, Stage.CONSTITUTIONAL_COURT, _S178),
    Move(
        StepKind.COURT_CLEARED,
        stages(Stage.CONSTITUTIONAL_COURT),
        Whither.RETURN,
        _S178,
    ),
)
