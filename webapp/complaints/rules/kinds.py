"""The kinds of message that the Secretariat's notice knows, and how long a message may be."""

from enum import StrEnum


class Kind(StrEnum):
    """What a person wants the office to do with a message."""

    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    COMMENT = "comment"
    COMPLIMENT = "compliment"


# Characters. A longer text goes into a file: an officer has three working days to read it.
MAX_MESSAGE = 20_000
MAX_SUBJECT = 200
MAX_NAME = 200


def length(text: str) -> int:
    """The number of characters as the writer counts them: a new line is one, not two."""
    return len(text.replace("\r\n", "\n"))
