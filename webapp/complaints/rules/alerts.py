"""Reminders before a due day and escalation after it: which one is owed, and who is told."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from webapp.complaints.rules.clock import Lateness, lateness

# Above the bureaux: told of what is very late.
SECRETARY_GENERAL = "secretary_general"
_OFFICER = "officer-"


class Alert(StrEnum):
    """What the desk is told of a message, each once for each due day."""

    REMINDER = "reminder"
    # A colleague asks, whatever the day.
    ASKED = "asked"
    LATE = "late"
    VERY_LATE = "very_late"
    MOVED = "moved"
    # The day until which we wait for the citizen's answer.
    WAIT_MOVED = "wait_moved"
    # The day by which we hear from those whom it was sent on to.
    HEAR_MOVED = "hear_moved"
    # Nobody has said yet whether it is ours.
    DECIDE_SOON = "decide_soon"
    DECIDE_TODAY = "decide_today"
    DECIDE_LATE = "decide_late"
    DECIDE_VERY_LATE = "decide_very_late"
    # Those whom it was sent on to have not said how it ended.
    HEAR_SOON = "hear_soon"
    HEAR_TODAY = "hear_today"
    HEAR_LATE = "hear_late"
    HEAR_VERY_LATE = "hear_very_late"
    # A bureau has been given the message by another.
    HANDED_OVER = "handed_over"
    # An officer should have told the person by telephone or letter, and has not.
    UNTOLD = "untold"
    UNTOLD_LONG = "untold_long"


class Rung(StrEnum):
    """How near the day of a limit is, or how long it is past, whatever is owed by it."""

    SOON = "soon"
    TODAY = "today"
    LATE = "late"
    VERY_LATE = "very_late"


class Ladder(NamedTuple):
    """What is told of one limit: before its day, on it, and the two levels of lateness."""

    soon: Alert
    today: Alert
    late: Alert
    very_late: Alert

    def at(self, rung: Rung) -> Alert:
        """What is told on one of its rungs."""
        return self[tuple(Rung).index(rung)]


DECISION = Ladder(Alert.DECIDE_SOON, Alert.DECIDE_TODAY, Alert.DECIDE_LATE, Alert.DECIDE_VERY_LATE)
OTHERS = Ladder(Alert.HEAR_SOON, Alert.HEAR_TODAY, Alert.HEAR_LATE, Alert.HEAR_VERY_LATE)
# Working days: a decision takes few, so that its reminder comes the day before.
DECISION_REMINDED_BEFORE = 1
# Their day is the one by which the person was to be told, and not the answer's.
OF_TELLING = frozenset({Alert.UNTOLD, Alert.UNTOLD_LONG})
_TO_THE_TOP = frozenset(
    {Alert.VERY_LATE, Alert.DECIDE_VERY_LATE, Alert.HEAR_VERY_LATE, Alert.UNTOLD_LONG}
)
_TO_THE_BUREAU = frozenset(
    {Alert.LATE, Alert.DECIDE_LATE, Alert.HEAR_LATE, Alert.UNTOLD, Alert.HANDED_OVER}
)


class Cause(StrEnum):
    """Why the service, or a hand-over, added to a message's course without a move of a person."""

    CALENDAR = "calendar"
    # The same of the day until which we wait for the citizen.
    WAITING = "waiting"
    # And of the day by which we hear from others.
    HEARING = "hearing"
    NO_REPLY = "no_reply"
    TIME_OVER = "time_over"
    HANDED_OVER = "handed_over"
    IMPROVEMENT = "improvement"
    # Those whom it was sent on to were asked how far it is.
    ASKED_OTHERS = "asked_others"
    PUBLISHING = "publishing"


def alert_owed(
    today: date, due: date, very_late: date, left: int, remind_before: int
) -> Alert | None:
    """What is to be told on `today`, `left` working days before the day the answer is due."""
    late = lateness(today, due, very_late)
    if late is Lateness.VERY_LATE:
        return Alert.VERY_LATE
    if late is Lateness.LATE:
        return Alert.LATE
    return Alert.REMINDER if left <= remind_before else None


def rung_owed(left: int, remind_before: int, grace: int) -> Rung | None:
    """The rung on which a limit is `left` working days before its day, negative after it.

    `remind_before` and `grace` are working days: before the day, and from late to very late.
    """
    if left < -grace:
        return Rung.VERY_LATE
    if left < 0:
        return Rung.LATE
    if left == 0:
        return Rung.TODAY
    return Rung.SOON if left <= remind_before else None


def telling_alert_owed(today: date, due: date, very_late: date) -> Alert | None:
    """What is to be told on `today` of a person who was to be told of a step by `due`."""
    owed = {Lateness.LATE: Alert.UNTOLD, Lateness.VERY_LATE: Alert.UNTOLD_LONG}
    return owed.get(lateness(today, due, very_late))


def addresses_of(alert: Alert, bureau: str) -> list[str]:
    """The keys of the addresses that hear of an alert, beside the officer who has it in hand."""
    if alert in _TO_THE_TOP:
        return [bureau, SECRETARY_GENERAL]
    return [bureau] if alert in _TO_THE_BUREAU else []


def keys_on(rung: Rung | None, bureau: str) -> list[str]:
    """The same of what is no message: on a rung, or None when it comes in."""
    if rung is Rung.VERY_LATE:
        return [bureau, SECRETARY_GENERAL]
    return [bureau] if rung in (None, Rung.LATE) else []


def officer_key(account_id: int) -> str:
    """The key, among those of addresses, of the officer who has a message in hand."""
    return f"{_OFFICER}{account_id}"


def officer_of(whom: str) -> int | None:
    """The account that a key is of; None for the desk's own addresses."""
    return int(whom.removeprefix(_OFFICER)) if whom.startswith(_OFFICER) else None


def above(whom: str, bureau: str) -> list[str]:
    """Who is to hear of an alert that does not reach `whom`, the next one up first; `bureau` has
    the message."""
    if whom == SECRETARY_GENERAL:
        return []
    return [SECRETARY_GENERAL] if officer_of(whom) is None else [bureau, SECRETARY_GENERAL]
