"""Two questions once a message is closed, and again after four weeks: answered? solved? and why.

Stars are not asked for: they do not tell what to mend. One permission of the cap over everything
that asks (surveys.service.claim_asking, 90 days) covers both times of one closing: the second is
the same question about the same matter, announced with the first, and nothing else is asked of the
person between them. Who opens the questions from a link by herself is not being asked.
"""

from datetime import date, timedelta
from enum import StrEnum

FOUR_WEEKS = timedelta(weeks=4)
# Nobody calls or writes by hand any more so long after the second time has begun.
_SECOND_LASTS = timedelta(weeks=2)
# On so many days an officer tries to reach a person at each of the two times.
MOST_TRIES = 2
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


def asked_until(closed_on: date, time: AskedAt) -> date:
    """The first day on which an officer asks no more at one of the two times: who has not said
    anything by then has not answered."""
    second = closed_on + FOUR_WEEKS
    return second if time is AskedAt.CLOSING else second + _SECOND_LASTS


def is_to_be_tried(closed_on: date, today: date, tries: int) -> bool:
    """Whether an officer still calls or writes to ask, after `tries` at the present time."""
    open_still = today < asked_until(closed_on, asked_at(closed_on, today))
    return open_still and tries < MOST_TRIES
