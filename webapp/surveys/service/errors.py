"""What can be refused, in the words of this feature."""

from webapp.shared.errors import NotFound, Refused


class SurveyNotFound(NotFound):
    """There is no such survey, question or answer."""


class NotDraft(Refused):
    """The survey has been opened: what is asked no longer changes."""


class NotReadyToOpen(Refused):
    """The survey has no question, or closes before it opens."""


class NotOpen(Refused):
    """The survey is not open, or has as many answers as it wants."""


class GroupFull(NotOpen):
    """The survey has as many answers of this group as it wants."""


class DayOutside(Refused):
    """Nobody can have answered on that day: it lies before the opening, or has not come yet."""


class AnsweredAlready(Refused):
    """This person has answered."""
