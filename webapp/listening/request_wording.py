"""Forms that are asked for, and states of requests, in the words that people read."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from webapp.complaints import service as complaints
from webapp.listening.rules.requests import RequestAlert, RequestState, WantedForm

WANTED: dict[str, LazyString] = {
    WantedForm.LARGE_PRINT: _l("Large print on paper"),
    WantedForm.SIGN_LANGUAGE: _l("A video in Thai Sign Language"),
    WantedForm.CD: _l("Sound on a CD"),
    WantedForm.BRAILLE_PAPER: _l("Braille on paper"),
    WantedForm.FAILED: _l("A form on this site that failed or that I cannot use"),
    WantedForm.OTHER: _l("Something else"),
}
WANTED_HINT: dict[str, LazyString] = {
    WantedForm.FAILED: _l("Say below which form it is, and what happened."),
    WantedForm.OTHER: _l("Say below what you need."),
}
STATE: dict[str, LazyString] = {
    RequestState.RECEIVED: _l("Received"),
    RequestState.IN_WORK: _l("In work"),
    RequestState.DONE: _l("Done"),
    RequestState.CANNOT: _l("It cannot be done"),
}
# What the person may expect next, in each state.
NEXT: dict[str, LazyString] = {
    RequestState.RECEIVED: _l("An officer takes it up next."),
    RequestState.IN_WORK: _l("An officer is at work on it and writes to you on this page."),
    RequestState.DONE: _l("It is done. Read below how you get it."),
    RequestState.CANNOT: _l("We cannot do this. Read below why, and what else there is."),
}
# What the office is told.
ALERT: dict[str, LazyString] = {
    RequestAlert.RECEIVED: _l("it has come in"),
    RequestAlert.ASKED_AGAIN: _l("the person asks again"),
    RequestAlert.MORE_WORDS: _l("the person has written more"),
    RequestAlert.MOVED: _l("the due day has moved, as the calendar changed"),
    RequestAlert.TODAY: _l("it is due today"),
    RequestAlert.LATE: _l("it is late"),
    RequestAlert.VERY_LATE: _l("it is very late"),
}
# Why no letter reaches a person.
UNREACHED: dict[str | None, LazyString] = {
    complaints.Unreached.REFUSED: _l("The mail server refuses letters to this address for good."),
    complaints.Unreached.AWAY: _l("The mail server took no letter to this address for 14 days."),
    complaints.Unreached.FAILED: _l("The letter could not be sent, for a fault of this service."),
}
