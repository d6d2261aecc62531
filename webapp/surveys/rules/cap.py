"""How often a person may be asked for an opinion, and how one person answers once. Plain Python."""

import hashlib
import hmac
from datetime import date, timedelta

# The rule of this service over everything that asks: surveys, pulses, closing questions.
NOT_WITHIN = timedelta(days=90)


def may_ask(last: date | None, today: date) -> bool:
    """Whether a person last asked on `last` may be asked again: never two within 90 days."""
    return last is None or today - last >= NOT_WITHIN


def by_letter(key: str) -> str:
    """What stands for the reader of a letter: `key`, the keyed hash of the address that it went to,
    so that every letter to it, of one survey, is answered once."""
    return f"letter:{key}"


def keyed(secret: str, purpose: str, person: str) -> str:
    """What is kept in a person's place: it tells the same person again, and never who it is."""
    return hmac.new(secret.encode(), f"{purpose} {person}".encode(), hashlib.sha256).hexdigest()
