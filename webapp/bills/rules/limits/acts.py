"""Limits of ordinary and money bills, and those on the way to assent that all bills share."""

from webapp.bills.rules.limits.limit import Effect, Limit, Unit, kinds
from webapp.bills.rules.paths.move import stages
from webapp.bills.rules.paths.senate import CONSIDERING
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind

LAPSE = stages(Stage.LAPSED, Stage.RESUMPTION)
STILL = LAPSE | {Stage.CONSTITUTIONAL_COURT}
_RETURNED = kinds(StepKind.RETURNED_TO_HOUSE)
_NOT_AN_ACT = kinds(StepKind.SENATE_RECEIVED, StepKind.SENATE_DEEMED_APPROVED)
# The Senate's own acts come too late once its silence has counted as approval, and what Parliament
# has approved no longer lapses with the House.
SENATE_ACTS = frozenset(
    kind
    for kind in StepKind
    if kind.value.startswith("senate_")
    and not kind.value.endswith("joint_report")
    and kind not in _NOT_AN_ACT
) | {StepKind.LAPSED}


def senate_time(days: int) -> tuple[Limit, ...]:
    """The Senate's session days to finish and to send the bill back (s.136, s.137)."""
    considering = Limit(
        CONSIDERING,
        days,
        Unit.SESSION_DAYS,
        kinds(StepKind.SENATE_RECEIVED),
        "constitution s.136",
        Effect.DEEMED_APPROVED,
        opens=kinds(StepKind.SENATE_DEEMED_APPROVED),
        closes=SENATE_ACTS,
        still=STILL,
        extended_by=StepKind.SENATE_TIME_EXTENDED,
    )
    returning = Limit(
        stages(Stage.SENATE_REJECTED_WITHHELD, Stage.SENATE_AMENDED),
        days,
        Unit.SESSION_DAYS,
        kinds(StepKind.SENATE_RECEIVED),
        "constitution s.137",
        Effect.DEEMED_APPROVED,
        until=_RETURNED,
        opens=kinds(StepKind.SENATE_DEEMED_APPROVED),
        closes=_RETURNED | {StepKind.LAPSED},
        still=STILL,
        extended_by=StepKind.SENATE_TIME_EXTENDED,
    )
    return considering, returning


def withheld_time(days: int) -> tuple[Limit, ...]:
    """The days before the House may take up a withheld bill again (s.138)."""
    confirming = kinds(StepKind.HOUSE_CONFIRMED, StepKind.HOUSE_NOT_CONFIRMED)
    return (
        Limit(
            stages(Stage.SENATE_REJECTED_WITHHELD),
            days,
            Unit.CALENDAR_DAYS,
            _RETURNED,
            "constitution s.138",
            Effect.MAY_CONFIRM,
            opens=confirming,
        ),
        Limit(
            stages(Stage.WITHHELD),
            days,
            Unit.CALENDAR_DAYS,
            kinds(StepKind.HOUSE_REJECTED_JOINT_REPORT, StepKind.SENATE_REJECTED_JOINT_REPORT),
            "constitution s.138",
            Effect.MAY_CONFIRM,
            opens=confirming,
        ),
    )


MONEY_CHECK = Limit(
    stages(Stage.MONEY_CHECK),
    15,
    Unit.CALENDAR_DAYS,
    kinds(StepKind.MONEY_CHECK_ASKED),
    "constitution s.134",
    Effect.MUST_DECIDE,
    until=kinds(StepKind.MONEY_BILL_FOUND),
)

# The court's time is left out: s.145 lets the twenty days run only where there is no case.
PRIME_MINISTER = Limit(
    stages(Stage.PM_WAIT),
    25,
    Unit.CALENDAR_DAYS,
    kinds(StepKind.SENT_TO_PM),
    "constitution s.145",
    Effect.MUST_PRESENT,
    still=stages(Stage.CONSTITUTIONAL_COURT),
    wait=5,
    opens=kinds(StepKind.PRESENTED),
)

ASSENT = (
    Limit(
        stages(Stage.ROYAL_ASSENT),
        90,
        Unit.CALENDAR_DAYS,
        kinds(StepKind.PRESENTED),
        "constitution s.146",
        Effect.PARLIAMENT_RECONSIDERS,
        opens=kinds(StepKind.NINETY_DAYS_PASSED),
    ),
    Limit(
        stages(Stage.ROYAL_ASSENT_AGAIN),
        30,
        Unit.CALENDAR_DAYS,
        kinds(StepKind.PRESENTED_AGAIN),
        "constitution s.146",
        Effect.AS_IF_SIGNED,
        opens=kinds(StepKind.GAZETTED),
    ),
)

RESUMPTION = Limit(
    stages(Stage.LAPSED),
    60,
    Unit.CALENDAR_DAYS,
    frozenset(),
    "constitution s.147",
    Effect.MAY_ASK_AGAIN,
    closes=kinds(StepKind.RESUMPTION_ASKED),
)
