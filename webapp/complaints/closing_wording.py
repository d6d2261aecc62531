"""The words of the questions after the end, and of the ways to call or write to people."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from webapp.complaints.rules.channels import ReplyBy, Unreached
from webapp.complaints.rules.closing import AskedAt, Verdict

VERDICT: dict[str, LazyString] = {
    Verdict.YES: _l("Yes"),
    Verdict.PARTLY: _l("Partly"),
    Verdict.NO: _l("No"),
}
ASKED_AT: dict[str, LazyString] = {
    AskedAt.CLOSING: _l("on closing"),
    AskedAt.FOUR_WEEKS: _l("four weeks after closing"),
}
# What an officer has to do for a person who hears of each step in this way.
ERRAND: dict[str, LazyString] = {
    ReplyBy.CALL: _l("Call back"),
    ReplyBy.LETTER: _l("Send a letter"),
    ReplyBy.TEXT_RELAY: _l("Call through the text relay"),
    ReplyBy.LINE: _l("Call or write: LINE does not reach the person"),
    ReplyBy.MAIL: _l("Call or write: e-mail does not reach the person"),
    # Who blocked our LINE account after words there had not arrived.
    ReplyBy.PAGE: _l("Call or write: LINE does not reach the person"),
}
# Why an officer has to tell a person who chose e-mail or LINE.
UNREACHED: dict[str | None, LazyString] = {
    Unreached.REFUSED: _l("The mail server refuses letters to this person's address for good."),
    Unreached.AWAY: _l("What the person chose, e-mail or LINE, took nothing for 14 days."),
    Unreached.FAILED: _l("The letter could not be sent, for a fault of this service."),
}
