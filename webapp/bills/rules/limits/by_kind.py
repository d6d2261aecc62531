"""The time limits of each kind of bill, put together from their parts."""

from webapp.bills.rules.kinds import BillKind, House
from webapp.bills.rules.limits.acts import (
    ASSENT,
    MONEY_CHECK,
    PRIME_MINISTER,
    RESUMPTION,
    SENATE_ACTS,
    STILL,
    senate_time,
    withheld_time,
)
from webapp.bills.rules.limits.joint import AMENDMENT, ORGANIC, TREATY
from webapp.bills.rules.limits.limit import Effect, Limit, Unit, at_court, kinds
from webapp.bills.rules.paths.move import stages
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind

_TAIL = (PRIME_MINISTER, *ASSENT, RESUMPTION)
_HOUSE_READINGS = frozenset(kind for kind in StepKind if kind.house is House.HOUSE and kind.reading)
_BUDGET_HOUSE = stages(Stage.SUBMITTED_HOUSE, Stage.HOUSE_R1, Stage.HOUSE_R2, Stage.HOUSE_R3)
_BUDGET_SENATE = stages(Stage.SENATE_RECEIVED, Stage.SENATE_R1)

_BUDGET = (
    Limit(
        _BUDGET_HOUSE,
        105,
        Unit.CALENDAR_DAYS,
        kinds(StepKind.SUBMITTED_HOUSE),
        "constitution s.143",
        Effect.DEEMED_APPROVED,
        opens=kinds(StepKind.HOUSE_DEEMED_APPROVED),
        closes=_HOUSE_READINGS,
        still=STILL,
    ),
    Limit(
        _BUDGET_SENATE,
        20,
        Unit.CALENDAR_DAYS,
        kinds(StepKind.SENATE_RECEIVED),
        "constitution s.143",
        Effect.DEEMED_APPROVED,
        opens=kinds(StepKind.SENATE_DEEMED_APPROVED),
        closes=SENATE_ACTS,
        still=STILL,
    ),
    at_court(15, "constitution s.144", came_from=_BUDGET_HOUSE | _BUDGET_SENATE),
)

_DECREE = (
    Limit(
        stages(
            Stage.DECREE_IN_FORCE,
            Stage.DECREE_HOUSE,
            Stage.DECREE_SENATE,
            Stage.DECREE_HOUSE_AGAIN,
        ),
        0,
        Unit.CALENDAR_DAYS,
        frozenset(),
        "constitution s.172",
        Effect.FIRST_OPPORTUNITY,
    ),
    at_court(60, "constitution s.173"),
)

_LIMITS: dict[BillKind, tuple[Limit, ...]] = {
    BillKind.ORDINARY: (MONEY_CHECK, *senate_time(60), *withheld_time(180), *_TAIL),
    BillKind.MONEY: (MONEY_CHECK, *senate_time(30), *withheld_time(10), *_TAIL),
    BillKind.BUDGET: (*_BUDGET, *_TAIL),
    BillKind.ORGANIC: (*ORGANIC, *_TAIL),
    BillKind.CONSTITUTION_AMENDMENT: AMENDMENT,
    BillKind.EMERGENCY_DECREE: _DECREE,
    BillKind.TREATY: TREATY,
}


def limits_at(kind: BillKind, stage: Stage) -> tuple[Limit, ...]:
    """The limits that can run for a bill of this kind at this stage."""
    return tuple(limit for limit in _LIMITS[kind] if stage in limit.stages)
