"""When a message repeats one before: the same subject, at the same place, of the same cause.

The self-assessment (PMQA 4.0 category 3, 3.4) asks that causes are analysed and repeats reduced; it
gives no window and no formula. Both are this service's own, and stand beside the figure.
"""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from thai_text.words import fold

# So many days after the one before, a message of the same kind of trouble is a repeat of it.
WINDOW_DAYS = 365


# No key of a place has such a sign.
_SEALED = "sealed:"


class Trouble(NamedTuple):
    """What went wrong in one message: its number, the day of its receipt, and what is compared."""

    number: int
    on: date
    topic: str
    place_key: str
    root_cause: int

    @property
    def same(self) -> tuple[str, str, int]:
        """What is the same in a repeat."""
        return self.topic, self.place_key, self.root_cause

    @property
    def can_be_compared(self) -> bool:
        """Whether it says what it is about and where: what says neither is the same as nothing."""
        return bool(self.topic and self.place_key)


@dataclass(frozen=True)
class Repeat:
    """A message that repeats another: `number` came after `before`."""

    number: int
    before: int


def place_key(place: str) -> str:
    """A place as it is compared: without spaces, capitals, and marks that are typed differently."""
    return "".join(sign for sign in fold(place) if sign.isalnum() or "\u0e30" <= sign <= "\u0e4e")


def sealed_place(key: str, secret_key: str) -> str:
    """What is compared in the stead of a place's key: it is the same for the same place, and
    nobody who has not the key of the site can tell which place that is. No place stays none."""
    sealed = key if key.startswith(_SEALED) else _drawn(key, secret_key)
    # What was erased without a place was once sealed as if there were one.
    return "" if sealed == _drawn("", secret_key) else sealed


def _drawn(key: str, secret_key: str) -> str:
    drawn = hmac.new(secret_key.encode(), f"place {key}".encode(), "sha256").hexdigest()
    return f"{_SEALED}{drawn}"


def repeats(troubles: Iterable[Trouble], window_days: int = WINDOW_DAYS) -> list[Repeat]:
    """The repeats among `troubles`, by day and number.

    Each is compared with the newest before it that has the same topic, place and root cause; it
    repeats that one if it came at most `window_days` later. Without a topic or a place nothing is
    the same.
    """
    newest: dict[tuple[str, str, int], Trouble] = {}
    found = []
    for trouble in sorted(troubles, key=lambda one: (one.on, one.number)):
        if not trouble.can_be_compared:
            continue
        before = newest.get(trouble.same)
        if before and trouble.on - before.on <= timedelta(days=window_days):
            found.append(Repeat(trouble.number, before.number))
        newest[trouble.same] = trouble
    return found


def rate(repeated: int, compared: int) -> float | None:
    """Repeats as a share of the messages that can be compared in percent; None where none can.

    Raises ValueError unless 0 <= repeated <= compared.
    """
    if not 0 <= repeated <= compared:
        raise ValueError(f"{repeated} of {compared}")
    return 100 * repeated / compared if compared else None
