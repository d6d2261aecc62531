"""Targets by quarter, what was reached of them, and how the plan fared in a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select

from thai_text.dates import fiscal_year
from webapp.extensions import db
from webapp.improvement.models import Improvement, ImprovementTarget
from webapp.improvement.rules import FOLLOWED_UP, success
from webapp.improvement.service.errors import TargetRefused
from webapp.improvement.service.known import known
from webapp.shared import audit, clock
from webapp.shared.transaction import transaction
from webapp.surveys.service import Quarter, quarter_of


def set_target(improvement_id: int, day: date, target: str, account_id: int | None) -> None:
    """Say what is to be reached by the end of the quarter of `day`. Raises `ImprovementNotFound`.

    A target that was followed up already stands as it is: raises `TargetRefused`.
    """
    with transaction():
        improvement = known(improvement_id)
        ends = quarter_of(day).last_day
        found = next((one for one in improvement.targets if one.quarter_ends == ends), None)
        if found is not None and found.written_at is not None:
            raise TargetRefused
        if found is None:
            found = ImprovementTarget(quarter_ends=ends)
            improvement.targets.append(found)
        found.target = target
        audit.record(account_id, "improvement.set_target", improvement.public_id)


def follow_up(target_id: int, met: bool, text: str, account_id: int | None) -> None:
    """Write what was reached of a target whose quarter has ended. Raises `TargetRefused`."""
    with transaction():
        target = db.session.get(ImprovementTarget, target_id)
        if target is None or target.quarter_ends >= clock.today():
            raise TargetRefused
        target.met, target.follow_up = met, text
        target.written_at, target.account_id = clock.now(), account_id
        audit.record(account_id, "improvement.follow_up", f"i-{target.improvement_id}")


def overdue_follow_ups() -> Sequence[ImprovementTarget]:
    """The quarters that have ended and of which nothing is written yet, oldest first.

    One without a target is owed only by what still stands in the plan.
    """
    listed = (
        select(ImprovementTarget)
        .join(Improvement, Improvement.id == ImprovementTarget.improvement_id)
        .where(ImprovementTarget.quarter_ends < clock.today())
        .where(ImprovementTarget.written_at.is_(None))
        .where(or_(ImprovementTarget.target != "", Improvement.state.in_(FOLLOWED_UP)))
    )
    return db.session.scalars(listed.order_by(ImprovementTarget.quarter_ends)).all()


@dataclass(frozen=True)
class Year:
    """How a plan fared in a fiscal year, of the Buddhist era."""

    year_be: int
    met: int
    due: int

    @property
    def percent(self) -> float | None:
        return success(self.met, self.due)


def success_of_year(quarter: Quarter) -> Year:
    """Of the targets due in the fiscal year of `quarter`, how many were met."""
    rows = db.session.execute(
        select(ImprovementTarget.quarter_ends, ImprovementTarget.met, func.count())
        .where(ImprovementTarget.quarter_ends < clock.today(), ImprovementTarget.target != "")
        .group_by(ImprovementTarget.quarter_ends, ImprovementTarget.met)
    )
    of_year = [(met, count) for ends, met, count in rows if fiscal_year(ends) == quarter.year_be]
    return Year(
        quarter.year_be,
        sum(count for met, count in of_year if met),
        sum(count for _met, count in of_year),
    )


def open_quarter(improvement: Improvement) -> None:
    """Let the present quarter of what stands in the plan be followed up, whether or not it gets a
    target; inside the caller's transaction."""
    if improvement.state not in FOLLOWED_UP:
        return
    ends = quarter_of(clock.today()).last_day
    if not any(one.quarter_ends == ends for one in improvement.targets):
        improvement.targets.append(ImprovementTarget(quarter_ends=ends, target=""))


def open_quarters() -> None:
    """The same for all that stands in the plan; run every night, so that no quarter is missed."""
    with transaction():
        for improvement in db.session.scalars(
            select(Improvement).where(Improvement.state.in_(FOLLOWED_UP))
        ):
            open_quarter(improvement)
