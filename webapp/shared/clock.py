"""The time. Tests set it; nothing else asks the machine's clock."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from flask import current_app

BANGKOK = ZoneInfo("Asia/Bangkok")
Clock = Callable[[], datetime]


def machine_clock() -> datetime:
    return datetime.now(UTC)


def now() -> datetime:
    """The present moment, in UTC."""
    clock: Clock = current_app.extensions["clock"]
    return clock()


def today() -> date:
    """The present day in Bangkok."""
    return now().astimezone(BANGKOK).date()


def start_of_day(day: date) -> datetime:
    """The moment at which a day begins in Bangkok."""
    return datetime.combine(day, time(), BANGKOK)
