"""What may go wrong with a message, whatever carries it: mail, LINE, a browser's push service."""


class NotTaken(Exception):
    """A message was not taken."""


class Gone(NotTaken):
    """The recipient cannot be reached like this any more: no further attempt helps."""


class PutOff(NotTaken):
    """This message must wait; others may be taken."""


class Away(NotTaken):
    """No message can go this way now: the service cannot be reached, or refuses us."""
