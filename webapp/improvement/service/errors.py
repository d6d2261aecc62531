"""What can be refused, in the words of this feature."""

from webapp.shared.errors import NotFound, Refused


class ImprovementNotFound(NotFound):
    """There is no such improvement, or it is not public."""


class MoveRefused(Refused):
    """This state cannot follow the present one, or what it needs is missing."""


class TargetRefused(Refused):
    """There is no target of that quarter, or the quarter has not ended."""
