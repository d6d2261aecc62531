"""Sentences on time limits: what their end brings, why it is not known, why a step is refused."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from webapp.bills.rules.clock import Unknown
from webapp.bills.rules.limits.limit import Effect
from webapp.bills.rules.refusals import Refusal
from webapp.bills.rules.sessions import SessionKind

# Each says what happens by the day; %(day)s is a date, %(section)s the section of the Constitution.
EFFECT_SENTENCES: dict[Effect, LazyString] = {
    Effect.DEEMED_APPROVED: _l(
        "A decision is due by %(day)s; without one, silence counts as approval (%(section)s)."
    ),
    Effect.MUST_DECIDE: _l("A decision is due by %(day)s (%(section)s)."),
    Effect.MAY_CONFIRM: _l(
        "The House of Representatives may take it up again after %(day)s (%(section)s)."
    ),
    Effect.MAY_VOTE: _l("The final vote may be held after %(day)s (%(section)s)."),
    Effect.MUST_PRESENT: _l(
        "The Prime Minister presents it for royal assent by %(day)s (%(section)s)."
    ),
    Effect.MAY_PRESENT: _l("It may be presented for royal assent after %(day)s (%(section)s)."),
    Effect.PARLIAMENT_RECONSIDERS: _l(
        "Without royal assent by %(day)s Parliament must consider it again (%(section)s)."
    ),
    Effect.AS_IF_SIGNED: _l(
        "Without royal assent by %(day)s it is published as if signed (%(section)s)."
    ),
    Effect.NO_OBJECTION: _l(
        "An objection is possible until %(day)s; then the bill goes on (%(section)s)."
    ),
    Effect.MUST_SEND: _l(
        "Parliament sends it to the court or body concerned by %(day)s (%(section)s)."
    ),
    Effect.MAY_ASK_AGAIN: _l(
        "The new cabinet may ask Parliament to take it up again until %(day)s (%(section)s)."
    ),
    Effect.FIRST_OPPORTUNITY: _l(
        "It must be decided at the first opportunity that the House concerned meets (%(section)s)."
    ),
}

# For when the day is over and the record does not say what happened.
OVERDUE_SENTENCES: dict[Effect, LazyString] = {
    Effect.DEEMED_APPROVED: _l(
        "The time ended on %(day)s with no decision recorded; silence counts as approval "
        "(%(section)s)."
    ),
    Effect.MAY_CONFIRM: _l(
        "The waiting time ended on %(day)s; the House of Representatives may take it up again "
        "(%(section)s)."
    ),
    Effect.MAY_VOTE: _l(
        "The waiting time ended on %(day)s; the final vote may be held (%(section)s)."
    ),
    Effect.MAY_ASK_AGAIN: _l(
        "The time in which the new cabinet could ask Parliament to take it up again ended on "
        "%(day)s, and no request is recorded (%(section)s)."
    ),
    Effect.MAY_PRESENT: _l(
        "The waiting time ended on %(day)s; it may be presented for royal assent (%(section)s)."
    ),
}
OVERDUE_OTHERWISE = _l(
    "The time ended on %(day)s (%(section)s); what followed is not recorded yet."
)

UNKNOWN_SENTENCES: dict[Unknown, LazyString] = {
    Unknown.START_NOT_RECORDED: _l(
        "The last day is not known, because the day from which it is counted is not recorded."
    ),
    Unknown.DATES_MISSING: _l(
        "The last day is not known, because the record lacks a date that the count needs."
    ),
    Unknown.SESSIONS_UNKNOWN: _l(
        "The last day is not known, because the sessions of Parliament of that time are not "
        "recorded."
    ),
    Unknown.SESSION_END_UNKNOWN: _l(
        "The last day is not known yet, because only days in session count and the end of this "
        "session is not recorded."
    ),
    Unknown.NEXT_SESSION_UNKNOWN: _l(
        "The last day is not known yet, because only days in session count and the next session "
        "is not recorded."
    ),
    Unknown.STANDS_STILL: _l("The count stands still while the Constitutional Court considers."),
    Unknown.FIRST_OPPORTUNITY: _l(
        "The Constitution sets no number of days: it must be decided at the first opportunity."
    ),
    Unknown.NO_FIRST_SITTING: _l(
        "The last day is not known, because the first sitting after the election is not recorded."
    ),
}

REFUSAL_SENTENCES: dict[Refusal, LazyString] = {
    Refusal.NOT_FOR_KIND: _l("A bill of this kind never takes this step."),
    Refusal.NOT_FROM_STAGE: _l("This step cannot follow at the bill's present stage."),
    Refusal.ENDED: _l("This bill has come to its end; no step follows."),
    Refusal.NOT_FOR_PROPOSER: _l("A bill of this proposer does not take this step."),
    Refusal.NEEDS_STEP: _l("Another step must be recorded before: %(needs)s."),
    Refusal.NO_DATE: _l("A step needs its date; without one, give the reason for an exception."),
    Refusal.IN_FUTURE: _l("The date lies in the future."),
    Refusal.BEFORE_EARLIER_STEP: _l("The date lies before an earlier step, on %(day)s."),
    Refusal.TOO_EARLY: _l("This step is possible from %(day)s at the earliest."),
    Refusal.TOO_LATE: _l("The time for this step ended on %(day)s."),
    Refusal.CLOCK_UNKNOWN: _l(
        "This step waits for a time limit whose last day is not known; give the reason for an "
        "exception if it did happen."
    ),
    Refusal.EXTENSION_LENGTH: _l("Say by how many days the time was extended, from 1 to 30."),
    Refusal.EXTENSION_TOO_LONG: _l("The Senate may extend its time by 30 days in all."),
}

SESSION_KIND_NAMES: dict[SessionKind, LazyString] = {
    SessionKind.FIRST: _l("First session after an election"),
    SessionKind.ORDINARY: _l("Ordinary session"),
    SessionKind.EXTRAORDINARY: _l("Extraordinary session"),
}
