"""Reminders before a due day and escalation after it: which one is owed, and who is told."""

from datetime import date
from enum import StrEnum

from webapp.complaints.rules.clock import Lateness, lateness

# Above the bureaux: told of what is very late.
SECRETARY_GENERAL = "secretary_general"


class Alert(StrEnum):
    """What the desk is told of a message, each once for each due day."""

    REMINDER = "reminder"
    # A colleague asks, whatever the day.
    ASKED = "asked"
    LATE = "late"
    VERY_LATE = "very_late"
    MOVED = "moved"


class Cause(StrEnum):
    """Why the service, or a hand-over, added to a message's course without a move of a person."""

    CALENDAR = "calendar"
    NO_REPLY = "no_reply"
    TIME_OVER = "time_over"
    HANDED_OVER = "handed_over"
    IMPROVEMENT = "improvement"


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


def addresses_of(alert: Alert, bureau: str) -> list[str]:
    """The keys of the addresses that hear of an alert, beside the officer who has it in hand."""
    if alert is Alert.VERY_LATE:
        return [bureau, SECRETARY_GENERAL]
    return [bureau] if alert is Alert.LATE else []
