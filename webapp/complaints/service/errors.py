"""What can be refused, in the words of this feature."""

from datetime import datetime

from webapp.shared.errors import NotFound, Refused


class ComplaintNotFound(NotFound):
    """There is no such message."""


class TopicNotFound(NotFound):
    """There is no such topic."""


class CauseNotFound(NotFound):
    """There is no such root cause."""


class CauseRefused(Refused):
    """The tree of causes has two levels, and a cause in use keeps its place."""


class NotAnsweredYet(Refused):
    """What was learned is written once a message has been answered."""


class CaseNotFound(NotFound):
    """There is no such published case, or no longer."""


class UnknownReceipt(NotFound):
    """No message has this receipt code; `code` is the code as it was read."""

    def __init__(self, code: str) -> None:
        super().__init__("no message has this receipt code")
        self.code = code


class DraftNotFound(NotFound):
    """There is no such draft, or a file of it is gone, or its time is over."""


class UnknownCodename(NotFound):
    """No message has this codename."""


class GuessedTooOften(Refused):
    """Too many wrong codenames came from one network; it may try again from `until` on."""

    def __init__(self, until: datetime) -> None:
        super().__init__("too many wrong codenames")
        self.until = until


class WaitFirst(Refused):
    """Many wrong codenames come from everywhere: the page has to be open for some seconds first."""


class StepNotAllowed(Refused):
    """The message is in a state from which this step does not start."""


class CaseWithAnother(Refused):
    """Another officer has the message in hand, or nobody has taken it up."""


class StaffNotFound(NotFound):
    """There is no such member of staff."""


class TemplateNotFound(NotFound):
    """There is no such template, or it is retired."""


class LetterNotFound(NotFound):
    """There is no such letter."""


class MergeRefused(Refused):
    """The two messages cannot be put together: one has ended, or follows another already."""


class NoCompliment(Refused):
    """Only compliments are closed with thanks alone, or passed on to the person praised."""


class RemindedAlready(Refused):
    """The same due day has been brought to mind already."""


class NobodyToRemind(Refused):
    """Nobody has the message in hand, and its bureau has no address for reminders."""


class NumberTaken(Refused):
    """This number of the year stands in the register of correspondence already."""


class PersonalDataLeft(Refused):
    """What is to be published may hold personal data; `found` are the words."""

    def __init__(self, found: list[str]) -> None:
        super().__init__("personal data left")
        self.found = found


class ConsentMissing(Refused):
    """The sender of the message has not said that it may be published."""


class SaidBeforeMessage(Refused):
    """What a person said later cannot have come before the message itself."""


class ReceivedInFuture(Refused):
    """A message is said to have been received later than now."""
