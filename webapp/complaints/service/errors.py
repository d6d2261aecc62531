"""What can be refused, in the words of this feature."""

from webapp.shared.errors import NotFound, Refused


class ComplaintNotFound(NotFound):
    """There is no such message."""


class CaseNotFound(NotFound):
    """There is no such published case, or no longer."""


class UnknownReceipt(NotFound):
    """No message has this receipt code; `code` is the code as it was read."""

    def __init__(self, code: str) -> None:
        super().__init__("no message has this receipt code")
        self.code = code


class StepNotAllowed(Refused):
    """The message is in a state from which this step does not start."""


class CaseWithAnother(Refused):
    """Another officer has the message in hand, or nobody has taken it up."""


class ReceivedInFuture(Refused):
    """A message is said to have been received later than now."""
