"""Two questions once a message is closed, and again after four weeks: answered? solved? and why.

Stars are not asked for: they do not tell what to mend. One permission of the cap over everything
that asks (surveys.service.claim_asking, 90 days) covers both times of one closing: the second is
the same question about the same matter, announced with the first, and nothing else is asked of the
person between them. Who opens the questions from a link by herself is not being asked.
"""

from datetime import date, timedelta
from enum import StrEnum

FOUR_WEEKS = timedelta(weeks=4)
# Later than that nobody is written to: the matter is forgotten.
ASK_AGAIN_UNTIL = timedelta(days=90)


class Verdict(StrEnum):
    """What a person says of the end."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class AskedAt(StrEnum):
    """When the questions are put."""

    CLOSING = "closing"
    FOUR_WEEKS = "four_weeks"


def asked_at(closed_on: date, today: date) -> AskedAt:
    """Which of the two times `today` is."""
    return AskedAt.FOUR_WEEKS if today - closed_on >= FOUR_WEEKS else AskedAt.CLOSING
