"""One improvement, by its number or its public id."""

from webapp.extensions import db
from webapp.improvement.models import Improvement
from webapp.improvement.service.errors import ImprovementNotFound


def get_improvement(public_id: str) -> Improvement:
    """An improvement by its id in addresses. Raises `ImprovementNotFound`."""
    number = public_id.removeprefix("i-")
    if not (public_id.startswith("i-") and number.isascii() and number.isdigit()):
        raise ImprovementNotFound
    return known(int(number)) if len(number) < 10 else known(0)


def known(improvement_id: int) -> Improvement:
    """An improvement by its number. Raises `ImprovementNotFound`."""
    improvement = db.session.get(Improvement, improvement_id)
    if improvement is None:
        raise ImprovementNotFound
    return improvement
