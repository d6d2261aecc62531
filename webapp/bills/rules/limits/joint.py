"""Limits of what both Houses consider sitting together: organic bills, amendments, treaties."""

from webapp.bills.rules.kinds import House
from webapp.bills.rules.limits.acts import ASSENT, LAPSE, RESUMPTION
from webapp.bills.rules.limits.limit import Effect, Limit, Unit, at_court, kinds
from webapp.bills.rules.paths.move import stages
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind

_READINGS = frozenset(kind for kind in StepKind if kind.house is House.JOINT and kind.reading)

ORGANIC = (
    Limit(
        # s.132 names no first day. Parliament counts from the day the bill is put on its agenda.
        stages(Stage.JOINT_R1, Stage.JOINT_R2, Stage.JOINT_R3),
        180,
        Unit.CALENDAR_DAYS,
        kinds(StepKind.JOINT_AGENDA_PLACED),
        "constitution s.132(1)",
        Effect.DEEMED_APPROVED,
        opens=kinds(StepKind.PARLIAMENT_DEEMED_APPROVED),
        closes=_READINGS | {StepKind.LAPSED},
        still=LAPSE,
    ),
    Limit(
        stages(Stage.PARLIAMENT_APPROVED),
        15,
        Unit.CALENDAR_DAYS,
        kinds(StepKind.JOINT_R3_APPROVED, StepKind.PARLIAMENT_DEEMED_APPROVED),
        "constitution s.132(2)",
        Effect.MUST_SEND,
    ),
    Limit(
        stages(Stage.BODY_OPINION),
        10,
        Unit.CALENDAR_DAYS,
        kinds(StepKind.SENT_FOR_OPINION),
        "constitution s.132(2)",
        Effect.NO_OBJECTION,
        opens=kinds(StepKind.OPINION_SILENCE),
        closes=kinds(StepKind.OPINION_OBJECTION),
    ),
    Limit(
        stages(Stage.JOINT_RECONSIDERATION),
        30,
        Unit.CALENDAR_DAYS,
        kinds(StepKind.OPINION_OBJECTION),
        "constitution s.132(3)",
        Effect.MUST_DECIDE,
    ),
)

AMENDMENT = (
    Limit(
        stages(Stage.JOINT_R3),
        15,
        Unit.CALENDAR_DAYS,
        kinds(StepKind.JOINT_R2_DONE),
        "constitution s.256(5)",
        Effect.MAY_VOTE,
        opens=kinds(StepKind.JOINT_R3_APPROVED, StepKind.JOINT_R3_REJECTED),
    ),
    Limit(
        stages(Stage.PARLIAMENT_APPROVED, Stage.REFERENDUM_APPROVED),
        15,
        Unit.CALENDAR_DAYS,
        kinds(StepKind.JOINT_R3_APPROVED),
        "constitution s.256(7)",
        Effect.MAY_PRESENT,
        opens=kinds(StepKind.PRESENTED),
    ),
    at_court(30, "constitution s.256(9)"),
    *ASSENT,
    RESUMPTION,
)

TREATY = (
    Limit(
        stages(Stage.SUBMITTED_PARLIAMENT, Stage.JOINT_SITTING),
        60,
        Unit.CALENDAR_DAYS,
        kinds(StepKind.SUBMITTED_PARLIAMENT),
        "constitution s.178",
        Effect.DEEMED_APPROVED,
        opens=kinds(StepKind.PARLIAMENT_DEEMED_APPROVED),
        closes=kinds(StepKind.TREATY_APPROVED, StepKind.TREATY_REFUSED),
    ),
    at_court(30, "constitution s.178"),
)
