"""What was reached of the targets, quarter by quarter, and how the plan fared in a year."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select

from thai_text.dates import fiscal_year
from webapp.extensions import db
from webapp.improvement.models import Improvement, ImprovementTarget
from webapp.improvement.rules import FOLLOWED_UP, success
from webapp.improvement.service.errors import FollowUpOwed, TargetRefused
from webapp.shared import audit, clock
from webapp.shared.transaction import transaction
from webapp.surveys.service import Quarter, quarter_of


def follow_up(
    improvement_id: int, target_id: int, met: bool, text: str, account_id: int | None
) -> None:
    """Write what was reached of a target whose quarter has ended, once: what is written stays.

    Whether it was met is said of the target as it stood when its quarter began.
    Raises `TargetRefused`.
    """
    with transaction():
        target = db.session.get(ImprovementTarget, target_id)
        if target is None or target.improvement_id != improvement_id:
            raise TargetRefused
        if target.quarter_ends >= clock.today() or target.written_at is not None:
            raise TargetRefused
        target.met, target.follow_up = met, text
        target.written_at, target.account_id = clock.now(), account_id
        audit.record(account_id, "improvement.follow_up", f"i-{improvement_id}")


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


def refuse_owed(improvement_id: int) -> None:
    """Keep an improvement from being done or closed while a follow-up of it is owed.

    Raises `FollowUpOwed`.
    """
    if any(one.improvement_id == improvement_id for one in overdue_follow_ups()):
        raise FollowUpOwed


@dataclass(frozen=True)
class Year:
    """How a plan fared in a fiscal year, of the Buddhist era. `late`: targets of its quarters that
    were set after their quarter had begun, which are not counted."""

    year_be: int
    met: int
    due: int
    late: int = 0

    @property
    def percent(self) -> float | None:
        return success(self.met, self.due)


def success_of_year(quarter: Quarter) -> Year:
    """Of the targets due in the fiscal year of `quarter`, how many were met, each as it stood when
    its quarter began."""
    ended = select(ImprovementTarget).where(
        ImprovementTarget.quarter_ends < clock.today(), ImprovementTarget.target != ""
    )
    of_year = [
        target
        for target in db.session.scalars(ended)
        if fiscal_year(target.quarter_ends) == quarter.year_be
    ]
    counted = [target for target in of_year if target.counts]
    met = sum(bool(target.met) for target in counted)
    return Year(quarter.year_be, met, len(counted), len(of_year) - len(counted))


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
