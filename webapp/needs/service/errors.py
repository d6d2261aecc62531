"""What can be refused, in the words of this feature."""

from webapp.shared.errors import NotFound, Refused


class NeedNotFound(NotFound):
    """There is no such need."""


class PageOver(NotFound):
    """The link to a person's own page is wrong, or was made void."""


class MergeRefused(Refused):
    """A need cannot be merged into itself, or into one that is itself merged."""
