"""Targets of quarters: set before the quarter begins, and frozen from its first day on."""

from datetime import date

from webapp.accounts import service as accounts
from webapp.improvement.models import Improvement, ImprovementTarget, ImprovementTargetChange
from webapp.improvement.service.errors import QuarterOver, ReasonMissing, TargetRefused
from webapp.improvement.service.known import known
from webapp.shared import audit, clock
from webapp.shared.transaction import transaction
from webapp.surveys.service import quarter_of


def set_target(
    improvement_id: int, day: date, target: str, account_id: int | None, reason: str = ""
) -> None:
    """Say what is to be reached by the end of the quarter of `day`.

    Once the quarter has begun, a change is kept beside the first target with its `reason`; a first
    target may still be set until the quarter ends, with its reason too, but is not counted.
    Raises `NotAllowed` for who is not on the board, `ImprovementNotFound`, `TargetRefused` where it
    was followed up already, `QuarterOver`, `ReasonMissing`.
    """
    with transaction():
        accounts.refuse_unless_on_board(account_id)
        improvement = known(improvement_id)
        quarter, today = quarter_of(day), clock.today()
        found = _of_quarter(improvement, quarter.last_day)
        if found.written_at is not None:
            raise TargetRefused
        if quarter.last_day < today:
            raise QuarterOver
        if quarter.first_day > today:
            _write_first(found, target, today)
        elif not reason:
            raise ReasonMissing
        else:
            _write_late(found, target, reason, account_id)
        audit.record(account_id, "improvement.set_target", improvement.public_id)


def _of_quarter(improvement: Improvement, ends: date) -> ImprovementTarget:
    found = next((one for one in improvement.targets if one.quarter_ends == ends), None)
    if found is None:
        found = ImprovementTarget(quarter_ends=ends, target="")
        improvement.targets.append(found)
    return found


def _write_first(found: ImprovementTarget, target: str, today: date) -> None:
    found.target, found.set_on = target, today


def _write_late(found: ImprovementTarget, target: str, reason: str, account_id: int | None) -> None:
    """The first target stays; where there was none, this is it, with the day that tells it late."""
    if not found.target:
        _write_first(found, target, clock.today())
    found.changes.append(
        ImprovementTargetChange(target=target, reason=reason, at=clock.now(), account_id=account_id)
    )
