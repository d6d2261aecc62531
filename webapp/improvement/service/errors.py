"""What can be refused, in the words of this feature."""

from webapp.shared.errors import NotFound, Refused


class ImprovementNotFound(NotFound):
    """There is no such improvement, or it is not public."""


class MoveRefused(Refused):
    """This state cannot follow the present one, or what it needs is missing."""


class FollowUpOwed(Refused):
    """A quarter has ended of which nothing is written: that comes first."""


class TargetRefused(Refused):
    """There is no target of that quarter, it has not ended, or it is followed up already."""


class QuarterOver(Refused):
    """The quarter has ended: its target stays as it is."""


class ReasonMissing(Refused):
    """The quarter has begun: a target is set or changed only with a reason."""
