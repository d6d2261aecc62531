"""What can be refused, in the words of this feature."""

from collections.abc import Collection

from webapp.shared.errors import NotFound, Refused


class NeedNotFound(NotFound):
    """There is no such need."""


class PageOver(NotFound):
    """The link to a person's own page is wrong, or was made void."""


class ChangedMeanwhile(Refused):
    """Parts of a need say something else than what its form was filled with; `parts`: which."""

    def __init__(self, parts: Collection[str]) -> None:
        super().__init__(", ".join(sorted(parts)))
        self.parts = parts


class MergeRefused(Refused):
    """A need cannot be merged into itself, or into one that is itself merged."""
