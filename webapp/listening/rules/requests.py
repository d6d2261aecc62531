"""Asking for another form: which, by when it is there, and how far a request is. Plain Python."""

from datetime import timedelta
from enum import StrEnum

from webapp.shared.bureaux import Bureau
from webapp.shared.working_days import Standard

# The office's promise to those who cannot use the forms that are there (issue 3, item 6).
STANDARD = Standard(answer_within=1)
# It hears of requests that nobody has in hand, and of what is late. The office's papers name no
# bureau for them: this is our own proposal.
BUREAU = Bureau.PUBLIC_RELATIONS
# How long what identifies a person is kept once the request is settled; the privacy page says so.
KEPT_FOR = timedelta(days=90)
# The name under which a browser is let see a request.
REQUEST_VISIT = "form_request"
# Characters.
MAX_SUBJECT, MAX_PURPOSE, MAX_ADDRESS, MAX_REPLY = 300, 2_000, 600, 5_000


class WantedForm(StrEnum):
    """The form that a person asks for."""

    LARGE_PRINT = "large-print"
    SIGN_LANGUAGE = "sign-language"
    CD = "cd"
    BRAILLE_PAPER = "braille-paper"
    FAILED = "failed"
    OTHER = "other"


# One holds these in the hand: the office sends them by post, or the person fetches them.
BY_POST = frozenset({WantedForm.LARGE_PRINT, WantedForm.CD, WantedForm.BRAILLE_PAPER})


class RequestState(StrEnum):
    """How far a request is."""

    RECEIVED = "received"
    IN_WORK = "in-work"
    DONE = "done"
    CANNOT = "cannot"


class RequestAlert(StrEnum):
    """What the office is told of a request."""

    RECEIVED = "received"
    # The person was not helped.
    ASKED_AGAIN = "asked-again"
    MORE_WORDS = "more-words"
    # A day on which offices are closed was entered, or taken out.
    MOVED = "moved"
    TODAY = "today"
    LATE = "late"
    VERY_LATE = "very_late"


# The office owes the form, or the reason why it cannot be had, in these.
OPEN = frozenset({RequestState.RECEIVED, RequestState.IN_WORK})
SETTLED = frozenset({RequestState.DONE, RequestState.CANNOT})


def may_settle(state: RequestState, handler_id: int | None, officer_id: int | None) -> bool:
    """Whether an officer may settle a request: it is in work, in that officer's hands."""
    in_hand = handler_id is not None and handler_id == officer_id
    return state is RequestState.IN_WORK and in_hand
