"""The kinds of message, and how long a message may be.

Four are of the Secretariat's notice; the fifth, the petition to the Senate (เรื่องราวร้องทุกข์), is no
complaint about the office: it goes its own way and is counted apart (self-assessment, 3.2 Basic).
"""

from enum import StrEnum


class Kind(StrEnum):
    """What a person wants the office to do with a message."""

    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    COMMENT = "comment"
    COMPLIMENT = "compliment"
    PETITION = "petition"


# What nobody has decided yet: an e-mail says by itself what it is only where its subject, or the
# address that it was sent to, does.
UNDECIDED = "undecided"
# What is counted as the office's own standard: petitions are counted apart.
ABOUT_THE_OFFICE = frozenset(Kind) - {Kind.PETITION}
# Characters. A longer text goes into a file: an officer has three working days to read it.
MAX_MESSAGE = 20_000
MAX_SUBJECT = 200
MAX_NAME = 200
